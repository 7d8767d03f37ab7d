using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Offers fixes of what is reported in definitions, which are additional documents of the project.</summary>
public abstract class DefinitionFixProvider : CodeFixProvider
{
    private readonly FixAllProvider _all;

    private protected DefinitionFixProvider(FixAllProvider all) => _all = all;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _all;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        TextDocument document = context.TextDocument;
        SourceText text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (DefinitionFix fix in Find(document, text, context.Diagnostics))
            context.RegisterCodeFix(CodeAction.Create(fix.Title, fix.Apply, DefinitionKeys.Of(fix.Key, document)), fix.Diagnostic);
    }

    /// <summary>The fixes of some diagnostics of one definition, those of each in the order in which they are offered.</summary>
    private protected abstract IEnumerable<DefinitionFix> Find(TextDocument document, SourceText text, ImmutableArray<Diagnostic> diagnostics);
}
