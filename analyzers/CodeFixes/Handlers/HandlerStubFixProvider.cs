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

    /// <summary>None: each handler is looked at by its author.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SourceText text = await context.TextDocument.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        Machine? machine = MachineBinder.Bind(text.ToString(), MachineType.Standard).Machine;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            diagnostic.Properties.TryGetValue(FaultProperties.Pointer, out string? pointer);
            if (!diagnostic.Properties.TryGetValue(FaultProperties.Class, out string? className) || className is null || pointer is null)
                continue;
            TaskState? task = machine?.States.OfType<TaskState>().FirstOrDefault(state => pointer == state.Source.Pointer || pointer == state.Source.Pointer + "/Resource");
            if (task is null)
                continue;
            Project project = context.TextDocument.Project;
            context.RegisterCodeFix(
                CodeAction.Create($"Add a handler of '{task.Name}'", token => StubWriter.WriteAsync(project, className, machine!, task, token), nameof(HandlerStubFixProvider)),
                diagnostic);
        }
    }
}
