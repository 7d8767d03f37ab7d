using Compiled.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Writes every handler that Tasks lack. One after another: each changes the class that the next one goes into.</summary>
internal sealed class HandlerStubFixAllProvider() : DefinitionFixAllProvider("Add all handlers")
{
    public static readonly HandlerStubFixAllProvider Instance = new();

    protected override async Task<Solution> FixAsync(
        Solution solution, TextDocument document, IReadOnlyList<Diagnostic> diagnostics, string key, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (MachineBinder.Bind(text.ToString()).Sound is not { } machine)
            return solution;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (HandlerStubFixProvider.TaskOf(diagnostic, machine) is { } lacking)
                solution = await StubWriter.WriteAsync(solution.GetProject(document.Project.Id)!, lacking.Class, machine, lacking.Task, cancellationToken).ConfigureAwait(false);
        }
        return solution;
    }
}
