using System.Collections.Immutable;
using System.Composition;
using Compiled.Analyzers;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Offers the mends of faults in definitions, which are additional documents of the project.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(DefinitionCodeFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
[Shared]
public sealed class DefinitionCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. FaultCatalog.All.Select(row => row.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DefinitionFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        TextDocument document = context.TextDocument;
        SourceText text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        DefinitionText definition = new(text.ToString());
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (ReportedFaults.Read(diagnostic) is not { } fault)
                continue;
            foreach (Mending mending in MendList.Find(definition, fault))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(mending.Title, _ => Task.FromResult(ChangedDefinitions.With(document, text, mending.Edits)), DefinitionKeys.Of(mending.Key, document)),
                    diagnostic);
            }
        }
    }
}
