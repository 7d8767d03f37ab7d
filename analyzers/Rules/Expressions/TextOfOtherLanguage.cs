using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Walks the values of a state that are sent as they are, for text that only the other query language would evaluate.</summary>
internal static class TextOfOtherLanguage
{
    /// <summary>All members below the value, in the order of the text; an item of an array comes with the member that holds the array.</summary>
    public static IEnumerable<(JsonMember Member, JsonNode Value)> Walk(JsonMember member) => member.Value switch
    {
        ObjectNode fields => new[] { (member, member.Value) }.Concat(fields.EffectiveMembers().SelectMany(Walk)),
        ArrayNode array => array.Items.SelectMany(item => Items(member, item)),
        _ => [(member, member.Value)],
    };

    private static IEnumerable<(JsonMember Member, JsonNode Value)> Items(JsonMember member, JsonNode item) => item switch
    {
        ObjectNode fields => fields.EffectiveMembers().SelectMany(Walk),
        ArrayNode array => array.Items.SelectMany(inner => Items(member, inner)),
        _ => [(member, item)],
    };
}
