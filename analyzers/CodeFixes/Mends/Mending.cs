namespace Compiled.CodeFixes;

/// <summary>One way to mend a fault.</summary>
/// <param name="Key">What the way is called among those of all faults, so that many faults can be mended in the same way.</param>
/// <param name="Title">What it does, as a command.</param>
/// <param name="Edits">How the text changes; edits are apart from each other.</param>
internal sealed record Mending(string Key, string Title, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>Whether the edits follow from the whole definition, so that with any other edit they would be others.</summary>
    public bool GoesByWhole { get; init; }
}
