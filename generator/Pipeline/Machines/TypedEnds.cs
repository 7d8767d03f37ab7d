namespace Compiled.Generator.Pipeline;

/// <summary>The types at the ends of a machine's executions, as text.</summary>
/// <param name="Input">The type of the input, fully qualified.</param>
/// <param name="Output">The type of the output, fully qualified.</param>
/// <param name="Accessibility">What a member with both in its signature may be at most: <c>public</c>, <c>internal</c> or <c>private</c>.</param>
public sealed record TypedEnds(string Input, string Output, string Accessibility)
{
    /// <summary>How emitted code can read the input by itself; null where System.Text.Json must.</summary>
    public PlainType? PlainInput { get; init; }

    /// <summary>How emitted code can make the output by itself; null where System.Text.Json must.</summary>
    public PlainType? PlainOutput { get; init; }
}
