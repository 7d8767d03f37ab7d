using System.Collections.Immutable;
using Compiled.Generator.Pipeline;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Analyzers;

/// <summary>Reports what is wrong with methods marked <c>[Jsonata]</c>, and with their expressions on the character that is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonataAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        FaultDiagnostics.Descriptors(static row => row == HandlerFaults.JsonataMethod || row == ExpressionFaults.BadJsonata);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        // The emitted part is the same method, seen a second time.
        if (method.PartialDefinitionPart is not null || JsonataMethodReader.AttributeOf(method) is not { } attribute)
            return;
        JsonataMethodReader.Read(method, attribute, context.CancellationToken, out string? problem);
        if (problem is not null)
            context.ReportDiagnostic(FaultDiagnostics.InCode(HandlerFaults.JsonataMethod, method.Locations[0], $"'{method.Name}' cannot be a JSONata expression: {problem}."));
        if (attribute.ConstructorArguments.FirstOrDefault().Value is not string expression)
            return;
        ExpressionSyntax? argument = (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(static candidate => candidate.NameEquals is null)?.Expression;
        foreach (JsonataSyntaxError error in JsonataParser.Parse(expression).Errors)
        {
            Location place = argument is null ? method.Locations[0] : LiteralPlaces.Of(argument, error.Span.Start, error.Span.Length);
            context.ReportDiagnostic(FaultDiagnostics.InCode(ExpressionFaults.BadJsonata, place, $"{error.Code}: {error.Message}"));
        }
    }
}
