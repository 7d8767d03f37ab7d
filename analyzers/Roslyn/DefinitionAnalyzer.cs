using System.Collections.Immutable;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;
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
        context.RegisterAdditionalFileAction(Analyze);
    }

    // What lies between a definition and C# is HandlerAnalyzer's, but for the rule about names of states.
    private static bool IsMine(FaultDescriptor row) =>
        row.Id == HandlerFaults.IdentifierCollision.Id || !HandlerFaults.All.Contains(row);

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        AdditionalText file = context.AdditionalFile;
        if (!DefinitionFile.IsDefinition(file.Path) || file.GetText(context.CancellationToken) is not { } text)
            return;
        AnalyzerConfigOptionsProvider options = context.Options.AnalyzerConfigOptionsProvider;
        BoundMachine bound = MachineBinder.Bind(text.ToString(), DefinitionFileReader.Names(file, options).Type);
        foreach (Fault fault in RuleList.Check(bound))
        {
            if (FaultDiagnostics.InDefinition(fault, file, text, options) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }
}
