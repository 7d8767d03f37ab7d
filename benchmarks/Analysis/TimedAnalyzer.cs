using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

// Rules about analyzers that a compiler loads: this one hands on what the one that it measures does, in this process only.
#pragma warning disable RS1012, RS1025, RS1026, RS1036, RS1041

namespace Compiled.Benchmarks.Analysis;

/// <summary>An analyzer whose own work is measured, apart from the compiler's work around it. It knows the kinds of actions that ours register.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TimedAnalyzer(DiagnosticAnalyzer analyzer) : DiagnosticAnalyzer
{
    private readonly List<Spent> _spent = [];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => analyzer.SupportedDiagnostics;

    /// <summary>What the analyzer has used since this was last asked.</summary>
    public Spent Take()
    {
        lock (_spent)
        {
            Spent sum = _spent.Aggregate(default(Spent), static (sum, one) => sum + one);
            _spent.Clear();
            return sum;
        }
    }

    public override void Initialize(AnalysisContext context) => analyzer.Initialize(new TimedContext(context, this));

    private void Measure(Action work)
    {
        Spent spent = Spent.On(work);
        lock (_spent)
            _spent.Add(spent);
    }

    private sealed class TimedContext(AnalysisContext inner, TimedAnalyzer timer) : AnalysisContext
    {
        public override void EnableConcurrentExecution() => inner.EnableConcurrentExecution();

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => inner.ConfigureGeneratedCodeAnalysis(analysisMode);

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) =>
            inner.RegisterCompilationStartAction(start => timer.Measure(() => action(new TimedStart(start, timer))));

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
            inner.RegisterSymbolAction(context => timer.Measure(() => action(context)), symbolKinds);

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw Unknown();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Unknown();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Unknown();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Unknown();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Unknown();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Unknown();
    }

    private sealed class TimedStart(CompilationStartAnalysisContext inner, TimedAnalyzer timer)
        : CompilationStartAnalysisContext(inner.Compilation, inner.Options, inner.CancellationToken)
    {
        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) =>
            inner.RegisterAdditionalFileAction(context => timer.Measure(() => action(context)));

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
            inner.RegisterSymbolAction(context => timer.Measure(() => action(context)), symbolKinds);

        public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => throw Unknown();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Unknown();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw Unknown();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Unknown();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Unknown();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Unknown();
    }

    private static NotSupportedException Unknown() => new("Measure this kind of action here before an analyzer uses it.");
}
