using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Compiled.CodeFixes;

/// <summary>Mends all that one way mends in a definition, a project or a solution, one definition after another. Roslyn's own providers change C# only.</summary>
/// <param name="title">What it does, as a command.</param>
internal abstract class DefinitionFixAllProvider(string title) : FixAllProvider
{
    public sealed override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public sealed override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        title, cancellationToken => FixAsync(fixAllContext.WithCancellationToken(cancellationToken)), fixAllContext.CodeActionEquivalenceKey));

    /// <summary>The solution with one definition mended.</summary>
    /// <param name="solution">The solution with the definitions before it mended.</param>
    /// <param name="document">The definition as it was before.</param>
    /// <param name="diagnostics">What is reported in it, in the order of the text; at least one.</param>
    /// <param name="key">The way.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    protected abstract Task<Solution> FixAsync(
        Solution solution, TextDocument document, IReadOnlyList<Diagnostic> diagnostics, string key, CancellationToken cancellationToken);

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        (string key, string path) = DefinitionKeys.Read(context.CodeActionEquivalenceKey ?? "");
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (TextDocument document in project.AdditionalDocuments.Where(document => context.Scope != FixAllScope.Document || document.FilePath == path))
            {
                Diagnostic[] here =
                    [.. diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == document.FilePath).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
                if (here.Length > 0)
                    solution = await FixAsync(solution, document, here, key, context.CancellationToken).ConfigureAwait(false);
            }
        }
        return solution;
    }
}
