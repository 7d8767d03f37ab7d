using System.Text;
using Compiled.Language.Json;
using Compiled.Language.Vocabulary;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Why an expression does not parse.</summary>
public sealed class JsonataSyntaxError
{
    internal JsonataSyntaxError(string code, int position, TextSpan span, string? token = null, string? value = null, string? message = null)
    {
        Code = code;
        Position = position;
        Span = span;
        Token = token;
        // Two codes are not JSONata's: U1001 here, and S0303 for a wrong pattern, which comes with its text.
        string template = JsonataErrors.Template(code) ?? "The expression is nested too deep";
        Message = message ?? template.Replace("{{token}}", token ?? "undefined").Replace("{{value}}", value ?? "undefined");
    }

    /// <summary>JSONata's code, <c>S0201</c>; <c>U1001</c> where the expression is nested deeper than this parser goes.</summary>
    public string Code { get; }

    /// <summary>The position that JSONata reports, 0 to the length of the expression: mostly just after the token at fault.</summary>
    public int Position { get; }

    /// <summary>The characters at fault; empty at the end of the expression.</summary>
    public TextSpan Span { get; }

    /// <summary>The token at fault as JSON, where the code has one.</summary>
    public string? Token { get; }

    /// <summary>JSONata's text for the code, its blanks filled in.</summary>
    public string Message { get; }

    /// <summary>For debugging and test output.</summary>
    public override string ToString() => $"{Code} at {Position}: {Message}";

    internal static string Quoted(string text)
    {
        var json = new StringBuilder();
        JsonText.AppendString(json, text);
        return json.ToString();
    }
}
