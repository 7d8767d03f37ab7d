using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>A definition's text and the faults found in it.</summary>
internal sealed class LintedFile
{
    public LintedFile(TextSource source, IReadOnlyList<Fault> faults)
    {
        Name = source.Name;
        Lines = new SourceLines(source.Text);
        Faults = [.. faults.OrderBy(static fault => fault.Span.Start).Select(fault => new PlacedFault(fault, Lines.Place(fault.Span)))];
    }

    /// <summary>The path as the caller wrote it, or as it was found; <c>&lt;stdin&gt;</c> for standard input.</summary>
    public string Name { get; }

    /// <summary>The text.</summary>
    public SourceLines Lines { get; }

    /// <summary>Each fault with its place, in the order of the text.</summary>
    public IReadOnlyList<PlacedFault> Faults { get; }

    /// <summary>The severity as reports write it: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
