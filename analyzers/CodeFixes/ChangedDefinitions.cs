using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Solutions with changed definitions.</summary>
internal static class ChangedDefinitions
{
    /// <summary>The solution with edits in one definition.</summary>
    public static Solution With(TextDocument document, SourceText text, IReadOnlyList<TextEdit> edits) => document.Project.Solution.WithAdditionalDocumentText(
        document.Id, text.WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Span.Start, edit.Span.Length), edit.NewText))));

    /// <summary>The solution with all of some faults of one definition mended in one way.</summary>
    public static async Task<Solution> WithAllAsync(
        Solution solution, TextDocument document, IEnumerable<Diagnostic> diagnostics, string mendingKey, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string mended = MendList.Apply(text.ToString(), diagnostics.Select(ReportedFaults.Read).OfType<Reported>(), mendingKey);
        return solution.WithAdditionalDocumentText(document.Id, SourceText.From(mended, text.Encoding, text.ChecksumAlgorithm));
    }
}
