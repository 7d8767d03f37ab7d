using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Compiled.Values;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Compiled.Jsonata;

/// <summary>
/// What a method marked <see cref="JsonataAttribute"/> makes of its expression's value; for emitted code. <c>method</c> is its name, for
/// messages; <c>acceptsNull</c> says whether it can return null for no value and for JSON's null.
/// </summary>
public static class ExpressionResult
{
    /// <summary>UTF-8 JSON; empty for no value.</summary>
    public static byte[] ToUtf8(JsonValue value, string method)
    {
        if (value.IsMissing)
        {
            return [];
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Writable(value, method).Write(buffer);
        byte[] utf8 = buffer.Written.ToArray();
        buffer.Return();
        return utf8;
    }

    /// <summary>Writes UTF-8 JSON; nothing for no value.</summary>
    public static void Write(JsonValue value, IBufferWriter<byte> output, string method)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (value.IsMissing)
        {
            return;
        }

        if (output is JsonBuffer own)
        {
            Writable(value, method).Write(own);
            return;
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Writable(value, method).Write(buffer);
        output.Write(buffer.Written);
        buffer.Return();
    }

    /// <summary>An element; undefined for no value.</summary>
    public static JsonElement ToJsonElement(JsonValue value, string method) => Writable(value, method).ToJsonElement();

    /// <summary>An element; null for no value.</summary>
    public static JsonElement? ToJsonElementOrNull(JsonValue value, string method) => value.IsMissing ? null : ToJsonElement(value, method);

    /// <summary>A node; null for JSON's null and for no value.</summary>
    public static JsonNode? ToJsonNode(JsonValue value, bool acceptsNull, string method) =>
        IsNull(value, acceptsNull, "JsonNode", method) ? null : Writable(value, method).ToJsonNode();

    /// <summary>A string.</summary>
    public static string? ToText(JsonValue value, bool acceptsNull, string method)
    {
        if (IsNull(value, acceptsNull, "string", method))
        {
            return null;
        }

        return value.IsString ? value.AsString() : throw NotA("string", value, method);
    }

    /// <summary>True or false.</summary>
    public static bool? ToBoolean(JsonValue value, bool acceptsNull, string method)
    {
        if (IsNull(value, acceptsNull, "bool", method))
        {
            return null;
        }

        return value.IsBoolean ? value.IsTrue : throw NotA("boolean", value, method);
    }

    /// <summary>A number.</summary>
    public static double? ToDouble(JsonValue value, bool acceptsNull, string method)
    {
        if (IsNull(value, acceptsNull, "double", method))
        {
            return null;
        }

        return value.TryGetDouble(out double number) ? number : throw NotA("number", value, method);
    }

    /// <summary>A whole number.</summary>
    public static long? ToInt64(JsonValue value, bool acceptsNull, string method)
    {
        if (IsNull(value, acceptsNull, "long", method))
        {
            return null;
        }

        return value.TryGetInt64(out long number) ? number : throw NotA("whole number of 64 bits", value, method);
    }

    /// <summary>A whole number.</summary>
    public static int? ToInt32(JsonValue value, bool acceptsNull, string method)
    {
        if (IsNull(value, acceptsNull, "int", method))
        {
            return null;
        }

        return value.TryGetInt64(out long number) && number == (int)number ? (int)number : throw NotA("whole number of 32 bits", value, method);
    }

    /// <summary>The object that System.Text.Json reads from the value.</summary>
    /// <exception cref="JsonException">The value does not fit the type.</exception>
    public static T? To<T>(JsonValue value, JsonTypeInfo typeInfo, bool acceptsNull, string method)
        where T : class =>
        IsNull(value, acceptsNull, typeof(T).Name, method) ? null : Writable(value, method).Deserialize((JsonTypeInfo<T>)typeInfo);

    /// <summary>The value that System.Text.Json reads from the value.</summary>
    /// <exception cref="JsonException">The value does not fit the type.</exception>
    public static T? ToStruct<T>(JsonValue value, JsonTypeInfo typeInfo, bool acceptsNull, string method)
        where T : struct =>
        IsNull(value, acceptsNull, typeof(T).Name, method) ? null : Writable(value, method).Deserialize((JsonTypeInfo<T>)typeInfo);

    private static bool IsNull(JsonValue value, bool acceptsNull, string type, string method)
    {
        if (!value.IsMissing && !value.IsNull)
        {
            return false;
        }

        return acceptsNull ? true : throw new InvalidOperationException(
            $"The expression of '{method}' gave {(value.IsMissing ? "no value" : "null")}; let the method return '{type}?' to take that.");
    }

    private static JsonValue Writable(JsonValue value, string method) => value.IsFunction ? throw NotA("JSON value", value, method) : value.Plain;

    private static InvalidOperationException NotA(string expected, JsonValue value, string method) => new(
        $"The expression of '{method}' gave {(value.IsFunction ? "a function" : value.Kind is JsonKind.Array or JsonKind.Object ? "an " + Word(value) : value.IsBoolean ? Word(value) : "a " + Word(value))} where a {expected} was expected.");

    private static string Word(JsonValue value) => value.Kind.ToString().ToLowerInvariant();
}
