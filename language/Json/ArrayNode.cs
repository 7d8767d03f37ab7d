using System.Globalization;

namespace Compiled.Language.Json;

/// <summary>A JSON array.</summary>
public sealed class ArrayNode : JsonNode
{
    internal ArrayNode(IReadOnlyList<JsonNode> items, TextSpan span)
        : base(span)
    {
        Items = items;
        for (int i = 0; i < items.Count; i++)
            items[i].Attach(this, i.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The items in order.</summary>
    public IReadOnlyList<JsonNode> Items { get; }

    /// <inheritdoc/>
    public override string KindName => "an array";
}
