using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>Why a path or an intrinsic call does not parse.</summary>
public sealed class ExpressionError(int start, int length, string message, string? suggestion = null)
{
    /// <summary>The offset, in the text parsed, of the first wrong character.</summary>
    public int Start { get; } = start;

    /// <summary>The number of wrong characters; 0 where something is missing.</summary>
    public int Length { get; } = length;

    /// <summary>What is wrong and what was expected.</summary>
    public string Message { get; } = message;

    /// <summary>What was probably meant in place of the wrong characters, of which the message speaks; null where nothing is near.</summary>
    public string? Suggestion { get; } = suggestion;

    /// <summary>The fault that the error is in the string that holds the text parsed.</summary>
    /// <param name="descriptor">The row of the catalog.</param>
    /// <param name="source">The string.</param>
    /// <param name="before">What the message begins with.</param>
    internal Fault In(FaultDescriptor descriptor, StringNode source, string before = "") =>
        descriptor.Inside(source, Start, Length, before + Message).Suggesting(Suggestion);

    /// <summary>For debugging and test output.</summary>
    public override string ToString() => $"[{Start}..{Start + Length}) {Message}";
}
