namespace Compiled.Language.Expressions;

/// <summary><c>..name</c>, <c>..*</c>, <c>..[0]</c>: a step taken from the value and from everything inside it.</summary>
public sealed class DescendantStep : PathStep
{
    internal DescendantStep(PathStep inner, int offset, int length)
        : base(offset, length) => Inner = inner;

    /// <summary>The step taken.</summary>
    public PathStep Inner { get; }

    /// <inheritdoc/>
    public override string NormalizedText => ".." + Inner.NormalizedText;
}
