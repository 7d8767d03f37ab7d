using System.Collections.Immutable;
using Compiled.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Writes every handler that the Tasks of a definition, a project or a solution lack. One after another: each changes the class that the next one goes into.</summary>
internal sealed class HandlerStubFixAllProvider : FixAllProvider
{
    public static readonly HandlerStubFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Add all handlers", cancellationToken => WriteAsync(fixAllContext.WithCancellationToken(cancellationToken)), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> WriteAsync(FixAllContext context)
    {
        string path = DefinitionKeys.Read(context.CodeActionEquivalenceKey ?? "").Path;
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (TextDocument document in project.AdditionalDocuments.Where(document => context.Scope != FixAllScope.Document || document.FilePath == path))
            {
                Diagnostic[] here = [.. diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == document.FilePath).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
                solution = await WriteAsync(solution, document, here, context.CancellationToken).ConfigureAwait(false);
            }
        }
        return solution;
    }

    private static async Task<Solution> WriteAsync(Solution solution, TextDocument document, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (diagnostics.Count == 0 || MachineBinder.Bind(text.ToString(), MachineType.Standard).Machine is not { } machine)
            return solution;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (HandlerStubFixProvider.TaskOf(diagnostic, machine) is { } lacking)
                solution = await StubWriter.WriteAsync(solution.GetProject(document.Project.Id)!, lacking.Class, machine, lacking.Task, cancellationToken).ConfigureAwait(false);
        }
        return solution;
    }
}
