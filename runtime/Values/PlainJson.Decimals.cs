using System.Buffers.Text;

namespace Compiled.Values;

/// <content>Decimals, which keep the zeros at their end.</content>
public static partial class PlainJson
{
    /// <summary>A decimal, written without an exponent; 0 for no value.</summary>
    public static bool TryRead(JsonValue value, out decimal result)
    {
        if (value.Node is Document && value.IsNumber)
            return TryRead(((Document)value.Node).Text((int)value.Bits), out result);
        if (value.IsNumber)
        {
            Span<byte> text = stackalloc byte[NumberFormat.Longest];
            return TryRead(text[..(ReferenceEquals(value.Node, Tag.Integer) ? NumberFormat.Write(value.Bits, text) : NumberFormat.Write(value.AsDouble(), text))], out result);
        }

        result = 0;
        return value.IsMissing;
    }

    /// <summary>A decimal, or null for JSON's null and for no value.</summary>
    public static bool TryRead(JsonValue value, out decimal? result)
    {
        bool isRead = TryRead(value, out decimal known);
        result = isRead && !value.IsMissing ? known : null;
        return isRead || value.IsNull;
    }

    /// <summary>A number with the decimal's zeros.</summary>
    public static JsonValue Write(decimal value)
    {
        Span<byte> text = stackalloc byte[NumberFormat.Longest];
        Utf8Formatter.TryFormat(value, text, out int written);
        return JsonValue.Parse(text[..written]);
    }

    /// <summary>JSON's null for null.</summary>
    public static JsonValue Write(decimal? value) => value is { } known ? Write(known) : JsonValue.Null;

    /// <summary>A decimal.</summary>
    public static long MostBytes(decimal value) => NumberFormat.Longest;

    /// <summary>A decimal, or null.</summary>
    public static long MostBytes(decimal? value) => NumberFormat.Longest;

    // As Utf8JsonReader does; what has an exponent is left to it.
    private static bool TryRead(ReadOnlySpan<byte> text, out decimal result)
        => Utf8Parser.TryParse(text, out result, out int consumed) && consumed == text.Length && !text.ContainsAny((byte)'e', (byte)'E');
}
