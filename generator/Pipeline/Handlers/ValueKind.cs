namespace Compiled.Generator.Pipeline;

/// <summary>How a handler's input or result relates to JSON.</summary>
public enum ValueKind
{
    /// <summary>A type of the user's, by System.Text.Json.</summary>
    Typed,

    /// <summary><c>Compiled.JsonValue</c>, as it is.</summary>
    JsonValue,

    /// <summary><c>System.Text.Json.JsonElement</c>.</summary>
    JsonElement,

    /// <summary><c>System.Text.Json.Nodes.JsonNode</c>.</summary>
    JsonNode,

    /// <summary>JSON in UTF-8: <c>ReadOnlyMemory&lt;byte&gt;</c>.</summary>
    Bytes,
}
