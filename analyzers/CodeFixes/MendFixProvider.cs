using System.Collections.Immutable;
using System.Composition;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Offers the mends of faults in definitions.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(MendFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
[Shared]
public sealed class MendFixProvider : DefinitionFixProvider
{
    /// <summary>Makes the provider.</summary>
    public MendFixProvider()
        : base(MendFixAllProvider.Instance)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. FaultCatalog.All.Select(row => row.Id)];

    private protected override IEnumerable<DefinitionFix> Find(TextDocument document, SourceText text, ImmutableArray<Diagnostic> diagnostics)
    {
        DefinitionText definition = new(text.ToString());
        return from diagnostic in diagnostics
               let fault = ReportedFaults.Read(diagnostic)
               where fault is not null
               from mending in MendList.Find(definition, fault)
               select new DefinitionFix(diagnostic, mending.Title, mending.Key, _ => Task.FromResult(ChangedDefinitions.With(document, text, mending.Edits)));
    }
}
