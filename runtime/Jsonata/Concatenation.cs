using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The operator <c>&amp;</c>.</summary>
public static class Concatenation
{
    private const int ShortText = 256;

    /// <summary>The operands as text, one after another; a missing one is empty.</summary>
    public static JsonValue Of(params ReadOnlySpan<JsonValue> operands)
    {
        var text = new TextBuilder(stackalloc char[ShortText]);
        foreach (JsonValue operand in operands)
        {
            JsonataText.Append(ref text, operand);
        }

        return text.End();
    }
}
