namespace Compiled.Language.Expressions;

/// <summary>Why a path or an intrinsic call does not parse.</summary>
public sealed class ExpressionError(int start, int length, string message)
{
    /// <summary>The offset, in the text parsed, of the first wrong character.</summary>
    public int Start { get; } = start;

    /// <summary>The number of wrong characters; 0 where something is missing.</summary>
    public int Length { get; } = length;

    /// <summary>What is wrong and what was expected.</summary>
    public string Message { get; } = message;

    /// <summary>For debugging and test output.</summary>
    public override string ToString() => $"[{Start}..{Start + Length}) {Message}";
}
