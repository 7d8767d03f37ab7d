namespace Compiled.Language.Expressions;

/// <summary>The variables that a path reads: its root, and those in its filters and the arguments of its functions.</summary>
public static class PathVariables
{
    /// <summary>Every variable's name, as often as it is read.</summary>
    public static IEnumerable<string> Of(PathExpression path) =>
        path.Root == PathRoot.Variable ? InSteps(path).Prepend(path.VariableName!) : InSteps(path);

    /// <summary>Those behind the root.</summary>
    public static IEnumerable<string> InSteps(PathExpression path) => path.Steps.SelectMany(Of);

    private static IEnumerable<string> Of(PathStep step) => step switch
    {
        FilterStep filter => Of(filter.Filter),
        DescendantStep descendant => Of(descendant.Inner),
        FunctionStep function => function.Arguments.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<string> Of(FilterExpression filter) => filter switch
    {
        FilterAnd and => Of(and.Left).Concat(Of(and.Right)),
        FilterOr or => Of(or.Left).Concat(Of(or.Right)),
        FilterNot not => Of(not.Inner),
        FilterExists exists => Of(exists.Path),
        FilterComparison comparison => Of(comparison.Left).Concat(Of(comparison.Right)),
        _ => [],
    };

    private static IEnumerable<string> Of(FilterOperand operand) => operand is FilterPath path ? Of(path.Path) : [];
}
