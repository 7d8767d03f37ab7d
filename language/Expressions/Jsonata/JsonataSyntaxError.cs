using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Why an expression does not parse.</summary>
public sealed class JsonataSyntaxError
{
    internal JsonataSyntaxError(string code, int position, TextSpan span, string? token = null, string? value = null)
    {
        Code = code;
        Position = position;
        Span = span;
        Token = token;
        Value = value;
    }

    /// <summary>JSONata's code, <c>S0201</c>.</summary>
    public string Code { get; }

    /// <summary>The position that JSONata reports, 0 to the length of the expression: mostly just after the token at fault.</summary>
    public int Position { get; }

    /// <summary>The characters at fault; empty at the end of the expression.</summary>
    public TextSpan Span { get; }

    /// <summary>The token at fault, where the code has one.</summary>
    public string? Token { get; }

    /// <summary>What was expected, or the value at fault, where the code has one.</summary>
    public string? Value { get; }
}
