using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>An expression that is a path from <c>$states.input</c> or <c>$states.result</c> and nothing else: where it gives nothing, the state fails.</summary>
internal static class StatesPath
{
    /// <summary>The step that certainly leads nowhere, with what it is taken from; null where there is none.</summary>
    public static (TextSpan Span, string Before, Shape Shape, string Name)? Find(JsonataText text, StateData data)
    {
        if (text.Parsed.Root is not PathNode { Group: null, Predicates.Count: 0 } path || path.Steps.Count < 3)
            return null;
        if (path.Steps[0].Node is not VariableNode { Name: "states" } || path.Steps[1].Node is not NameNode member || path.Steps.Any(IsMore))
            return null;
        Shape? shape = member.Name switch
        {
            "input" => data.Entry,
            "result" => data.Result,
            _ => null,
        };
        string before = "$states." + member.Name;
        foreach (JsonataStep step in path.Steps.Skip(2))
        {
            // A step goes through the items of an array, and what is not known may be anything.
            if (shape is null || shape.Kinds == IntrinsicKinds.None || (shape.Kinds & IntrinsicKinds.Array) != 0 || step.Node is not NameNode name)
                return null;
            Shape next = shape.Member(name.Name);
            if (next.Kinds == IntrinsicKinds.None)
                return (name.Span, before, shape, name.Name);
            (shape, before) = (next, $"{before}.{name.Name}");
        }
        return null;
    }

    private static bool IsMore(JsonataStep step) =>
        step.Stages.Count > 0 || step.Focus is not null || step.Index is not null || step.Node.Group is not null || step.Node.Predicates.Count > 0;
}
