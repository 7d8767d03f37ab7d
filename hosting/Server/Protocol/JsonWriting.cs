using System.Text.Json;

namespace Compiled.Server.Protocol;

/// <summary>What AWS's answers are made of.</summary>
internal static class JsonWriting
{
    /// <summary>A date, in seconds since 1970 with milliseconds. FEATURES P-003.</summary>
    public static void WriteDate(this Utf8JsonWriter writer, string name, DateTimeOffset date) => writer.WriteNumber(name, date.ToUnixTimeMilliseconds() / 1000m);

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

    /// <summary><c>{"included": true}</c>.</summary>
    public static void WriteIncluded(this Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteBoolean("included", true);
        writer.WriteEndObject();
    }
}
