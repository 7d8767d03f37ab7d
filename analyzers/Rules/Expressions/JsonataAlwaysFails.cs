using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>
/// An operation on values of a type that it never takes, in a part of the expression that is always evaluated. RULES.md, jsonata-constant-type-error;
/// JSONata's T2001 to T2010, D1002.
/// </summary>
public sealed class JsonataAlwaysFails : Rule
{
    private const IntrinsicKinds Ordered = IntrinsicKinds.Number | IntrinsicKinds.String;

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (JsonataText text in MachineFindings.Of(machine).Expressions.Select(use => use.Text))
        {
            if (text.Parsed.Root is { } root && Find(root) is { } found)
                report(text.FaultAt(ExpressionFaults.JsonataAlwaysFails, found.Wrong.Span, found.Message));
        }
    }

    private static (JsonataNode Wrong, string Message)? Find(JsonataNode node)
    {
        foreach (JsonataNode part in AlwaysEvaluated(node))
        {
            if (Find(part) is { } found)
                return found;
        }
        return node switch
        {
            BinaryNode { Operator: <= JsonataOperator.Modulo } binary => Wrong(binary.Left, IntrinsicKinds.Number, "arithmetic") ?? Wrong(binary.Right, IntrinsicKinds.Number, "arithmetic"),
            BinaryNode { Operator: >= JsonataOperator.Less and <= JsonataOperator.GreaterOrEqual } binary =>
                Wrong(binary.Left, Ordered, "an order") ?? Wrong(binary.Right, Ordered, "an order") ?? Mixed(binary),
            NegateNode negate => Wrong(negate.Operand, IntrinsicKinds.Number, "'-'"),
            RangeNode range => Wrong(range.First, IntrinsicKinds.Number, "'..'") ?? Wrong(range.Last, IntrinsicKinds.Number, "'..'"),
            _ => null,
        };
    }

    // Branches of a condition, the right of 'and' and 'or', predicates and bodies of functions may never be.
    private static IEnumerable<JsonataNode> AlwaysEvaluated(JsonataNode node) => node switch
    {
        BinaryNode { Operator: JsonataOperator.And or JsonataOperator.Or } binary => [binary.Left],
        BinaryNode binary => [binary.Left, binary.Right],
        NegateNode negate => [negate.Operand],
        RangeNode range => [range.First, range.Last],
        BlockNode block => block.Expressions,
        BindNode bind when bind.Value is not LambdaNode => [bind.Value],
        ConditionNode condition => [condition.Condition],
        ArrayConstructorNode array => array.Items,
        ObjectConstructorNode made => made.Pairs.Select(pair => pair.Value),
        CallNode { Name: { } name } call when JsonataFunctionTable.Find(name, JsonataDialect.StepFunctions) is not null => call.Arguments,
        _ => [],
    };

    private static (JsonataNode Wrong, string Message)? Wrong(JsonataNode operand, IntrinsicKinds wanted, string what) =>
        JsonataKinds.Of(operand) is { } kinds && (kinds & wanted) == IntrinsicKinds.None
            ? (operand, $"This is {ShapeText.Of(Shape.Of(kinds))}, and {what} takes {ShapeText.Of(Shape.Of(wanted))}; the expression fails on every run")
            : null;

    private static (JsonataNode Wrong, string Message)? Mixed(BinaryNode binary) =>
        JsonataKinds.Of(binary.Left) is { } left && JsonataKinds.Of(binary.Right) is { } right && (left & right) == IntrinsicKinds.None
            ? (binary, $"This compares {ShapeText.Of(Shape.Of(left))} with {ShapeText.Of(Shape.Of(right))}; the expression fails on every run")
            : null;
}
