using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>A constant argument: a string in single quotes, a number, true, false or null.</summary>
public sealed class IntrinsicLiteral : IntrinsicArgument
{
    internal IntrinsicLiteral(JsonNode value, string rawText, int start, int length)
        : base(start, length)
    {
        Value = value;
        RawText = rawText;
    }

    /// <summary>The value, escapes resolved; its span counts in the call's text.</summary>
    public JsonNode Value { get; }

    /// <summary>The text as written, without the quotes of a string, escapes kept.</summary>
    public string RawText { get; }
}
