using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Walks the values of a state that are sent as they are, for text that only the other query language would evaluate.</summary>
internal static class TextOfOtherLanguage
{
    /// <summary>Comes to all members below the value, in the order of the text; an item of an array comes with the member that holds the array.</summary>
    public static void Walk(JsonMember member, Action<JsonMember, JsonNode> look) => Walk(member, member.Value, isItem: false, look);

    private static void Walk(JsonMember member, JsonNode value, bool isItem, Action<JsonMember, JsonNode> look)
    {
        if (value is ArrayNode array)
        {
            foreach (JsonNode item in array.Items)
                Walk(member, item, isItem: true, look);
            return;
        }
        ObjectNode? fields = value as ObjectNode;
        if (fields is null || !isItem)
            look(member, value);
        foreach (JsonMember field in fields?.EffectiveMembers() ?? [])
            Walk(field, field.Value, isItem: false, look);
    }
}
