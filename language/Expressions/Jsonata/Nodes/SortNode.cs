namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>^(...)</c>: the items in an order; stands only as a step of a path.</summary>
public sealed class SortNode : JsonataNode
{
    internal SortNode(IReadOnlyList<SortTerm> terms) => Terms = terms;

    /// <summary>The terms: the first decides, the next ones where it finds no difference.</summary>
    public IReadOnlyList<SortTerm> Terms { get; }
}
