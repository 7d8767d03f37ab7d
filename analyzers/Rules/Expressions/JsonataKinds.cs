using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Rules;

/// <summary>What kinds of values an expression gives, where its form says so.</summary>
internal static class JsonataKinds
{
    /// <summary>The kinds; null where they are not known, or where the value may be missing for all that is known.</summary>
    public static IntrinsicKinds? Of(JsonataNode node)
    {
        if (node.Predicates.Count > 0 || node.KeepArray)
            return null;
        if (node.Group is not null)
            return IntrinsicKinds.Object;
        return node switch
        {
            StringLiteral => IntrinsicKinds.String,
            NumberLiteral or NegateNode => IntrinsicKinds.Number,
            BooleanLiteral => IntrinsicKinds.Boolean,
            NullLiteral => IntrinsicKinds.Null,
            ObjectConstructorNode => IntrinsicKinds.Object,
            ArrayConstructorNode => IntrinsicKinds.Array,
            BinaryNode binary => Of(binary.Operator),
            BlockNode { Expressions.Count: > 0 } block => Of(block.Expressions[block.Expressions.Count - 1]),
            ConditionNode { Else: { } otherwise } condition => Of(condition.Then) is { } left && Of(otherwise) is { } right ? left | right : null,
            CallNode { Name: { } name } => OfFunction(name),
            _ => null,
        };
    }

    private static IntrinsicKinds Of(JsonataOperator @operator) => @operator switch
    {
        JsonataOperator.Concatenate => IntrinsicKinds.String,
        <= JsonataOperator.Modulo => IntrinsicKinds.Number,
        _ => IntrinsicKinds.Boolean,
    };

    // What a built-in function gives stands at the end of its signature: <s-:n>.
    private static IntrinsicKinds? OfFunction(string name)
    {
        string? signature = JsonataFunctionTable.Find(name, JsonataDialect.StepFunctions)?.SignatureText;
        int colon = signature?.LastIndexOf(':') ?? -1;
        string result = colon < 0 ? "" : signature!.Substring(colon + 1).TrimEnd('>');
        return result switch
        {
            "s" => IntrinsicKinds.String,
            "n" => IntrinsicKinds.Number,
            "b" => IntrinsicKinds.Boolean,
            "o" => IntrinsicKinds.Object,
            _ => null,
        };
    }
}
