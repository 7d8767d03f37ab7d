using System.Text;

namespace Compiled.Jsonata;

/// <summary>Whole numbers in English words: <c>Three Thousand, Seven Hundred and Thirty</c>.</summary>
internal static class IntegerWords
{
    private static readonly string[] s_few =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen",
        "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] s_ordinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth", "Thirteenth",
        "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] s_tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly (double Value, string Word)[] s_magnitudes = [(1e12, "Trillion"), (1e9, "Billion"), (1e6, "Million"), (1e3, "Thousand")];

    private static readonly Dictionary<string, double> s_values = Values();

    private static readonly RegexProgram s_separator = RegexProgram.Of(@",\s|\sand\s|[\s\\-]", "");

    /// <summary>All words in lower case, in the order in which a timestamp's pattern tries them.</summary>
    public static IEnumerable<string> All => s_values.Keys;

    /// <summary>A whole number that is not negative, each word with a capital, the last one as an ordinal if asked for.</summary>
    public static string Of(double value, bool isOrdinal)
    {
        var text = new StringBuilder();
        Append(text, value, isFirst: true, isOrdinal);
        return text.ToString();
    }

    /// <summary>The number that words in lower case stand for; NaN if one of them is none.</summary>
    public static double Parse(string text)
    {
        // The sum of segments, each a product: hundreds and more multiply the last one, less is added to it or starts one behind thousands.
        double sum = 0, last = 0;
        foreach (string word in Words(text))
        {
            double value = s_values.GetValueOrDefault(word, double.NaN);
            if (value >= 100 || double.IsNaN(value))
            {
                last *= value;
                continue;
            }

            if (last >= 1000)
            {
                sum += last;
                last = 0;
            }

            last += value;
        }

        return double.IsFinite(sum + last) ? sum + last : double.NaN;
    }

    private static void Append(StringBuilder text, double value, bool isFirst, bool isOrdinal)
    {
        if (value < 20)
        {
            text.Append(isFirst ? "" : " and ").Append(isOrdinal ? s_ordinals[(int)value] : s_few[(int)value]);
        }
        else if (value < 100)
        {
            text.Append(isFirst ? "" : " and ").Append(s_tens[((int)value / 10) - 2]);
            AppendUnits(text, (int)value % 10, isOrdinal);
        }
        else if (value < 1000)
        {
            text.Append(isFirst ? "" : ", ").Append(s_few[(int)value / 100]).Append(" Hundred");
            AppendRest(text, value % 100, isOrdinal);
        }
        else
        {
            (double magnitude, string word) = Array.Find(s_magnitudes, row => value >= row.Value);
            double count = Math.Floor(value / magnitude);
            text.Append(isFirst ? "" : ", ");
            Append(text, count, isFirst: true, isOrdinal: false);
            text.Append(' ').Append(word);
            AppendRest(text, value - (count * magnitude), isOrdinal);
        }
    }

    private static void AppendUnits(StringBuilder text, int units, bool isOrdinal)
    {
        if (units > 0)
        {
            text.Append('-');
            Append(text, units, isFirst: true, isOrdinal);
        }
        else if (isOrdinal)
        {
            text.Length--;
            text.Append("ieth");
        }
    }

    private static void AppendRest(StringBuilder text, double rest, bool isOrdinal)
    {
        if (rest > 0)
        {
            Append(text, rest, isFirst: false, isOrdinal);
        }
        else if (isOrdinal)
        {
            text.Append("th");
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        int start = 0;
        RegexWorkspace work = RegexWorkspace.Rent();
        while (new RegexMatcher(s_separator, text, work, long.MaxValue).Search(start))
        {
            (int end, int next) = work.Group(0);
            words.Add(text[start..end]);
            start = next;
        }

        work.Return();
        words.Add(text[start..]);
        return words;
    }

    // In jsonata-js's order, which decides what a timestamp's pattern tries first.
    private static Dictionary<string, double> Values()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < s_few.Length; i++)
            values[s_few[i].ToLowerInvariant()] = i;
        for (int i = 0; i < s_ordinals.Length; i++)
            values[s_ordinals[i].ToLowerInvariant()] = i;
        for (int i = 0; i < s_tens.Length; i++)
        {
            string word = s_tens[i].ToLowerInvariant();
            values[word] = (i + 2) * 10;
            values[word[..^1] + "ieth"] = (i + 2) * 10;
        }

        values["hundred"] = values["hundredth"] = 100;
        for (int i = s_magnitudes.Length - 1; i >= 0; i--)
        {
            string word = s_magnitudes[i].Word.ToLowerInvariant();
            values[word] = values[word + "th"] = s_magnitudes[i].Value;
        }

        return values;
    }
}
