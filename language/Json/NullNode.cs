namespace Compiled.Language.Json;

/// <summary>A JSON null, also what stands in for a value that faulty text lacks.</summary>
public sealed class NullNode : JsonNode
{
    internal NullNode(TextSpan span)
        : base(span)
    {
    }

    /// <inheritdoc/>
    public override string KindName => "null";
}
