using Compiled.WebConsole.Html;

namespace Compiled.WebConsole.Text;

/// <summary>YAML of <see cref="YamlText"/> in colours.</summary>
internal static class YamlHighlight
{
    public static Markup Of(string yaml)
    {
        List<Markup> lines = [];
        int? block = null;
        foreach (string line in yaml.TrimEnd('\n').Split('\n'))
        {
            int indent = line.Length - line.AsSpan().TrimStart(' ').Length;
            if (block is { } outer && (line.Length == 0 || indent > outer))
            {
                lines.Add(Markup.Of($"<span class=\"s\">{line}</span>\n"));
                continue;
            }

            block = line.EndsWith(": |", StringComparison.Ordinal) || line.EndsWith(": |-", StringComparison.Ordinal) || line.EndsWith("- |-", StringComparison.Ordinal) || line.EndsWith("- |", StringComparison.Ordinal) ? indent : null;
            lines.Add(Line(line, indent));
        }

        return Markup.Join(lines);
    }

    private static Markup Line(string line, int indent)
    {
        int start = indent;
        while (line.AsSpan(start).StartsWith("- "))
            start += 2;
        int colon = EndOfName(line, start);
        return colon < 0 ? Markup.Of($"{line[..start]}{Value(line[start..])}\n")
            : Markup.Of($"{line[..start]}<span class=\"k\">{line[start..colon]}</span>:{Value(line[(colon + 1)..])}\n");
    }

    private static int EndOfName(string line, int start)
    {
        int at = start;
        if (at < line.Length && line[at] == '"')
        {
            for (at++; at < line.Length && line[at] != '"'; at++)
            {
                if (line[at] == '\\')
                    at++;
            }
        }

        int colon = at < line.Length ? line.IndexOf(": ", at, StringComparison.Ordinal) : -1;
        return colon >= 0 ? colon : line.EndsWith(':') ? line.Length - 1 : -1;
    }

    private static Markup Value(string value) => value.Trim() switch
    {
        "" or "|" or "|-" or "{}" or "[]" => Markup.Of($"{value}"),
        "true" or "false" or "null" => Markup.Of($"<span class=\"b\">{value}</span>"),
        { } text when char.IsAsciiDigit(text[0]) || text[0] == '-' => Markup.Of($"<span class=\"n\">{value}</span>"),
        { } text when text.Contains("{%", StringComparison.Ordinal) => Markup.Of($"<span class=\"x\">{value}</span>"),
        _ => Markup.Of($"<span class=\"s\">{value}</span>"),
    };
}
