using System.Runtime.CompilerServices;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The operator <c>&amp;</c>.</summary>
public static partial class Concatenation
{
    // Written before it is read, so that nobody needs it cleared.
    private const int ShortText = 256;

    /// <summary>The operands as text, one after another; a missing one is empty.</summary>
    /// <exception cref="JsonataException">U1001: the text is longer than the steps that are left.</exception>
    [SkipLocalsInit]
    public static JsonValue Of(Evaluation evaluation, params ReadOnlySpan<JsonValue> operands)
    {
        var text = new TextBuilder(stackalloc char[ShortText]);
        foreach (ref readonly JsonValue operand in operands)
        {
            // Texts can double again and again, so their lengths are counted.
            if (operand.Node is string characters)
            {
                evaluation.Step(characters.Length);
                text.Append(characters);
            }
            else if (operand.Node is Document document && document.Rows[(int)operand.Bits] is { JsonKind: JsonKind.String, Length: var length })
            {
                evaluation.Step(length);
                text.AppendString(document, (int)operand.Bits);
            }
            else
            {
                JsonataText.Append(ref text, in operand);
            }
        }

        return text.End();
    }
}
