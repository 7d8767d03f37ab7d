using System.Globalization;
using System.Text;

namespace Compiled.Language.Json;

/// <summary>Reads one string with its escapes.</summary>
internal static class JsonStringReader
{
    /// <summary>Reads from the opening quote. A string that is not closed ends before the line break.</summary>
    public static StringNode Read(JsonScanner scanner)
    {
        int start = scanner.Position;
        char quote = scanner.Current;
        if (quote == '\'')
            scanner.ReportSyntax(start, 1, "A string starts with a single quote; expected a double quote");
        scanner.Position++;

        int plain = PlainEnd(scanner.Text, scanner.Position, quote);
        if (plain < scanner.Text.Length && scanner.Text[plain] == quote)
        {
            string value = scanner.Text.Substring(start + 1, plain - start - 1);
            scanner.Position = plain + 1;
            return new StringNode(value, TextSpan.FromBounds(start, scanner.Position));
        }
        return ReadEscaped(scanner, start, quote);
    }

    private static int PlainEnd(string text, int index, char quote)
    {
        while (index < text.Length)
        {
            char c = text[index];
            if (c == quote || c == '\\' || c < ' ')
                break;
            index++;
        }
        return index;
    }

    private static StringNode ReadEscaped(JsonScanner scanner, int start, char quote)
    {
        var value = new StringBuilder();
        var offsets = new List<int>();
        while (true)
        {
            char c = scanner.Current;
            if (scanner.AtEnd || c is '\n' or '\r')
            {
                scanner.ReportSyntax(start, scanner.Position - start, "The string is not closed; expected '\"' before the end of the line");
                GiveBackComma(scanner, value, offsets);
                offsets.Add(scanner.Position);
                break;
            }
            int at = scanner.Position;
            if (c == quote)
            {
                offsets.Add(at);
                scanner.Position++;
                break;
            }
            value.Append(c == '\\' ? ReadEscape(scanner, quote) : ReadCharacter(scanner));
            offsets.Add(at);
        }
        return new StringNode(value.ToString(), TextSpan.FromBounds(start, scanner.Position), [.. offsets]);
    }

    // A comma at the end of the line was meant to follow the string.
    private static void GiveBackComma(JsonScanner scanner, StringBuilder value, List<int> offsets)
    {
        if (value.Length == 0 || value[value.Length - 1] != ',' || scanner.Text[scanner.Position - 1] != ',')
            return;
        scanner.Position--;
        value.Length--;
        offsets.RemoveAt(offsets.Count - 1);
    }

    private static char ReadCharacter(JsonScanner scanner)
    {
        char c = scanner.Current;
        if (c < ' ')
            scanner.ReportSyntax(scanner.Position, 1, $"A control character stands in the string; expected the escape '\\u{(int)c:x4}'");
        scanner.Position++;
        return c;
    }

    private static char ReadEscape(JsonScanner scanner, char quote)
    {
        int start = scanner.Position++;
        char c = scanner.Current;
        // A backslash before the end of the line: the string is not closed, which the caller says.
        if (scanner.AtEnd || c is '\n' or '\r')
            return '\\';
        scanner.Position++;
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when TryReadHex(scanner, out char unit): return unit;
            case 'u':
                scanner.ReportSyntax(start, 2, "'\\u' is not followed by four hexadecimal digits");
                return 'u';
            default:
                if (c != quote)
                    scanner.ReportSyntax(start, 2, $"'\\{c}' is no escape in JSON; a backslash itself is written '\\\\'");
                return c;
        }
    }

    private static bool TryReadHex(JsonScanner scanner, out char unit)
    {
        unit = default;
        if (scanner.Position + 4 > scanner.Text.Length)
            return false;
        string digits = scanner.Text.Substring(scanner.Position, 4);
        // The framework's parser alone would take trailing NULs.
        if (!digits.All(Uri.IsHexDigit))
            return false;
        ushort value = ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        scanner.Position += 4;
        unit = (char)value;
        return true;
    }
}
