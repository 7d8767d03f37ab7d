using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>All calls of intrinsic functions in JSONPath states, nested ones too.</summary>
internal static class IntrinsicUses
{
    // What is never evaluated, and the flows inside a state, whose states come by themselves.
    private static readonly string[] s_others = ["Result", "Branches", "ItemProcessor", "Iterator", "Comment"];

    /// <summary>Each call with the string that holds it, in the order of the text; a call before those in its arguments.</summary>
    public static IReadOnlyList<(StringNode Source, IntrinsicCall Call)> Find(Machine machine)
    {
        List<(StringNode, IntrinsicCall)> found = [];
        foreach (State state in machine.States)
        {
            if (state.QueryLanguage != QueryLanguage.JsonPath)
                continue;
            foreach (JsonMember member in state.Source.EffectiveMembers())
            {
                if (Array.IndexOf(s_others, member.Name) < 0)
                    Add(member, found);
            }
        }
        return found;
    }

    private static void Add(JsonMember member, List<(StringNode, IntrinsicCall)> found)
    {
        if (member.Value is not StringNode text)
        {
            AddInside(member.Value, found);
            return;
        }
        bool isCall = IntrinsicParser.LooksLikeIntrinsic(text.Value)
            && (member.Name is "ErrorPath" or "CausePath" || member.Name.EndsWith(".$", StringComparison.Ordinal));
        if (isCall && IntrinsicParser.Parse(text.Value, out _) is { } call)
            AddCall(text, call, found);
    }

    private static void AddInside(JsonNode node, List<(StringNode, IntrinsicCall)> found)
    {
        if (node is ArrayNode array)
        {
            foreach (JsonNode item in array.Items)
                AddInside(item, found);
        }
        else if (node is ObjectNode fields)
        {
            foreach (JsonMember member in fields.EffectiveMembers())
                Add(member, found);
        }
    }

    private static void AddCall(StringNode text, IntrinsicCall call, List<(StringNode, IntrinsicCall)> found)
    {
        found.Add((text, call));
        foreach (IntrinsicArgument argument in call.Arguments)
        {
            if (argument is IntrinsicCall inner)
                AddCall(text, inner, found);
        }
    }
}
