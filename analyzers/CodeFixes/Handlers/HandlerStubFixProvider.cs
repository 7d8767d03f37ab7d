using System.Collections.Immutable;
using System.Composition;
using Compiled.Analyzers;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
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
public sealed class HandlerStubFixProvider : DefinitionFixProvider
{
    /// <summary>Makes the provider.</summary>
    public HandlerStubFixProvider()
        : base(HandlerStubFixAllProvider.Instance)
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerFaults.TaskWithoutHandler.Id];

    private protected override IEnumerable<DefinitionFix> Find(TextDocument document, SourceText text, ImmutableArray<Diagnostic> diagnostics) =>
        MachineBinder.Bind(text.ToString()).Sound is not { } machine
            ? []
            : from diagnostic in diagnostics
              let lacking = TaskOf(diagnostic, machine)
              where lacking is not null
              select new DefinitionFix(
                  diagnostic,
                  $"Add a handler of '{lacking.Value.Task.Name}'",
                  nameof(HandlerStubFixProvider),
                  token => StubWriter.WriteAsync(document.Project, lacking.Value.Class, machine, lacking.Value.Task, token));

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
