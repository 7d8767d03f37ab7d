using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Compiled.Values;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Compiled.Jsonata;

/// <summary>What the arguments of a method marked <see cref="JsonataAttribute"/> are in JSON; for emitted code. C#'s null is JSON's.</summary>
public static class ExpressionArgument
{
    /// <summary>The value itself.</summary>
    public static JsonValue Of(JsonValue value) => value;

    /// <summary>The element; missing for an undefined one.</summary>
    public static JsonValue Of(JsonElement value) => JsonValue.FromJsonElement(value);

    /// <summary>The element; JSON's null for none, missing for an undefined one.</summary>
    public static JsonValue Of(JsonElement? value) => value is { } element ? JsonValue.FromJsonElement(element) : JsonValue.Null;

    /// <summary>The node.</summary>
    public static JsonValue Of(JsonNode? value) => JsonValue.FromJsonNode(value);

    /// <summary>The value that the UTF-8 JSON holds.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonValue Of(ReadOnlySpan<byte> utf8Json) => JsonValue.Parse(utf8Json);

    /// <summary>The value that the UTF-8 JSON holds.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonValue Of(ReadOnlyMemory<byte> utf8Json) => JsonValue.Parse(utf8Json.Span);

    /// <summary>The value that the UTF-8 JSON holds.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonValue Of(byte[]? utf8Json) => utf8Json is null ? JsonValue.Null : JsonValue.Parse(utf8Json);

    /// <summary>A string.</summary>
    public static JsonValue Of(string? value) => value is null ? JsonValue.Null : JsonValue.String(value);

    /// <summary>True or false.</summary>
    public static JsonValue Of(bool value) => JsonValue.Boolean(value);

    /// <summary>True or false, or null.</summary>
    public static JsonValue Of(bool? value) => value is { } known ? JsonValue.Boolean(known) : JsonValue.Null;

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">It is infinite or NaN.</exception>
    public static JsonValue Of(double value) => JsonValue.Number(value);

    /// <summary>A number, or null.</summary>
    /// <exception cref="ArgumentException">It is infinite or NaN.</exception>
    public static JsonValue Of(double? value) => value is { } known ? JsonValue.Number(known) : JsonValue.Null;

    /// <summary>A whole number.</summary>
    public static JsonValue Of(long value) => JsonValue.Number(value);

    /// <summary>A whole number, or null.</summary>
    public static JsonValue Of(long? value) => value is { } known ? JsonValue.Number(known) : JsonValue.Null;

    /// <summary>A whole number.</summary>
    public static JsonValue Of(int value) => JsonValue.Number((long)value);

    /// <summary>A whole number, or null.</summary>
    public static JsonValue Of(int? value) => value is { } known ? JsonValue.Number((long)known) : JsonValue.Null;

    /// <summary>What System.Text.Json makes of an object.</summary>
    public static JsonValue Of<T>(T? value, JsonTypeInfo typeInfo)
        where T : class =>
        value is null ? JsonValue.Null : JsonValue.Serialize(value, (JsonTypeInfo<T>)typeInfo);

    /// <summary>What System.Text.Json makes of a value.</summary>
    public static JsonValue Of<T>(T? value, JsonTypeInfo typeInfo)
        where T : struct =>
        value is { } known ? JsonValue.Serialize(known, (JsonTypeInfo<T>)typeInfo) : JsonValue.Null;

    /// <summary>The value that JSON text holds.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonValue OfText(string? json) => json is null ? JsonValue.Null : JsonValue.Parse(json);
}
