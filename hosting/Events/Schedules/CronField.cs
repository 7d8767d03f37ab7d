using System.Globalization;

namespace Compiled.Events.Schedules;

/// <summary>One field of a cron expression: <c>*</c>, values, ranges, and steps, with commas between.</summary>
internal sealed class CronField
{
    private readonly HashSet<int> _set;

    private CronField(IEnumerable<int> values) => (Values, _set) = ([.. values.Order()], [.. values]);

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<int> Values { get; }

    public bool Has(int value) => _set.Contains(value);

    /// <summary>Reads a field. A <see cref="FormatException"/> says what is wrong with it.</summary>
    /// <param name="name">The field's name, for the message.</param>
    /// <param name="text">The field.</param>
    /// <param name="least">Its least value.</param>
    /// <param name="most">Its greatest value.</param>
    /// <param name="names">Names of the values from the least on.</param>
    public static CronField Read(string name, string text, int least, int most, string[]? names = null)
    {
        HashSet<int> values = [];
        foreach (string part in text.Split(','))
        {
            string[] step = part.Split('/');
            if (step.Length > 2)
                throw new FormatException($"the field '{name}' has '{part}'");
            int by = step.Length == 2 ? Number(name, step[1], 1, most) : 1;
            string[] range = step[0].Split('-');
            (int from, int to) = step[0] == "*" ? (least, most)
                : range.Length == 2 ? (Value(name, range[0], least, most, names), Value(name, range[1], least, most, names))
                : range.Length == 1 ? (Value(name, range[0], least, most, names), step.Length == 2 ? most : Value(name, range[0], least, most, names))
                : throw new FormatException($"the field '{name}' has '{part}'");
            // FRI-MON goes over the end.
            int count = from <= to ? to - from : most - least + 1 - (from - to);
            for (int i = 0; i <= count; i += by)
                values.Add(least + ((from - least + i) % (most - least + 1)));
        }

        return new CronField(values);
    }

    public static int Value(string name, string text, int least, int most, string[]? names)
        => Array.FindIndex(names ?? [], known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and int at ? least + at : Number(name, text, least, most);

    public static int Number(string name, string text, int least, int most)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value : throw new FormatException($"the field '{name}' has '{text}'; expected {least} to {most}");
}
