using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Compiled.Server.Protocol;

/// <summary>What AWS's answers are made of.</summary>
internal static class JsonWriting
{
    /// <summary>A date, in seconds since 1970 with milliseconds. FEATURES P-003.</summary>
    public static void WriteDate(this Utf8JsonWriter writer, string name, DateTimeOffset date)
    {
        // The digits of a decimal or double take long to find, and every answer has dates.
        (long seconds, long milliseconds) = Math.DivRem(date.ToUnixTimeMilliseconds(), 1000);
        if (milliseconds == 0)
        {
            writer.WriteNumber(name, seconds);
            return;
        }

        Span<byte> digits = stackalloc byte[32];
        Utf8Formatter.TryFormat(seconds, digits, out int length);
        digits[length++] = (byte)'.';
        Utf8Formatter.TryFormat(milliseconds, digits[length..], out int written, new StandardFormat('D', 3));
        writer.WritePropertyName(name);
        writer.WriteRawValue(digits[..(length + written)].TrimEnd((byte)'0'), skipInputValidation: true);
    }

    /// <summary>A date, or nothing.</summary>
    public static void WriteOptionalDate(this Utf8JsonWriter writer, string name, DateTimeOffset? date)
    {
        if (date is { } there)
            writer.WriteDate(name, there);
    }

    /// <summary>A text, or nothing.</summary>
    public static void WriteOptional(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    /// <summary>JSON as it was sent, or nothing.</summary>
    public static void WriteOptionalRaw(this Utf8JsonWriter writer, string name, string? json)
    {
        if (json is null)
            return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    }

    /// <summary><c>{"included": true}</c>; false where data is left out because the request asked for none.</summary>
    public static void WriteIncluded(this Utf8JsonWriter writer, string name, bool isIncluded)
    {
        writer.WriteStartObject(name);
        writer.WriteBoolean("included", isIncluded);
        writer.WriteEndObject();
    }
}
