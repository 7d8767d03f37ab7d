using System.Collections.Immutable;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>Reports what is wrong in each definition of the project, on the text that is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefinitionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FaultDiagnostics.Descriptors(IsMine);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            ProjectWorkflows workflows = ProjectWorkflows.Of(start.Compilation, start.Options);
            start.RegisterAdditionalFileAction(context => Analyze(context, workflows));
        });
    }

    // What lies between a definition and C# is HandlerAnalyzer's, but for the rule about names of states.
    private static bool IsMine(FaultDescriptor row) =>
        row.Id == HandlerFaults.IdentifierCollision.Id || !HandlerFaults.All.Contains(row);

    private static void Analyze(AdditionalFileAnalysisContext context, ProjectWorkflows workflows)
    {
        AdditionalText file = context.AdditionalFile;
        if (workflows.Names.FileAt(file.Path) is not { } definition || file.GetText(context.CancellationToken) is not { } text)
            return;
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        IReadOnlyList<MachineType> types = workflows.Names.TypesOf(definition);
        IEnumerable<Fault> faults = types.SelectMany(type => KnownDefinition.Of(definition.Path, text, type).Faults(text));
        // One definition may be a Standard machine in one class and an Express one in another; a fault of both is reported once.
        if (types.Count > 1)
            faults = faults.GroupBy(fault => (fault.Id, fault.Span.Start, fault.Span.Length, fault.Message)).Select(same => same.First());
        foreach (Fault fault in faults)
        {
            if (FaultDiagnostics.InDefinition(fault, file, text, options) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }
}
