namespace Compiled.Language.Expressions;

/// <summary>A step of a path, from a value to values inside it.</summary>
public abstract class PathStep
{
    private protected PathStep(int offset, int length)
    {
        Offset = offset;
        Length = length;
    }

    /// <summary>The offset of the step in the whole expression, its dot or bracket included.</summary>
    public int Offset { get; }

    /// <summary>The number of characters.</summary>
    public int Length { get; }

    /// <summary>Whether it leads to one value at most.</summary>
    public virtual bool IsSingle => false;

    /// <summary>The step in the bracket form that Jayway prints.</summary>
    public abstract string NormalizedText { get; }

    /// <summary>The bracket form.</summary>
    public override string ToString() => NormalizedText;
}
