namespace Compiled.Values;

/// <summary>An array that was built. The elements are never written to after they came here.</summary>
internal sealed class ArrayNode(JsonValue[] items) : BuiltNode
{
    public static readonly ArrayNode Empty = new([]);

    public readonly JsonValue[] Items = items;
}
