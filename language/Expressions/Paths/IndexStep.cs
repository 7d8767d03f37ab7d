using System.Globalization;

namespace Compiled.Language.Expressions;

/// <summary><c>[0]</c>: the item at that index.</summary>
public sealed class IndexStep : PathStep
{
    internal IndexStep(int index, int offset, int length)
        : base(offset, length) => Index = index;

    /// <summary>From 0; a negative one counts from the end, -1 being the last item.</summary>
    public int Index { get; }

    /// <inheritdoc/>
    public override bool IsSingle => true;

    /// <inheritdoc/>
    public override string NormalizedText => $"[{Index.ToString(CultureInfo.InvariantCulture)}]";
}
