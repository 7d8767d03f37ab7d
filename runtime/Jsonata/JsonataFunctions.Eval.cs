using Compiled.Values;

namespace Compiled.Jsonata;

/// <content><c>$eval</c>.</content>
public static partial class JsonataFunctions
{
    /// <summary>
    /// <c>$eval(text)</c> where the text is no constant: refused, as expressions are compiled when the project is built. A constant text is
    /// compiled in its place and never comes here.
    /// </summary>
    /// <exception cref="JsonataException">D3121: the text is not missing.</exception>
    public static JsonValue Eval(JsonValue text, JsonValue focus, Evaluation evaluation)
    {
        Arguments.String(text, "eval", 1);
        return text.IsMissing
            ? default
            : throw new JsonataException("D3121", "Dynamic error evaluating the expression passed to function eval: the text is not a constant, and expressions are compiled at build time");
    }

    /// <summary>The error of a constant text that does not parse.</summary>
    public static JsonValue EvalRefused(string message) => throw JsonataError.Of("D3120", value: message);

    /// <summary>The error of a constant text whose evaluation failed.</summary>
    public static JsonataException EvalFailed(JsonataException error) => JsonataError.Of("D3121", value: error.Message);
}
