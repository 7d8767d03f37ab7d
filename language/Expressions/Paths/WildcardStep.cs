namespace Compiled.Language.Expressions;

/// <summary><c>.*</c> or <c>[*]</c>: every field or item.</summary>
public sealed class WildcardStep : PathStep
{
    internal WildcardStep(int offset, int length)
        : base(offset, length)
    {
    }

    /// <inheritdoc/>
    public override string NormalizedText => "[*]";
}
