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
            ProjectWorkflows workflows = new(start.Compilation, start.Options);
            start.RegisterSymbolAction(context => AnalyzeClass(context, workflows), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(context => AnalyzeDefinition(context, workflows));
        });
    }

    private static void AnalyzeClass(SymbolAnalysisContext context, ProjectWorkflows workflows)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (HandlerClassReader.AttributeOf(type) is { } attribute)
            new ClassCheck(type, attribute, workflows, context.ReportDiagnostic).Run(context.CancellationToken);
    }

    private static void AnalyzeDefinition(AdditionalFileAnalysisContext context, ProjectWorkflows workflows)
    {
        AdditionalText file = context.AdditionalFile;
        if (!DefinitionFile.IsDefinition(file.Path) || file.GetText(context.CancellationToken) is not { } text)
            return;
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        foreach ((Fault fault, string? className) in DefinitionCheck.Find(file, text.ToString(), workflows, options, context.CancellationToken))
        {
            if (FaultDiagnostics.InDefinition(fault, file, text, options, className) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }
}
