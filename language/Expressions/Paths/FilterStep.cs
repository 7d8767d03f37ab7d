namespace Compiled.Language.Expressions;

/// <summary><c>[?(...)]</c>: the items of an array, or an object itself, for which the filter holds.</summary>
public sealed class FilterStep : PathStep
{
    internal FilterStep(FilterExpression filter, int offset, int length)
        : base(offset, length) => Filter = filter;

    /// <summary>The condition.</summary>
    public FilterExpression Filter { get; }

    /// <inheritdoc/>
    public override string NormalizedText => "[?]";
}
