namespace Compiled.Generator.Pipeline;

/// <summary>How a C# type relates to JSON in a method marked <c>[Jsonata]</c>.</summary>
internal enum JsonataKind
{
    /// <summary>A reference type of the user's, by System.Text.Json and a source-generated context.</summary>
    Typed,

    /// <summary>A value type of the user's, in the same way.</summary>
    TypedStruct,

    /// <summary><c>Compiled.Values.JsonValue</c>, as it is.</summary>
    JsonValue,

    /// <summary><c>System.Text.Json.JsonElement</c>.</summary>
    JsonElement,

    /// <summary><c>System.Text.Json.Nodes.JsonNode</c>.</summary>
    JsonNode,

    /// <summary><c>ReadOnlySpan&lt;byte&gt;</c>: JSON in UTF-8.</summary>
    Span,

    /// <summary><c>ReadOnlyMemory&lt;byte&gt;</c>: JSON in UTF-8.</summary>
    Memory,

    /// <summary><c>byte[]</c>: JSON in UTF-8.</summary>
    Bytes,

    /// <summary><c>string</c>: JSON text as an input, a JSON string elsewhere.</summary>
    Text,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>long</c>.</summary>
    Int64,

    /// <summary><c>int</c>.</summary>
    Int32,

    /// <summary><c>void</c>: the result goes to a parameter.</summary>
    None,
}
