using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Conformance.Mutants;

/// <summary>Looks for text in the objects of states.</summary>
internal static class Written
{
    /// <summary>The keys and texts under the state's fields, without those of the flows inside it.</summary>
    public static IEnumerable<(ObjectNode Holder, JsonMember Member)> Texts(State state) => Texts(state.Source);

    /// <summary>The keys with texts as values under one field of the state.</summary>
    public static IEnumerable<(ObjectNode Holder, JsonMember Member)> Texts(State state, params string[] fields) =>
        state.Source.Members.Where(member => fields.Contains(member.Name)).SelectMany(static member => Texts(member.Value));

    /// <summary>The value of a text.</summary>
    public static string Text(this JsonMember member) => ((StringNode)member.Value).Value;

    private static IEnumerable<(ObjectNode Holder, JsonMember Member)> Texts(JsonNode node)
    {
        if (node is ArrayNode array)
        {
            foreach ((ObjectNode, JsonMember) each in array.Items.SelectMany(Texts)) yield return each;
        }

        foreach (JsonMember member in node is ObjectNode fields ? fields.Members : [])
        {
            if (member.Name is "States" or "Branches" or "ItemProcessor" or "Iterator") continue;
            if (member.Value is StringNode) yield return ((ObjectNode)node, member);
            foreach ((ObjectNode, JsonMember) each in Texts(member.Value)) yield return each;
        }
    }
}
