using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Compiled.CodeFixes;

/// <summary>Mends all faults of a definition, a project or a solution that one way mends. Roslyn's own providers change C# only.</summary>
internal sealed class DefinitionFixAllProvider : FixAllProvider
{
    public static readonly DefinitionFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Mend all of them", cancellationToken => MendAsync(fixAllContext.WithCancellationToken(cancellationToken)), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> MendAsync(FixAllContext context)
    {
        (string mendingKey, string path) = DefinitionKeys.Read(context.CodeActionEquivalenceKey ?? "");
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (TextDocument document in project.AdditionalDocuments)
            {
                if (context.Scope == FixAllScope.Document && document.FilePath != path)
                    continue;
                Diagnostic[] here = [.. diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == document.FilePath)];
                if (here.Length > 0)
                    solution = await ChangedDefinitions.WithAllAsync(solution, document, here, mendingKey, context.CancellationToken).ConfigureAwait(false);
            }
        }
        return solution;
    }
}
