using System.Globalization;

namespace Compiled.Values;

/// <summary>
/// Spells what System.Text.Json wrote as built values are spelled, so that one object has one text whoever writes it: characters beyond the first 65,536 and the
/// like as they are and not as <c>\uXXXX</c>, doubles as ECMAScript does (<c>100000000000000000000</c>, not <c>1E+20</c>).
/// </summary>
internal static class Respelling
{
    /// <summary>Whether anything in the text may be spelled otherwise.</summary>
    public static bool IsNeeded(ReadOnlySpan<byte> text) => text.IndexOf("\\u"u8) >= 0 || text.IndexOf("E+"u8) >= 0 || text.IndexOf("E-"u8) >= 0;

    public static JsonValue Respell(Document document)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        int done = 0;
        for (int row = 0; row < document.Rows.Length; row++)
        {
            ref readonly Row part = ref document.Rows[row];
            if (part.Kind == RowKind.Escaped)
            {
                buffer.Raw(document.Bytes.AsSpan(done, part.Start - done));
                buffer.String(StringText.Decode(document.Unquoted(row)));
                done = part.End;
            }
            else if (part.Kind == RowKind.Decimal && IsDouble(document.Text(row), out double number))
            {
                buffer.Raw(document.Bytes.AsSpan(done, part.Start - done));
                buffer.Number(number);
                done = part.End;
            }
        }

        buffer.Raw(document.Bytes.AsSpan(done, document.Rows[0].End - done));
        JsonValue value = JsonValue.Parse(buffer.Written);
        buffer.Return();
        return value;
    }

    // With an exponent, and as .NET writes it: what somebody wrote in another way, such as 1E2, stays as it is.
    private static bool IsDouble(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        if (!text.Contains((byte)'E'))
            return false;
        number = NumberText.ToDouble(text);
        Span<byte> written = stackalloc byte[NumberFormat.Longest];
        return double.IsFinite(number) && number.TryFormat(written, out int length, default, CultureInfo.InvariantCulture) && written[..length].SequenceEqual(text);
    }
}
