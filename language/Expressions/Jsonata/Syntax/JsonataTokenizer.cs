using System.Globalization;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Cuts an expression into tokens. After an error the rest of the text is given up: its end follows.</summary>
internal sealed class JsonataTokenizer(string text)
{
    // '!' and '~' are no operators of their own, but end a name.
    private const string SingleOperators = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private const string Blanks = " \t\n\r\v";

    private static readonly string[] s_doubleOperators = ["..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??"];

    private int _position;

    /// <summary>What stopped the tokenizer; null so far.</summary>
    public JsonataSyntaxError? Error { get; private set; }

    /// <summary>The next token. After an operand a slash divides; elsewhere it opens a regular expression.</summary>
    public JsonataToken Next(bool afterOperand)
    {
        if (!SkipBlanksAndComments() || _position >= text.Length)
            return End();
        char c = text[_position];
        if (c == '/' && !afterOperand)
            return ReadRegex();
        foreach (string symbol in s_doubleOperators)
        {
            if (string.CompareOrdinal(text, _position, symbol, 0, 2) == 0)
                return Take(JsonataTokenKind.Operator, symbol, 2);
        }
        if (SingleOperators.IndexOf(c) >= 0)
            return Take(JsonataTokenKind.Operator, c.ToString(), 1);
        return c switch
        {
            '"' or '\'' => ReadString(),
            '`' => ReadQuotedName(),
            >= '0' and <= '9' => ReadNumber(),
            _ => ReadName(),
        };
    }

    private JsonataToken End() => new(JsonataTokenKind.End, "(end)", text.Length, text.Length);

    private JsonataToken Take(JsonataTokenKind kind, string value, int length)
    {
        _position += length;
        return new JsonataToken(kind, value, _position - length, _position);
    }

    private JsonataToken Fail(string code, int position, int start, int end, string? token = null, string? message = null)
    {
        int last = Math.Min(end, text.Length);
        Error = new JsonataSyntaxError(code, Math.Min(position, text.Length), TextSpan.FromBounds(Math.Min(start, last), last), token, message: message);
        _position = text.Length;
        return End();
    }

    private bool SkipBlanksAndComments()
    {
        while (true)
        {
            while (_position < text.Length && Blanks.IndexOf(text[_position]) >= 0)
                _position++;
            if (string.CompareOrdinal(text, _position, "/*", 0, 2) != 0)
                return true;
            int close = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                Fail("S0106", _position, _position, text.Length);
                return false;
            }
            _position = close + 2;
        }
    }

    private JsonataToken ReadRegex()
    {
        int open = _position;
        JsonataRegexLiteral? literal = JsonataRegexSyntax.Read(text, open + 1, out JsonataRegexFault? fault);
        if (literal is null)
        {
            bool isOurs = fault!.Code == "S0303";
            return Fail(fault.Code, fault.Start, isOurs ? fault.Start : open, isOurs ? fault.Start + fault.Length : fault.Start + 1, message: fault.Message);
        }
        _position = literal.End;
        return new JsonataToken(JsonataTokenKind.Regex, literal.Pattern, open, literal.End) { Flags = literal.Flags };
    }

    private JsonataToken ReadString()
    {
        var reader = new JsonataStringReader(text, _position);
        if (!reader.Read())
            return Fail(reader.ErrorCode!, reader.Position, reader.ErrorStart, reader.ErrorEnd, reader.ErrorToken);
        int start = _position;
        _position = reader.Position;
        return new JsonataToken(JsonataTokenKind.String, reader.Value, start, _position);
    }

    private JsonataToken ReadQuotedName()
    {
        int start = _position;
        int close = text.IndexOf('`', start + 1);
        if (close < 0)
            return Fail("S0105", text.Length, start, text.Length);
        _position = close + 1;
        return new JsonataToken(JsonataTokenKind.Name, text.Substring(start + 1, close - start - 1), start, _position);
    }

    // A leading zero stands alone: 01 is 0 and then 1.
    private JsonataToken ReadNumber()
    {
        int start = _position;
        int end = text[start] == '0' ? start + 1 : Digits(start);
        if (At(end) == '.' && IsDigit(At(end + 1)))
            end = Digits(end + 1);
        if (At(end) is 'e' or 'E')
        {
            int exponent = At(end + 1) is '+' or '-' ? end + 2 : end + 1;
            if (IsDigit(At(exponent)))
                end = Digits(exponent);
        }
        string digits = text.Substring(start, end - start);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || double.IsInfinity(value))
            return Fail("S0102", start, start, end, JsonataSyntaxError.Quoted(digits));
        _position = end;
        return new JsonataToken(JsonataTokenKind.Number, digits, start, end) { Number = value };
    }

    private JsonataToken ReadName()
    {
        int start = _position;
        int end = start;
        while (end < text.Length && Blanks.IndexOf(text[end]) < 0 && SingleOperators.IndexOf(text[end]) < 0)
            end++;
        string name = text.Substring(start, end - start);
        if (name[0] == '$')
            return Take(JsonataTokenKind.Variable, name.Substring(1), end - start);
        JsonataTokenKind kind = name switch
        {
            "and" or "or" or "in" => JsonataTokenKind.Operator,
            "true" or "false" or "null" => JsonataTokenKind.Word,
            _ => JsonataTokenKind.Name,
        };
        return Take(kind, name, end - start);
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    private int Digits(int index)
    {
        while (IsDigit(At(index)))
            index++;
        return index;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
