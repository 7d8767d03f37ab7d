using System.Globalization;
using System.Text;

namespace Compiled.Language.Expressions;

/// <summary>Backslashes in names and quoted strings of paths.</summary>
internal static class PathEscape
{
    /// <summary>In a dotted name the backslash takes the next character as it is; <c>\uD83D</c> is one UTF-16 unit.</summary>
    public static string? ReadInName(ExpressionCursor cursor)
    {
        int start = cursor.Position++;
        if (cursor.AtEnd || char.IsControl(cursor.Current))
        {
            cursor.Fail(start, 1, "A backslash ends the name; expected the character that it stands before");
            return null;
        }
        char c = cursor.Current;
        cursor.Position++;
        return c == 'u' && TryReadUnit(cursor, out char unit) ? unit.ToString() : c.ToString();
    }

    /// <summary>Reads a string in single or double quotes; null with an error where it is not closed.</summary>
    public static string? ReadQuoted(ExpressionCursor cursor)
    {
        int start = cursor.Position;
        char quote = cursor.Current;
        cursor.Position++;
        var value = new StringBuilder();
        while (!cursor.AtEnd)
        {
            char c = cursor.Current;
            cursor.Position++;
            if (c == quote)
                return value.ToString();
            if (c == '\\' && !cursor.AtEnd)
                value.Append(ReadInQuotes(cursor));
            else
                value.Append(c);
        }
        cursor.Fail(start, cursor.Text.Length - start, $"The string is not closed; expected {quote} at its end");
        return null;
    }

    private static char ReadInQuotes(ExpressionCursor cursor)
    {
        char c = cursor.Current;
        cursor.Position++;
        return c switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' when TryReadUnit(cursor, out char unit) => unit,
            _ => c,
        };
    }

    private static bool TryReadUnit(ExpressionCursor cursor, out char unit)
    {
        unit = default;
        for (int i = 0; i < 4; i++)
            if (!Uri.IsHexDigit(cursor.Peek(i)))
                return false;
        string digits = cursor.Text.Substring(cursor.Position, 4);
        unit = (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        cursor.Position += 4;
        return true;
    }
}
