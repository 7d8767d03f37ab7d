using System.Text;
using System.Text.Json;

namespace Compiled.WebConsole.Text;

/// <summary>
/// JSON as YAML, the way AWS's console shows definitions: blocks, texts of several lines as they are, quotes only where a text would mean something else without them. Reading it
/// gives the same values, by YAML 1.2 and by 1.1.
/// </summary>
internal static class YamlText
{
    // What YAML 1.1 or 1.2 takes for something else than text.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", "yes", "no", "on", "off", "y", "n" };

    /// <summary>The YAML; null when the text is no JSON.</summary>
    public static string? Of(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
            StringBuilder yaml = new();
            WriteValue(yaml, document.RootElement, 0, isAfterName: false);
            return yaml.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // What stands after a name or a dash, with the line's end; blocks begin on the next line after a name and on the same one after a dash.
    private static void WriteValue(StringBuilder yaml, JsonElement value, int indent, bool isAfterName)
    {
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any())
            WriteMembers(yaml, value, indent, isAfterName);
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            WriteItems(yaml, value, indent, isAfterName);
        else
            yaml.Append(isAfterName ? " " : "").Append(Scalar(value, indent)).Append('\n');
    }

    private static void WriteMembers(StringBuilder yaml, JsonElement value, int indent, bool isAfterName)
    {
        if (isAfterName)
            yaml.Append('\n');
        bool isFirst = !isAfterName;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            yaml.Append(' ', isFirst ? 0 : indent).Append(Plain(member.Name) ?? Quoted(member.Name)).Append(':');
            WriteValue(yaml, member.Value, indent + 2, isAfterName: true);
            isFirst = false;
        }
    }

    private static void WriteItems(StringBuilder yaml, JsonElement value, int indent, bool isAfterName)
    {
        if (isAfterName)
            yaml.Append('\n');
        bool isFirst = !isAfterName;
        foreach (JsonElement item in value.EnumerateArray())
        {
            yaml.Append(' ', isFirst ? 0 : indent).Append("- ");
            WriteValue(yaml, item, indent + 2, isAfterName: false);
            isFirst = false;
        }
    }

    private static string Scalar(JsonElement value, int indent)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value.GetRawText();
        string text = value.GetString()!;
        return Plain(text) ?? Block(text, indent) ?? Quoted(text);
    }

    /// <summary>The text without quotes; null where it needs them.</summary>
    private static string? Plain(string text)
    {
        if (text.Length == 0 || s_words.Contains(text) || !(char.IsAsciiLetter(text[0]) || text[0] is '$' or '_' or '/') || text[^1] is ' ' or ':')
            return null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isFine = char.IsAsciiLetterOrDigit(c) || c is '_' or '$' or '.' or '/' or '-' or '+' or '(' or ')' or '[' or ']' or '*' or '@' or '=' or ';' or '?'
                || (c == ':' && text[i + 1] != ' ') || (c is ' ' or ',');
            if (!isFine)
                return null;
        }

        return text;
    }

    /// <summary>A text of several lines as it is; null where a block would change it.</summary>
    private static string? Block(string text, int indent)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text[0] is ' ' or '\t' or '\n' || text.EndsWith("\n\n", StringComparison.Ordinal) || text.Any(static c => IsSpecial(c) && c is not ('\n' or '\t')))
            return null;
        bool endsLine = text[^1] == '\n';
        StringBuilder block = new(endsLine ? "|" : "|-");
        foreach (string line in (endsLine ? text[..^1] : text).Split('\n'))
        {
            if (line.Length > 0 && line.AsSpan().Trim(" \t").IsEmpty)
                return null;
            block.Append('\n').Append(' ', line.Length == 0 ? 0 : Math.Max(2, indent)).Append(line);
        }

        return block.ToString();
    }

    // JSON's escapes are YAML's, but for the slash, which JSON need not escape.
    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                _ when IsSpecial(c) => FormattableString.Invariant($"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    // Control characters and line ends of other kinds.
    private static bool IsSpecial(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff';
}
