using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Mends all faults that one way mends.</summary>
internal sealed class MendFixAllProvider() : DefinitionFixAllProvider("Mend all of them")
{
    public static readonly MendFixAllProvider Instance = new();

    protected override async Task<Solution> FixAsync(
        Solution solution, TextDocument document, IReadOnlyList<Diagnostic> diagnostics, string key, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        string mended = MendList.Apply(text.ToString(), diagnostics.Select(ReportedFaults.Read).OfType<Reported>(), key);
        return solution.WithAdditionalDocumentText(document.Id, SourceText.From(mended, text.Encoding, text.ChecksumAlgorithm));
    }
}
