using System.Globalization;

namespace Compiled.Language.Expressions;

/// <summary><c>[0, 2]</c>: the items at these indexes, in this order.</summary>
public sealed class IndexesStep : PathStep
{
    internal IndexesStep(IReadOnlyList<int> indexes, int offset, int length)
        : base(offset, length) => Indexes = indexes;

    /// <summary>At least two; negative ones count from the end.</summary>
    public IReadOnlyList<int> Indexes { get; }

    /// <inheritdoc/>
    public override string NormalizedText =>
        $"[{string.Join(",", Indexes.Select(index => index.ToString(CultureInfo.InvariantCulture)))}]";
}
