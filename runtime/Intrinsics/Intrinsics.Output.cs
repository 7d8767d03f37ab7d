using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Format straight into an output: for text that nobody needs but whoever reads the output.</content>
public static partial class Intrinsics
{
    /// <summary>
    /// No less than the bytes that <see cref="AppendFormatted"/> appends for an argument; beyond any limit for one that has to be formatted with its neighbours, or can't be.
    /// </summary>
    // Java's form of an array or object has a blank more for each comma, and no quotes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long MostFormatted(JsonValue argument)
        => argument.Node is Document document ? 2L * document.Rows[(int)argument.Bits].Length : MostOfOther(argument);

    private static long MostOfOther(JsonValue argument)
    {
        switch (argument.Node)
        {
            case Tag:
                return NumberFormat.Longest;
            case string text:
                // Halves of a character in two texts become one where the texts meet.
                return text.Length > 0 && (char.IsLowSurrogate(text[0]) || char.IsHighSurrogate(text[^1])) ? Bound.Unwritable : 6L * text.Length;
            case JsonProperty[] or JsonValue[]:
                return 2 * new Size(argument.Bits).Bytes;
            default:
                return Bound.Unwritable;
        }
    }

    /// <summary>Appends an argument of <c>States.Format</c> inside a string literal.</summary>
    public static void AppendFormatted(JsonBuffer output, JsonValue argument)
    {
        if (argument.Node is Document document)
        {
            ref readonly Row part = ref document.Rows[(int)argument.Bits];
            if (part.Kind == RowKind.Plain)
                output.Part(document.Bytes, part.Start + 1, part.Length - 2);
            else if (part.Kind is RowKind.Escaped or RowKind.Object or RowKind.Array)
                AppendOther(output, argument);
            else
                output.Part(document.Bytes, part.Start, part.Length);
        }
        else if (argument.Node is Tag)
        {
            output.Value(argument);
        }
        else if (argument.Node is string text)
        {
            output.Chars(text);
        }
        else
        {
            AppendOther(output, argument);
        }
    }

    // Apart, since room on the stack is made in each call of the method that has it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AppendOther(JsonBuffer output, JsonValue argument)
    {
        var whole = new TextBuilder(stackalloc char[ScratchChars]);
        whole.Append(argument);
        output.Chars(whole.End());
    }
}
