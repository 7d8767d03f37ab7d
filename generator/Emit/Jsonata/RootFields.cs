using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>Finds the fields of the input that an expression reads more than once, to look them up once.</summary>
internal static class RootFields
{
    /// <summary>The names with which at least two paths start, in the order of the text.</summary>
    public static IEnumerable<string> Repeated(JsonataNode root)
    {
        var names = new List<string>();
        var open = new Stack<JsonataNode>();
        open.Push(root);
        while (open.Count > 0)
        {
            JsonataNode node = open.Pop();
            foreach (JsonataNode child in InSameContext(node).Reverse())
                open.Push(child);
            if (node is PathNode path && path.Steps[0].Node is NameNode name)
                names.Add(name.Name);
        }
        return names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);
    }

    // The parts of a node that see the same context as the node itself. What a grouping groups is the context already.
    private static IEnumerable<JsonataNode> InSameContext(JsonataNode node) => node switch
    {
        PathNode path => [path.Steps[0].Node],
        ObjectConstructorNode or BinaryNode or NegateNode or ConditionNode or CoalesceNode or DefaultNode or BlockNode or BindNode or ArrayConstructorNode
            or RangeNode or CallNode or ApplyNode or PartialNode or LambdaNode => Nodes.Operands(node),
        _ => [],
    };
}
