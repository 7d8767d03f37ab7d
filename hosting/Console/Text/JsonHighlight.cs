using Compiled.Language.Faults;
using Compiled.WebConsole.Html;

namespace Compiled.WebConsole.Text;

/// <summary>JSON text in colours, with faults underlined at their places. Any text will do; what is no JSON stays plain.</summary>
internal static class JsonHighlight
{
    // More than this in colours would be slow to show and slower to read.
    private const int LongestColoured = 400_000;

    /// <summary>The text with an element for each coloured or faulty piece.</summary>
    /// <param name="text">The text.</param>
    /// <param name="faults">What is wrong in it.</param>
    public static Markup Of(string text, IReadOnlyList<Fault>? faults = null)
    {
        if (text.Length > LongestColoured)
            return Markup.Of($"{text}");
        List<(int Start, int End, Fault Fault)> marks = Marks(text, faults ?? []);
        List<Markup> pieces = [];
        int mark = 0;
        foreach ((int start, int end, string kind) in Tokens(text))
        {
            int at = start;
            while (at < end)
            {
                while (mark < marks.Count && marks[mark].End <= at)
                    mark++;
                bool isFaulty = mark < marks.Count && marks[mark].Start <= at;
                int until = isFaulty ? Math.Min(end, marks[mark].End) : mark < marks.Count ? Math.Min(end, Math.Max(at + 1, marks[mark].Start)) : end;
                pieces.Add(Piece(text[at..until], kind, isFaulty ? marks[mark].Fault : null));
                at = until;
            }
        }

        return Markup.Join(pieces);
    }

    private static Markup Piece(string text, string kind, Fault? fault)
    {
        Markup piece = kind.Length == 0 ? Markup.Of($"{text}") : Markup.Of($"<span class=\"{kind}\">{text}</span>");
        return fault is null ? piece
            : Markup.Of($"<mark class=\"fault {fault.Severity.ToString().ToLowerInvariant()}\" title=\"{fault.Id}: {fault.Message}\">{piece}</mark>");
    }

    // In order and without overlaps: the first of two at one place wins.
    private static List<(int Start, int End, Fault Fault)> Marks(string text, IReadOnlyList<Fault> faults)
    {
        List<(int, int, Fault)> marks = [];
        int last = 0;
        foreach (Fault fault in faults.OrderBy(static fault => fault.Span.Start).ThenBy(static fault => fault.Span.Length))
        {
            int start = Math.Clamp(fault.Span.Start, 0, Math.Max(0, text.Length - 1)), end = Math.Clamp(Math.Max(fault.Span.End, start + 1), 0, text.Length);
            if (start < last || end <= start)
                continue;
            marks.Add((start, end, fault));
            last = end;
        }

        return marks;
    }

    private static IEnumerable<(int Start, int End, string Kind)> Tokens(string text)
    {
        int plain = 0, at = 0;
        while (at < text.Length)
        {
            int end = at;
            string kind = "";
            if (text[at] == '"')
            {
                end = EndOfString(text, at);
                kind = IsKey(text, end) ? "k" : text.AsSpan(at, end - at).StartsWith("\"{%") ? "x" : "s";
            }
            else if (char.IsAsciiDigit(text[at]) || text[at] == '-')
            {
                end = at + 1;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '+' or '-'))
                    end++;
                kind = "n";
            }
            else if (char.IsAsciiLetter(text[at]))
            {
                end = at + 1;
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                    end++;
                kind = text[at..end] is "true" or "false" or "null" ? "b" : "";
            }

            if (kind.Length == 0)
            {
                at = Math.Max(end, at + 1);
                continue;
            }

            if (at > plain)
                yield return (plain, at, "");
            yield return (at, end, kind);
            (plain, at) = (end, end);
        }

        if (text.Length > plain)
            yield return (plain, text.Length, "");
    }

    private static int EndOfString(string text, int start)
    {
        for (int at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] is '"' or '\n')
                return text[at] == '"' ? at + 1 : at;
        }

        return text.Length;
    }

    private static bool IsKey(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at < text.Length && text[at] == ':';
    }
}
