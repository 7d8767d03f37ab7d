namespace Compiled.Graph;

/// <summary>How <see cref="SvgWriter"/> draws a machine.</summary>
public sealed record SvgOptions
{
    /// <summary>The colours; by default those of the reader's system.</summary>
    public SvgTheme Theme { get; init; } = SvgTheme.Auto;

    /// <summary>
    /// How an execution went, by state name: these states are coloured by outcome, the others fade, and a legend names the colours.
    /// Names that are not states of the machine are ignored. Null draws the machine alone.
    /// </summary>
    public IReadOnlyDictionary<string, StateOutcome>? Visited { get; init; }

    /// <summary>
    /// The transitions the execution took, as pairs of state names. Null takes those between two visited states that fit the outcome
    /// of the first, which is exact unless a loop or a Choice came by more than once. Without <see cref="Visited"/> it has no effect.
    /// </summary>
    public IReadOnlySet<(string From, string To)>? Transitions { get; init; }
}
