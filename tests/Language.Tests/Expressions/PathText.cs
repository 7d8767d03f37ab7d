using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

/// <summary>A path as one line that names every part, so that a test can assert the whole result.</summary>
internal static class PathText
{
    public static string Of(PathExpression path)
    {
        string root = path.Root == PathRoot.Variable ? $"Variable({path.VariableName})" : path.Root.ToString();
        return string.Join(' ', path.Steps.Select(Of).Prepend(root));
    }

    public static string Of(FilterExpression filter) => filter switch
    {
        FilterAnd and => $"({Of(and.Left)} && {Of(and.Right)})",
        FilterOr or => $"({Of(or.Left)} || {Of(or.Right)})",
        FilterNot not => $"!{Of(not.Inner)}",
        FilterExists exists => $"exists<{Of(exists.Path)}>",
        FilterComparison comparison => $"<{Of(comparison.Left)}> {comparison.Operator} <{Of(comparison.Right)}>",
        _ => throw new ArgumentException(filter.GetType().Name),
    };

    private static string Of(FilterOperand operand) => operand switch
    {
        FilterLiteral literal => literal.Value.ToCompactJson(),
        FilterPath path => Of(path.Path),
        FilterRegex regex => $"/{regex.Pattern}/{regex.Flags}",
        _ => throw new ArgumentException(operand.GetType().Name),
    };

    private static string Of(PathStep step) => step switch
    {
        NameStep name => $".{name.Name}",
        NamesStep names => $"[{string.Join('|', names.Names)}]",
        IndexStep index => $"[{index.Index}]",
        IndexesStep indexes => $"[{string.Join('|', indexes.Indexes)}]",
        SliceStep slice => $"[{slice.Start}:{slice.End}:{slice.Step}]",
        WildcardStep => "*",
        DescendantStep descendant => $"..({Of(descendant.Inner)})",
        FilterStep filter => $"?{{{Of(filter.Filter)}}}",
        FunctionStep function => $"{function.Name}({string.Join(',', function.Arguments.Select(Of))})",
        _ => throw new ArgumentException(step.GetType().Name),
    };
}
