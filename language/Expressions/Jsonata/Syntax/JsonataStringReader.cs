using System.Globalization;
using System.Text;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Reads one string in single or double quotes with its escapes, which are JSON's.</summary>
internal sealed class JsonataStringReader(string text, int start)
{
    private readonly StringBuilder _value = new();

    public string Value => _value.ToString();

    /// <summary>The place after the string; at an error the position that JSONata reports.</summary>
    public int Position { get; private set; } = start + 1;

    public string? ErrorCode { get; private set; }

    public string? ErrorToken { get; private set; }

    public int ErrorStart { get; private set; }

    public int ErrorEnd { get; private set; }

    /// <summary>Whether the string is right.</summary>
    public bool Read()
    {
        while (Position < text.Length)
        {
            char c = text[Position++];
            if (c == text[start])
                return true;
            if (c != '\\')
                _value.Append(c);
            else if (!ReadEscape())
                return false;
        }
        return Fail("S0101", start, text.Length);
    }

    private bool ReadEscape()
    {
        char c = Position < text.Length ? text[Position] : '\0';
        if (c == 'u')
            return ReadUnit();
        char? decoded = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        if (decoded is null)
        {
            ErrorToken = JsonataSyntaxError.Quoted(Position < text.Length ? c.ToString() : "");
            return Fail("S0103", Position - 1, Position + 1);
        }
        _value.Append(decoded.Value);
        Position++;
        return true;
    }

    private bool ReadUnit()
    {
        string digits = text.Substring(Position + 1, Math.Min(4, text.Length - Position - 1));
        if (digits.Length == 0 || !digits.All(Uri.IsHexDigit))
            return Fail("S0104", Position - 1, Position + 1 + digits.Length);
        _value.Append((char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        Position = Math.Min(text.Length, Position + 5);
        return true;
    }

    private bool Fail(string code, int from, int to)
    {
        ErrorCode = code;
        ErrorStart = from;
        ErrorEnd = to;
        return false;
    }
}
