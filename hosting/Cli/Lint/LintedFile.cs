using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>A definition's text and the faults found in it.</summary>
internal sealed record LintedFile(TextSource Source, IReadOnlyList<Fault> Faults)
{
    /// <summary>Each fault with its place, in the order of the text.</summary>
    public IEnumerable<(Fault Fault, SourcePlace Place)> Placed => Faults
        .Select(fault => (Fault: fault, Place: SourcePlace.Of(Source.Text, fault.Span)))
        .OrderBy(static item => item.Fault.Span.Start);

    /// <summary>The severity as reports write it: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
