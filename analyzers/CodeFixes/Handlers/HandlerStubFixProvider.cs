using System.Collections.Immutable;
using System.Composition;
using Compiled.Analyzers;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes;

/// <summary>Writes the handler that a Task lacks into its class.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(HandlerStubFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"])]
[Shared]
public sealed class HandlerStubFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerFaults.TaskWithoutHandler.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => HandlerStubFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SourceText text = await context.TextDocument.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (MachineBinder.Bind(text.ToString(), MachineType.Standard).Machine is not { } machine)
            return;
        Project project = context.TextDocument.Project;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (TaskOf(diagnostic, machine) is not { } lacking)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Add a handler of '{lacking.Task.Name}'",
                    token => StubWriter.WriteAsync(project, lacking.Class, machine, lacking.Task, token),
                    DefinitionKeys.Of(nameof(HandlerStubFixProvider), context.TextDocument)),
                diagnostic);
        }
    }

    /// <summary>The Task that a diagnostic is about, and the class that lacks its handler; null for any other diagnostic.</summary>
    internal static (TaskState Task, string Class)? TaskOf(Diagnostic diagnostic, Machine machine)
    {
        diagnostic.Properties.TryGetValue(FaultProperties.Pointer, out string? pointer);
        if (!diagnostic.Properties.TryGetValue(FaultProperties.Class, out string? className) || className is null || pointer is null)
            return null;
        TaskState? task = machine.States.OfType<TaskState>().FirstOrDefault(state => pointer == state.Source.Pointer || pointer == state.Source.Pointer + "/Resource");
        return task is null ? null : (task, className);
    }
}
