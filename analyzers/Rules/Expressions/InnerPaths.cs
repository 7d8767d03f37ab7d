using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>The paths inside a step of a path, those that start at the item of a filter left out.</summary>
internal static class InnerPaths
{
    /// <summary>The paths in the order of the text.</summary>
    public static IEnumerable<PathExpression> Of(PathStep step) => Operands(step).Where(path => path.Root != PathRoot.Current);

    private static IEnumerable<PathExpression> Operands(PathStep step) => step switch
    {
        FilterStep filter => Of(filter.Filter),
        DescendantStep descendant => Operands(descendant.Inner),
        FunctionStep function => function.Arguments.OfType<FilterPath>().Select(argument => argument.Path),
        _ => [],
    };

    private static IEnumerable<PathExpression> Of(FilterExpression filter) => filter switch
    {
        FilterAnd and => Of(and.Left).Concat(Of(and.Right)),
        FilterOr or => Of(or.Left).Concat(Of(or.Right)),
        FilterNot not => Of(not.Inner),
        FilterExists exists => [exists.Path],
        FilterComparison comparison => new[] { comparison.Left, comparison.Right }.OfType<FilterPath>().Select(operand => operand.Path),
        _ => [],
    };
}
