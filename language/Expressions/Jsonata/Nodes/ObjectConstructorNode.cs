namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>{key: value}</c> that follows nothing.</summary>
public sealed class ObjectConstructorNode : JsonataNode
{
    internal ObjectConstructorNode(IReadOnlyList<JsonataPair> pairs) => Pairs = pairs;

    /// <summary>The pairs in the order written.</summary>
    public IReadOnlyList<JsonataPair> Pairs { get; }
}
