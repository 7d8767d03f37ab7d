namespace Compiled.Language.Json;

/// <summary>A JSON true or false.</summary>
public sealed class BooleanNode : JsonNode
{
    internal BooleanNode(bool value, TextSpan span)
        : base(span) => Value = value;

    /// <summary>Which of the two.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string KindName => "a boolean";
}
