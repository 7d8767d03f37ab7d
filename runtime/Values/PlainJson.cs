using System.Text;
using System.Text.Json;

namespace Compiled.Values;

/// <summary>
/// Reads and writes plain C# values for emitted code, where System.Text.Json would give the same without a doubt. Where there is one, the
/// reader says so and System.Text.Json is asked: it decides what is read after all, and how it fails.
/// </summary>
public static partial class PlainJson
{
    // System.Text.Json reads no deeper by default, not even what it skips.
    private const int MostLevels = 64;

    // Data has 262,144 bytes at most. What is larger, and may hold one part over and over, is not looked through for how deep it is.
    private const long MostLooked = 1 << 22;

    /// <summary>Whether the value nests no deeper than System.Text.Json reads.</summary>
    public static bool IsShallow(JsonValue value) => value.Node switch
    {
        Document document => document.Depth <= MostLevels,
        JsonProperty[] or JsonValue[] => new Size(value.Bits).Depth <= MostLevels || Bound.IsWithin(in value, MostLooked, MostLevels),
        _ => true,
    };

    /// <summary>A string; null for JSON's null and for no value.</summary>
    public static bool TryRead(JsonValue value, out string? result)
    {
        if (value.Node is string built)
        {
            // A lone surrogate is written as another character, and read as that.
            result = built;
            return !built.AsSpan().ContainsAnyInRange('\ud800', '\udfff');
        }

        if (value.IsPlain)
        {
            result = Encoding.UTF8.GetString(((Document)value.Node!).Unquoted((int)value.Bits));
            return true;
        }

        result = null;
        return value.IsMissing || value.IsNull;
    }

    /// <summary>True or false; false for no value.</summary>
    public static bool TryRead(JsonValue value, out bool result)
    {
        result = value.IsTrue;
        return result || value.IsMissing || value.IsBoolean;
    }

    /// <summary>A whole number of 32 bits; 0 for no value.</summary>
    public static bool TryRead(JsonValue value, out int result)
    {
        bool isRead = TryRead(value, out long whole);
        result = (int)whole;
        return isRead && result == whole;
    }

    /// <summary>A whole number of 64 bits, written with digits only; 0 for no value.</summary>
    public static bool TryRead(JsonValue value, out long result)
    {
        if (value.TryGetInteger(out result))
            return true;
        // What JSONata computes is a double, and written without a fraction where it has none.
        if (ReferenceEquals(value.Node, Tag.Double))
        {
            double number = BitConverter.Int64BitsToDouble(value.Bits);
            result = (long)number;
            return result == number && Math.Abs(number) < MostPlain && result != 0;
        }

        result = 0;
        return value.IsMissing;
    }

    /// <summary>A number; 0 for no value.</summary>
    public static bool TryRead(JsonValue value, out double result)
        => value.TryGetDouble(out result) ? double.IsFinite(result) : value.IsMissing;

    /// <summary>True, false, or null for JSON's null and for no value.</summary>
    public static bool TryRead(JsonValue value, out bool? result)
    {
        bool isRead = TryRead(value, out bool known);
        result = isRead && !value.IsMissing ? known : null;
        return isRead || value.IsNull;
    }

    /// <summary>A whole number of 32 bits, or null for JSON's null and for no value.</summary>
    public static bool TryRead(JsonValue value, out int? result)
    {
        bool isRead = TryRead(value, out int known);
        result = isRead && !value.IsMissing ? known : null;
        return isRead || value.IsNull;
    }

    /// <summary>A whole number of 64 bits, or null for JSON's null and for no value.</summary>
    public static bool TryRead(JsonValue value, out long? result)
    {
        bool isRead = TryRead(value, out long known);
        result = isRead && !value.IsMissing ? known : null;
        return isRead || value.IsNull;
    }

    /// <summary>A number, or null for JSON's null and for no value.</summary>
    public static bool TryRead(JsonValue value, out double? result)
    {
        bool isRead = TryRead(value, out double known);
        result = isRead && !value.IsMissing ? known : null;
        return isRead || value.IsNull;
    }

    /// <summary>JSON's null for null.</summary>
    public static JsonValue Write(string? value) => value is null ? JsonValue.Null : JsonValue.String(value);

    /// <summary>JSON's null for null.</summary>
    public static JsonValue Write(bool? value) => value is { } known ? JsonValue.Boolean(known) : JsonValue.Null;

    /// <summary>JSON's null for null.</summary>
    public static JsonValue Write(long? value) => value is { } known ? JsonValue.Number(known) : JsonValue.Null;

    /// <summary>JSON's null for null.</summary>
    /// <exception cref="ArgumentException">The number is infinite or NaN; it is the exception of System.Text.Json.</exception>
    public static JsonValue Write(double? value) => value is { } known ? Write(known) : JsonValue.Null;

    /// <inheritdoc cref="JsonValue.Boolean"/>
    public static JsonValue Write(bool value) => JsonValue.Boolean(value);

    /// <inheritdoc cref="JsonValue.Number(long)"/>
    public static JsonValue Write(int value) => JsonValue.Number((long)value);

    /// <inheritdoc cref="JsonValue.Number(long)"/>
    public static JsonValue Write(long value) => JsonValue.Number(value);

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">The number is infinite or NaN; it is the exception of System.Text.Json.</exception>
    public static JsonValue Write(double value)
    {
        if (double.IsFinite(value))
            return JsonValue.Number(value);
        using var writer = new Utf8JsonWriter(Stream.Null);
        writer.WriteNumberValue(value);
        throw JsonValue.NotFinite(value);
    }
}
