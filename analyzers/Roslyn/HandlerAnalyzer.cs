using System.Collections.Immutable;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>Reports what does not fit between the definitions of a project and its C#.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        FaultDiagnostics.Descriptors(static row =>
            row != HandlerFaults.IdentifierCollision && row != HandlerFaults.JsonataMethod && HandlerFaults.All.Contains(row));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            ProjectWorkflows workflows = ProjectWorkflows.Of(start.Compilation, start.Options);
            start.RegisterSymbolAction(context => AnalyzeClass(context, workflows), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(context => AnalyzeDefinition(context, workflows));
        });
    }

    private static void AnalyzeClass(SymbolAnalysisContext context, ProjectWorkflows workflows)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (workflows.Names.Classes.FirstOrDefault(workflow => workflow.Is(type)) is not { } workflow)
            return;
        foreach (Diagnostic diagnostic in workflows.FindingsOf(workflow, context.CancellationToken).InCode)
            context.ReportDiagnostic(diagnostic);
    }

    private static void AnalyzeDefinition(AdditionalFileAnalysisContext context, ProjectWorkflows workflows)
    {
        AdditionalText file = context.AdditionalFile;
        if (workflows.Names.FileAt(file.Path) is not { } definition || file.GetText(context.CancellationToken) is not { } text)
            return;
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        foreach (Fault fault in DefinitionCheck.Find(definition, options.GetOptions(file), workflows.Names))
            Report(fault, null);
        foreach (WorkflowClass workflow in workflows.Names.ClassesOf(definition))
        {
            foreach (Fault fault in workflows.FindingsOf(workflow, context.CancellationToken).InDefinition)
                Report(fault, workflow.MetadataName);
        }

        void Report(Fault fault, string? className)
        {
            if (FaultDiagnostics.InDefinition(fault, file, text, options, className) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }
}
