namespace Compiled.Language.Expressions;

/// <summary><c>.name</c> or <c>['name']</c>: the field of that name.</summary>
public sealed class NameStep : PathStep
{
    internal NameStep(string name, int offset, int length)
        : base(offset, length) => Name = name;

    /// <summary>The name, escapes resolved.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override bool IsSingle => true;

    /// <inheritdoc/>
    public override string NormalizedText => $"['{Name}']";
}
