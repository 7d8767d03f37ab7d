using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The operator <c>&amp;</c>.</summary>
public static class Concatenation
{
    /// <summary>The operands as text, one after another; a missing one is empty.</summary>
    public static JsonValue Of(JsonValue left, JsonValue right) => string.Concat(Text(left), Text(right));

    /// <inheritdoc cref="Of(JsonValue, JsonValue)"/>
    public static JsonValue Of(JsonValue first, JsonValue second, JsonValue third) => string.Concat(Text(first), Text(second), Text(third));

    /// <inheritdoc cref="Of(JsonValue, JsonValue)"/>
    public static JsonValue Of(params ReadOnlySpan<JsonValue> operands)
    {
        var texts = new string[operands.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Text(operands[i]);
        }

        return string.Concat(texts);
    }

    private static string Text(JsonValue value)
        => value.Node as string ?? (value.IsMissing ? "" : value.IsString ? value.AsString() : JsonataFunctions.String(value, default).AsString());
}
