using System.Globalization;
using Compiled.Values;

namespace Compiled.Events.Inputs;

/// <summary>A path into an event: <c>$.detail.items[0]['odd name']</c>. Nothing else of JSONPath is known, as with EventBridge.</summary>
internal sealed class EventPath
{
    private readonly object[] _steps;

    private EventPath(object[] steps) => _steps = steps;

    /// <summary>Reads a path; null, and why, when the text is none.</summary>
    public static EventPath? Read(string text, out string? reason)
    {
        reason = null;
        List<object> steps = [];
        int at = 1;
        if (!text.StartsWith('$'))
            reason = $"'{text}' does not begin with '$'";
        while (reason is null && at < text.Length)
        {
            if (text[at] == '.')
                reason = ReadName(text, ref at, steps);
            else if (text[at] == '[')
                reason = ReadBrackets(text, ref at, steps);
            else
                reason = $"'{text}' has '{text[at]}' where '.' or '[' was expected";
        }

        return reason is null ? new EventPath([.. steps]) : null;
    }

    /// <summary>What is there; missing when nothing is.</summary>
    public JsonValue Find(JsonValue value)
    {
        foreach (object step in _steps)
        {
            if (step is Key name)
                value = value[name];
            else
                value = value.IsArray && (int)step < value.Count ? value[(int)step] : default;
        }

        return value;
    }

    private static string? ReadName(string text, ref int at, List<object> steps)
    {
        int start = ++at;
        while (at < text.Length && text[at] is not ('.' or '['))
            at++;
        if (at == start)
            return $"'{text}' has an empty name";
        if (text.AsSpan(start, at - start).IndexOfAny("*?@()'\" ") >= 0)
            return $"'{text}' has a name that must be in brackets and quotes, or is no name";
        steps.Add(Key.Of(text[start..at]));
        return null;
    }

    private static string? ReadBrackets(string text, ref int at, List<object> steps)
    {
        int end = text.IndexOf(']', at);
        if (at + 1 < text.Length && text[at + 1] is '\'' or '"')
        {
            int quote = text.IndexOf(text[at + 1], at + 2);
            end = quote > 0 && quote + 1 < text.Length && text[quote + 1] == ']' ? quote + 1 : -1;
            if (end > 0)
                steps.Add(Key.Of(text[(at + 2)..quote]));
        }
        else if (end > 0)
        {
            if (!int.TryParse(text.AsSpan((at + 1)..end), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
                return $"'{text}' has '{text[at..(end + 1)]}' where an index or a name in quotes was expected";
            steps.Add(index);
        }

        if (end < 0)
            return $"'{text}' has a bracket that is not closed";
        at = end + 1;
        return null;
    }
}
