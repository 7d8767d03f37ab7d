using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>A text that is put together where an output is written.</content>
public static partial class Concatenation
{
    // A character takes at most \uXXXX.
    private const int LongestCharacter = 6;

    // Doubles tell decimals of so many digits apart, and JavaScript writes what has so many behind the point without an exponent.
    private const int MostDigits = 15, MostFraction = 6;

    /// <summary>
    /// No less than the bytes that <see cref="Append"/> appends for an operand; beyond any limit for one that has to be put together with its neighbours, or can't be.
    /// Whoever adds them up refuses far shorter texts than an evaluation has steps for, so that those are not counted.
    /// </summary>
    /// <exception cref="JsonataException">D1001: an infinite number in an array or object.</exception>
    // Most are texts as they were read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Most(JsonValue operand)
        => operand.Node is Document document && document.Rows[(int)operand.Bits] is { Kind: RowKind.Plain, Length: var length } ? length : MostOf(operand);

    private static long MostOf(JsonValue operand)
    {
        switch (operand.Node)
        {
            case null or JsonataFunction:
                return 0;
            case string text:
                return MostOf(text);
            case Document document:
                return MostOf(document, in operand);
            case Tag:
                return NumberFormat.Longest;
            case JsonProperty[] or JsonValue[]:
                return MostOfJson(in operand);
            default:
                return Bound.Unwritable;
        }
    }

    /// <summary>Appends an operand inside a string literal.</summary>
    public static void Append(JsonBuffer output, JsonValue operand)
    {
        if (operand.Node is Document document)
        {
            ref readonly Row part = ref document.Rows[(int)operand.Bits];
            if (part.Kind == RowKind.Plain)
            {
                output.Part(document.Bytes, part.Start + 1, part.Length - 2);
                return;
            }
        }

        if (operand.IsNumber)
            AppendNumber(output, in operand);
        else if (operand.Node is string text)
            output.Chars(text);
        else if (operand.Node is not (null or JsonataFunction))
            AppendOther(output, in operand);
    }

    private static void AppendNumber(JsonBuffer output, in JsonValue number)
    {
        if (number.Node is Document document && IsWrittenSo(document, document.Rows[(int)number.Bits]))
        {
            output.Raw(document.Text((int)number.Bits));
            return;
        }

        output.Advance(JsonataText.WriteFinite(number, output.Room(NumberFormat.Longest), "D3001"));
    }

    private static void AppendOther(JsonBuffer output, in JsonValue operand)
    {
        if (operand.IsString)
        {
            using TextChars text = new(operand, stackalloc char[TextChars.StackChars]);
            output.Chars(text.Chars);
        }
        else if (operand.Node is Tag or Document && !operand.IsObject && !operand.IsArray)
        {
            output.Value(operand);
        }
        else
        {
            JsonBuffer buffer = JsonBuffer.Rent();
            JsonataText.Write(operand, buffer);
            output.Chars(System.Text.Encoding.UTF8.GetString(buffer.Written));
            buffer.Return();
        }
    }

    /// <summary>The operands of which <see cref="Most"/> was asked as one text.</summary>
    public static JsonValue Joined(params ReadOnlySpan<JsonValue> operands) => Of(new Evaluation(default(DateTimeOffset), null!), operands);

    private static long MostOf(Document document, in JsonValue operand)
    {
        ref readonly Row row = ref document.Rows[(int)operand.Bits];
        switch (row.JsonKind)
        {
            case JsonKind.String:
                return row.Kind == RowKind.Plain ? row.Length : MostOfEscaped(in operand);
            case JsonKind.Number:
                return IsWrittenSo(document, row) || double.IsFinite(operand.AsDouble()) ? NumberFormat.Longest : Bound.Unwritable;
            case JsonKind.Array or JsonKind.Object:
                return MostOfJson(in operand);
            default:
                return row.Length;
        }
    }

    // Whether a number's text is the one that $string gives: few digits, the last of a fraction is no zero, and so near to zero that JavaScript had an exponent is none.
    private static bool IsWrittenSo(Document document, in Row row)
    {
        if (row.Length > MostDigits)
            return false;
        ReadOnlySpan<byte> text = document.Bytes.AsSpan(row.Start, row.Length);
        if (row.Kind == RowKind.Integer)
            return text is not [(byte)'-', (byte)'0'];
        int point = text.IndexOf((byte)'.');
        return point >= 0 && text.Length - point - 1 <= MostFraction && text[^1] != '0' && text.IndexOfAny((byte)'e', (byte)'E') < 0;
    }

    // Halves of a character in two texts become one where the texts meet.
    private static long MostOf(ReadOnlySpan<char> text)
        => text.Length > 0 && (char.IsLowSurrogate(text[0]) || char.IsHighSurrogate(text[^1])) ? Bound.Unwritable : (long)LongestCharacter * text.Length;

    private static long MostOfEscaped(in JsonValue operand)
    {
        using TextChars text = new(operand, stackalloc char[TextChars.StackChars]);
        return MostOf(text.Chars);
    }

    private static long MostOfJson(in JsonValue value)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        JsonataText.Write(value, buffer);
        long most = (long)LongestCharacter * buffer.Written.Length;
        buffer.Return();
        return most;
    }
}
