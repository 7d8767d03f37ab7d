using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Expressions;

/// <summary>Turns a filter <c>[?(...)]</c> into a C# condition over <c>item</c> (<c>@</c>) and <c>scope</c> (<c>$</c>, <c>$$</c> and variables).</summary>
internal sealed class FilterEmitter(MachineTables tables, PathEmitter paths, IReadOnlyList<string> variables)
{
    public string Emit(FilterExpression filter) => filter switch
    {
        FilterAnd and => $"({Emit(and.Left)} && {Emit(and.Right)})",
        FilterOr or => $"({Emit(or.Left)} || {Emit(or.Right)})",
        FilterNot not => $"!{Emit(not.Inner)}",
        FilterExists exists => $"Filters.{(exists.Path.IsDefinite ? "Exists" : "ExistsAny")}({Path(exists.Path)})",
        FilterComparison { Right: FilterRegex regex } match => $"Filters.Matches({Operand(match.Left)}, {Regex(regex)})",
        FilterComparison comparison => $"Filters.{Name(comparison.Operator)}({Operand(comparison.Left)}, {Operand(comparison.Right)})",
        _ => throw new System.InvalidOperationException($"'{filter.GetType().Name}' has no emitted form."),
    };

    /// <summary>True where the filter reads <c>$$</c>, which costs building the context object.</summary>
    public static bool ReadsContext(FilterExpression filter) => filter switch
    {
        FilterAnd and => ReadsContext(and.Left) || ReadsContext(and.Right),
        FilterOr or => ReadsContext(or.Left) || ReadsContext(or.Right),
        FilterNot not => ReadsContext(not.Inner),
        FilterExists exists => exists.Path.Root == PathRoot.Context,
        FilterComparison comparison => IsContext(comparison.Left) || IsContext(comparison.Right),
        _ => false,
    };

    private static bool IsContext(FilterOperand operand) => operand is FilterPath { Path.Root: PathRoot.Context };

    private string Operand(FilterOperand operand) => operand switch
    {
        FilterLiteral literal => tables.Literals.Of(literal.Value.ToCompactJson()),
        FilterPath path => Path(path.Path),
        _ => throw new System.InvalidOperationException($"'{operand.GetType().Name}' has no emitted form here."),
    };

    private string Path(PathExpression path) => paths.EmitInFilter(path, variables);

    private string Regex(FilterRegex regex) =>
        tables.Queries.Regex(regex.Pattern, regex.Flags);

    private static string Name(FilterOperator operation) => operation switch
    {
        FilterOperator.Equal => "Equal",
        FilterOperator.NotEqual => "NotEqual",
        FilterOperator.Less => "Less",
        FilterOperator.LessOrEqual => "LessOrEqual",
        FilterOperator.Greater => "Greater",
        FilterOperator.GreaterOrEqual => "GreaterOrEqual",
        _ => operation.ToString(),
    };
}
