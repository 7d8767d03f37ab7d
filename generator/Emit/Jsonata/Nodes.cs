using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>Looks through the parts of an expression.</summary>
internal static class Nodes
{
    /// <summary>The parts of a node, its predicates and grouping included.</summary>
    public static IEnumerable<JsonataNode> Children(JsonataNode node)
    {
        foreach (JsonataNode child in Operands(node))
            yield return child;
        foreach (FilterStage predicate in node.Predicates)
            yield return predicate.Expression;
        if (node.Group is { } group)
        {
            foreach (JsonataNode part in group.Pairs.SelectMany(Parts))
                yield return part;
        }
    }

    /// <summary>The parts of a node without its predicates and grouping.</summary>
    public static IEnumerable<JsonataNode> Operands(JsonataNode node)
    {
        JsonataNode?[] own = node switch
        {
            PathNode path => [.. path.Steps.SelectMany(Parts)],
            BinaryNode binary => [binary.Left, binary.Right],
            NegateNode negate => [negate.Operand],
            ConditionNode condition => [condition.Condition, condition.Then, condition.Else],
            CoalesceNode coalesce => [coalesce.Left, coalesce.Right],
            DefaultNode @default => [@default.Left, @default.Right],
            BlockNode block => [.. block.Expressions],
            BindNode bind => [bind.Value],
            ArrayConstructorNode array => [.. array.Items],
            RangeNode range => [range.First, range.Last],
            ObjectConstructorNode @object => [.. @object.Pairs.SelectMany(Parts)],
            CallNode call => [call.Procedure, .. call.Arguments],
            ApplyNode apply => [apply.Left, apply.Right],
            PartialNode partial => [partial.Procedure, .. partial.Arguments],
            LambdaNode lambda => [lambda.Body],
            TransformNode transform => [transform.Pattern, transform.Update, transform.Delete],
            SortNode sort => [.. sort.Terms.Select(term => term.Expression)],
            _ => [],
        };
        return own.OfType<JsonataNode>();
    }

    /// <summary>The node and everything in it.</summary>
    public static IEnumerable<JsonataNode> All(JsonataNode node)
    {
        var open = new Stack<JsonataNode>();
        open.Push(node);
        while (open.Count > 0)
        {
            JsonataNode next = open.Pop();
            yield return next;
            foreach (JsonataNode child in Children(next))
                open.Push(child);
        }
    }

    /// <summary>Whether a variable is read, or bound, anywhere in a node.</summary>
    public static bool Mentions(JsonataNode node, string variable) => All(node).Any(part =>
        part is VariableNode read && read.Name == variable || part is BindNode bind && bind.Name == variable
        || part is CallNode { Procedure: PathNode } or PartialNode { Procedure: PathNode });

    /// <summary>Whether a variable is read, or bound, in the functions and transformations that a node makes.</summary>
    public static bool MentionsInFunctions(JsonataNode node, string variable) => All(node).Any(part => part is LambdaNode or TransformNode && Mentions(part, variable));

    /// <summary>The bindings that a node makes in the frame it stands in: not those of blocks and functions inside it.</summary>
    public static IEnumerable<BindNode> Binds(JsonataNode node)
    {
        var open = new Stack<JsonataNode>();
        open.Push(node);
        while (open.Count > 0)
        {
            JsonataNode next = open.Pop();
            if (next is BindNode bind)
                yield return bind;
            if (next is BlockNode block)
            {
                // A block has a frame of its own, but its predicates stand outside.
                foreach (JsonataNode outside in Children(next).Skip(block.Expressions.Count))
                    open.Push(outside);
            }
            else if (next is not LambdaNode)
            {
                foreach (JsonataNode child in Children(next))
                    open.Push(child);
            }
        }
    }

    private static IEnumerable<JsonataNode> Parts(JsonataPair pair) => [pair.Key, pair.Value];

    private static IEnumerable<JsonataNode> Parts(JsonataStep step) =>
        step.Stages.OfType<FilterStage>().Select(stage => stage.Expression).Prepend(step.Node);
}
