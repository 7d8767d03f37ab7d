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

    /// <summary>
    /// A short text below the badge of a state, by state name, such as how many iterations of a Map came by; none where a name is missing. Without
    /// <see cref="Visited"/> it has no effect.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Notes { get; init; }

    /// <summary>
    /// The drawing is put into a page that has <see cref="SvgWriter.Stylesheet"/> and moves, colours and opens it: no style, ground and legend of
    /// its own, and one size. Each state is a button with <c>data-state</c>, and what changes with an execution has the same <c>data-key</c> in
    /// every drawing of the machine, in the same order, so that a page can take over classes and texts.
    /// </summary>
    public bool IsInPage { get; init; }
}
