using System.Globalization;
using System.Text;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Writes values as <c>$string</c> does: JavaScript's JSON, with at most 15 significant digits for numbers that are not whole, and empty
/// strings for functions.
/// </summary>
internal static class JsonataText
{
    private const int IndentWidth = 2;

    // A text of 15 digits reads back as the double that it came from, so shortest texts up to that length stay as they are.
    private const int MostDigits = 15;
    private const int LongestShortText = MostDigits + 1;

    /// <summary>The value as the <c>&amp;</c> operator joins what is no string: nothing for a missing value, else as <c>$string</c> does.</summary>
    public static void Append(ref TextBuilder text, in JsonValue value)
    {
        switch (value.Node)
        {
            case null or JsonataFunction:
                break;
            case JsonProperty[] or JsonValue[]:
                AppendJson(ref text, value);
                break;
            case Document document:
                AppendText(ref text, document, value);
                break;
            case Tag { Kind: JsonKind.Number }:
                AppendNumber(ref text, value);
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void AppendText(ref TextBuilder text, Document document, in JsonValue value)
    {
        switch (document.Rows[(int)value.Bits].JsonKind)
        {
            case JsonKind.Number:
                AppendNumber(ref text, value);
                break;
            case JsonKind.Array or JsonKind.Object:
                AppendJson(ref text, value);
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void AppendNumber(ref TextBuilder text, in JsonValue value)
    {
        Span<byte> digits = stackalloc byte[NumberFormat.Longest];
        text.AppendAscii(digits[..WriteFinite(value, digits, "D3001")]);
    }

    private static void AppendJson(ref TextBuilder text, in JsonValue value)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        Write(value, buffer);
        text.AppendUtf8(buffer.Written);
        buffer.Return();
    }

    /// <summary>The value as <c>$string</c> gives it, for one that is not a string.</summary>
    public static string Of(in JsonValue value, bool prettify)
    {
        if (value.IsNumber)
        {
            Span<byte> digits = stackalloc byte[NumberFormat.Longest];
            return Encoding.ASCII.GetString(digits[..WriteFinite(value, digits, "D3001")]);
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Write(value, buffer, prettify: prettify);
        string text = Encoding.UTF8.GetString(buffer.Written);
        buffer.Return();
        return text;
    }

    /// <summary>Appends the JSON text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="buffer">Where to.</param>
    /// <param name="exact">Whether numbers keep all of their digits and an infinity is null, as in the messages of errors.</param>
    /// <param name="prettify">Whether members and elements stand on lines of their own, two blanks deeper each level.</param>
    public static void Write(in JsonValue value, JsonBuffer buffer, bool exact = false, bool prettify = false)
        => Write(value, buffer, new Layout(exact, prettify), 0);

    /// <summary>Writes a finite number and gives the length of its text.</summary>
    public static int WriteNumber(double number, Span<byte> target)
    {
        // JavaScript prints its negative zero without the sign.
        int length = NumberFormat.Write(number + 0.0, target);
        return (length <= LongestShortText && IsPlain(number)) || Math.Truncate(number) == number ? length : NumberFormat.Write(ToPrecision(number), target);
    }

    /// <summary>The number whose text <see cref="WriteNumber(double, Span{byte})"/> writes.</summary>
    public static double Rounded(double number)
    {
        if (Math.Truncate(number) == number)
        {
            return number + 0.0;
        }

        Span<byte> text = stackalloc byte[NumberFormat.Longest];
        int length = NumberFormat.Write(number, text);
        return length <= LongestShortText && IsPlain(number) ? number : ToPrecision(number);
    }

    // Whether a number is written without an exponent.
    private static bool IsPlain(double number) => Math.Abs(number) is 0 or (>= 1e-6 and < 1e21);

    /// <summary>Writes a number and gives the length of its text; refuses an infinite one with the error of the place.</summary>
    public static int WriteFinite(in JsonValue value, Span<byte> target, string code)
    {
        if (value.IsBuiltInteger && IsSafe(value.Bits))
        {
            return NumberFormat.Write(value.Bits, target);
        }

        double number = value.AsDouble();
        return double.IsFinite(number) ? WriteNumber(number, target) : throw JsonataError.Of(code, value: value);
    }

    // Whole numbers up to here are doubles of their own.
    private static bool IsSafe(long whole) => whole is > -(1L << 53) and < 1L << 53;

    // ECMAScript, Number.prototype.toPrecision: of two decimals that are equally near the larger one, where .NET takes the even one.
    private static double ToPrecision(double number)
    {
        // A digit, the point, 40 digits, the exponent: so many that the digits behind the last one kept decide.
        Span<byte> text = stackalloc byte[64];
        Math.Abs(number).TryFormat(text, out int length, "E40", CultureInfo.InvariantCulture);
        long digits = text[0] - '0';
        for (int i = 2; i <= MostDigits; i++)
        {
            digits = digits * 10 + (text[i] - '0');
        }

        if (text[MostDigits + 1] >= '5')
        {
            digits++;
        }

        int exponent = int.Parse(text[(text.IndexOf((byte)'E') + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        digits.TryFormat(text, out length, default, CultureInfo.InvariantCulture);
        text[length++] = (byte)'E';
        (exponent - (MostDigits - 1)).TryFormat(text[length..], out int written, default, CultureInfo.InvariantCulture);
        double rounded = double.Parse(text[..(length + written)], NumberStyles.Float, CultureInfo.InvariantCulture);
        return number < 0 ? -rounded : rounded;
    }

    private static void Write(in JsonValue value, JsonBuffer buffer, in Layout layout, int level)
    {
        switch (value.Kind)
        {
            case JsonKind.Array or JsonKind.Object when level >= JsonValue.MaxDepth: throw JsonataError.TooDeep();
            case JsonKind.Number: WriteNumber(value, buffer, layout); break;
            case JsonKind.String: WriteString(value, buffer); break;
            case JsonKind.Array when value.Count > 0: WriteItems(value, buffer, layout, level); break;
            case JsonKind.Object when value.Count > 0: WriteMembers(value, buffer, layout, level); break;
            case JsonKind.Array: buffer.Raw("[]"u8); break;
            case JsonKind.Object: buffer.Raw("{}"u8); break;
            case JsonKind.True: buffer.Raw("true"u8); break;
            case JsonKind.False: buffer.Raw("false"u8); break;
            case JsonKind.Function: buffer.Raw("\"\""u8); break;
            default: buffer.Raw("null"u8); break;
        }
    }

    private static void WriteNumber(in JsonValue value, JsonBuffer buffer, in Layout layout)
    {
        if (layout.Exact)
        {
            double number = value.AsDouble();
            if (double.IsFinite(number))
            {
                buffer.Number(number + 0.0);
            }
            else
            {
                buffer.Raw("null"u8);
            }

            return;
        }

        Span<byte> digits = stackalloc byte[NumberFormat.Longest];
        buffer.Raw(digits[..WriteFinite(value, digits, "D1001")]);
    }

    private static void WriteString(in JsonValue value, JsonBuffer buffer)
    {
        if (value.IsPlain)
        {
            buffer.Raw(((Document)value.Node!).Text((int)value.Bits));
            return;
        }

        buffer.Byte((byte)'"');
        using (TextChars text = new(value, stackalloc char[TextChars.StackChars]))
        {
            buffer.Chars(text.Chars);
        }

        buffer.Byte((byte)'"');
    }

    private static void WriteItems(in JsonValue value, JsonBuffer buffer, in Layout layout, int level)
    {
        byte separator = (byte)'[';
        foreach (JsonValue item in value.Items())
        {
            buffer.Byte(separator);
            layout.Line(buffer, level + 1);
            Write(item, buffer, layout, level + 1);
            separator = (byte)',';
        }

        layout.Line(buffer, level);
        buffer.Byte((byte)']');
    }

    private static void WriteMembers(in JsonValue value, JsonBuffer buffer, in Layout layout, int level)
    {
        byte separator = (byte)'{';
        foreach (JsonMember member in value.Members())
        {
            buffer.Byte(separator);
            layout.Line(buffer, level + 1);
            buffer.Raw(member.Quoted);
            if (layout.Prettify)
            {
                buffer.Byte((byte)' ');
            }

            Write(member.Value, buffer, layout, level + 1);
            separator = (byte)',';
        }

        layout.Line(buffer, level);
        buffer.Byte((byte)'}');
    }

    private readonly struct Layout(bool exact, bool prettify)
    {
        public bool Exact { get; } = exact;

        public bool Prettify { get; } = prettify;

        public void Line(JsonBuffer buffer, int level)
        {
            if (Prettify)
            {
                buffer.Byte((byte)'\n');
                for (int i = 0; i < level * IndentWidth; i++)
                {
                    buffer.Byte((byte)' ');
                }
            }
        }
    }
}
