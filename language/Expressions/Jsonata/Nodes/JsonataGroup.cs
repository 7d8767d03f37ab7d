namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>{key: value, ...}</c> after a node: the items are grouped by key, each value is evaluated for the items of its group.</summary>
public sealed class JsonataGroup
{
    internal JsonataGroup(IReadOnlyList<JsonataPair> pairs, int position)
    {
        Pairs = pairs;
        Position = position;
    }

    /// <summary>The pairs in the order written.</summary>
    public IReadOnlyList<JsonataPair> Pairs { get; }

    /// <summary>The position that JSONata reports: just after the <c>{</c>.</summary>
    public int Position { get; }
}
