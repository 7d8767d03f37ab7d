using System.Globalization;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Tests.Expressions.Jsonata;

/// <summary>Writes a tree in short, so that a test can compare the whole of it.</summary>
internal static class JsonataShow
{
    /// <summary>The tree, or the errors.</summary>
    public static string Of(string text)
    {
        JsonataExpression expression = JsonataParser.Parse(text);
        return expression.Root is { } root ? Of(root) : string.Join("; ", expression.Errors);
    }

    public static string Of(JsonataNode? node)
    {
        if (node is null)
            return "?";
        string text = Bare(node) + string.Concat(node.Predicates.Select(stage => $"[{Of(stage.Expression)}]"));
        if (node.Group is { } group)
            text += Pairs(group.Pairs);
        return text + (node.KeepArray ? "!keep" : "") + (node.IsConsArray ? "!cons" : "");
    }

    private static string Bare(JsonataNode node) => node switch
    {
        NumberLiteral number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        StringLiteral text => $"'{text.Value}'",
        BooleanLiteral boolean => boolean.Value ? "true" : "false",
        NullLiteral => "null",
        RegexLiteral regex => $"/{regex.Pattern}/{regex.Flags}",
        VariableNode variable => "$" + variable.Name,
        NameNode name => name.Name,
        WildcardNode => "*",
        DescendantsNode => "**",
        ParentNode parent => $"%{parent.Slot.Label}",
        SortNode sort => $"^({string.Join(", ", sort.Terms.Select(term => (term.IsDescending ? ">" : "") + Of(term.Expression)))})",
        PathNode path => Of(path),
        ArrayConstructorNode array => $"[{List(array.Items)}]",
        ObjectConstructorNode made => Pairs(made.Pairs),
        BlockNode block => $"({string.Join("; ", block.Expressions.Select(Of))})",
        ConditionNode condition => $"if({Of(condition.Condition)}, {Of(condition.Then)}{(condition.Else is null ? "" : ", " + Of(condition.Else))})",
        CoalesceNode coalesce => $"({Of(coalesce.Left)} ?? {Of(coalesce.Right)})",
        DefaultNode @default => $"({Of(@default.Left)} ?: {Of(@default.Right)})",
        BindNode bind => $"(${bind.Name} := {Of(bind.Value)})",
        LambdaNode lambda => $"fn({string.Join(", ", lambda.Parameters.Select(name => "$" + name))}){lambda.Signature}{{{Of(lambda.Body)}}}",
        CallNode call => $"{(call.IsTailCall ? "tail " : "")}{Of(call.Procedure)}({List(call.Arguments)})",
        PartialNode partial => $"part {Of(partial.Procedure)}({List(partial.Arguments)})",
        ApplyNode apply => $"({Of(apply.Left)} ~> {Of(apply.Right)})",
        TransformNode transform => $"|{Of(transform.Pattern)}|{Of(transform.Update)}{(transform.Delete is null ? "" : "," + Of(transform.Delete))}|",
        NegateNode negate => $"-({Of(negate.Operand)})",
        RangeNode range => $"{Of(range.First)}..{Of(range.Last)}",
        BinaryNode binary => $"({Of(binary.Left)} {binary.Operator} {Of(binary.Right)})",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string Of(PathNode path) =>
        $"<{string.Join(" . ", path.Steps.Select(Of))}>{(path.KeepSingletonArray ? "!single" : "")}{(path.KeepsTuples ? "!tuples" : "")}";

    private static string Of(JsonataStep step) =>
        Of(step.Node)
        + (step.Focus is null ? "" : "@$" + step.Focus)
        + (step.Index is null ? "" : "#$" + step.Index)
        + string.Concat(step.Stages.Select(stage => stage is IndexStage index ? "#$" + index.Variable : $"[{Of(((FilterStage)stage).Expression)}]"))
        + (step.Ancestor is null ? "" : $"!%{step.Ancestor.Label}")
        + (step.IsTuple ? "!tuple" : "");

    private static string List(IEnumerable<JsonataNode?> nodes) => string.Join(", ", nodes.Select(Of));

    private static string Pairs(IEnumerable<JsonataPair> pairs) => $"{{{string.Join(", ", pairs.Select(pair => $"{Of(pair.Key)}: {Of(pair.Value)}"))}}}";
}
