using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Solutions with a changed definition.</summary>
internal static class ChangedDefinitions
{
    /// <summary>The solution with edits in one definition.</summary>
    public static Solution With(TextDocument document, SourceText text, IReadOnlyList<TextEdit> edits) => document.Project.Solution.WithAdditionalDocumentText(
        document.Id, text.WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Span.Start, edit.Span.Length), edit.NewText))));
}
