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
    /// The transitions the execution took, as pairs of state names. Null takes every transition between two visited states that
    /// fits the outcome of the first; that is one too many where an execution came to both ends by other ways. Without
    /// <see cref="Visited"/> it has no effect.
    /// </summary>
    public IReadOnlySet<(string From, string To)>? Transitions { get; init; }
}
