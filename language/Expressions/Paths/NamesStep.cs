namespace Compiled.Language.Expressions;

/// <summary><c>['a', 'b']</c>: an object with these fields only, those that are present.</summary>
public sealed class NamesStep : PathStep
{
    internal NamesStep(IReadOnlyList<string> names, int offset, int length)
        : base(offset, length) => Names = names;

    /// <summary>At least two names, escapes resolved.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public override string NormalizedText => $"[{string.Join(",", Names.Select(name => $"'{name}'"))}]";
}
