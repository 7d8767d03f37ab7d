using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Compiled.Values;

/// <content>To and from System.Text.Json.</content>
public readonly partial struct JsonValue
{
    private static readonly JsonDocumentOptions s_documentOptions = new() { MaxDepth = MaxDepth };

    /// <summary>The value of an element; missing for one of <see cref="JsonValueKind.Undefined"/>.</summary>
    /// <exception cref="JsonException">The element nests deeper than <see cref="MaxDepth"/>.</exception>
    public static JsonValue FromJsonElement(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            return default;
        }

        if (Tokenizer.TryRead(JsonMarshal.GetRawUtf8Value(element), out JsonValue value, out _))
        {
            return value;
        }

        // The element's text may have comments and trailing commas, which its document was told to allow.
        JsonBuffer buffer = JsonBuffer.Rent();
        Utf8JsonWriter writer = buffer.Writer();
        element.WriteTo(writer);
        return Read(buffer, writer);
    }

    /// <summary>The value of a node; JSON's null for null, which is how nodes say it.</summary>
    /// <exception cref="JsonException">The node nests deeper than <see cref="MaxDepth"/>.</exception>
    public static JsonValue FromJsonNode(JsonNode? node)
    {
        if (node is null)
        {
            return Null;
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Utf8JsonWriter writer = buffer.Writer();
        node.WriteTo(writer);
        return Read(buffer, writer);
    }

    /// <summary>The JSON that System.Text.Json makes of an object, spelled as values that were built are.</summary>
    /// <exception cref="JsonException">The object cannot be serialised, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public static JsonValue Serialize<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        Utf8JsonWriter writer = buffer.Writer();
        JsonSerializer.Serialize(writer, value, typeInfo);
        writer.Flush();
        bool isRespelled = Respelling.IsNeeded(buffer.Written);
        JsonValue read = Read(buffer, writer);
        return isRespelled && read.Node is Document document ? Respelling.Respell(document) : read;
    }

    /// <summary>The value as an element with text of its own; one of <see cref="JsonValueKind.Undefined"/> for a missing value.</summary>
    /// <exception cref="InvalidOperationException">The value is a failure, or a part of it is no JSON.</exception>
    public JsonElement ToJsonElement() => IsMissing ? default : Through(static utf8 => JsonElement.Parse(utf8, s_documentOptions));

    /// <summary>The value as a node that can be changed; null for JSON's null.</summary>
    /// <exception cref="InvalidOperationException">The value or a part of it is missing or a failure.</exception>
    public JsonNode? ToJsonNode() => Through(static utf8 => JsonNode.Parse(utf8, nodeOptions: null, s_documentOptions));

    /// <summary>The object that System.Text.Json reads from the value; the type's options say how deep it may nest.</summary>
    /// <exception cref="JsonException">The JSON does not fit the type.</exception>
    /// <exception cref="InvalidOperationException">The value or a part of it is missing or a failure.</exception>
    public T? Deserialize<T>(JsonTypeInfo<T> typeInfo)
    {
        if (Node is Document document)
        {
            return JsonSerializer.Deserialize(document.Text((int)Bits), typeInfo);
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Write(buffer, 0);
        T? value = JsonSerializer.Deserialize(buffer.Written, typeInfo);
        buffer.Return();
        return value;
    }

    private static JsonValue Read(JsonBuffer buffer, Utf8JsonWriter writer)
    {
        writer.Flush();
        JsonValue value = Parse(buffer.Written);
        buffer.Return();
        return value;
    }

    private T Through<T>(Func<ReadOnlySpan<byte>, T> read)
    {
        if (Node is Document document)
        {
            return read(document.Text((int)Bits));
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        Write(buffer, 0);
        T result = read(buffer.Written);
        buffer.Return();
        return result;
    }
}
