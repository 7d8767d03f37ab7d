using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Walks the values of a state that are sent as they are, for text that only the other query language would evaluate.</summary>
internal static class TextOfOtherLanguage
{
    /// <summary>All members below the value, in the order of the text; an item of an array comes with the member that holds the array.</summary>
    public static IReadOnlyList<(JsonMember Member, JsonNode Value)> Walk(JsonMember member)
    {
        List<(JsonMember, JsonNode)> found = [];
        Add(member, member.Value, isItem: false, found);
        return found;
    }

    private static void Add(JsonMember member, JsonNode value, bool isItem, List<(JsonMember, JsonNode)> found)
    {
        if (value is ArrayNode array)
        {
            foreach (JsonNode item in array.Items)
                Add(member, item, isItem: true, found);
            return;
        }
        ObjectNode? fields = value as ObjectNode;
        if (fields is null || !isItem)
            found.Add((member, value));
        foreach (JsonMember field in fields?.EffectiveMembers() ?? [])
            Add(field, field.Value, isItem: false, found);
    }
}
