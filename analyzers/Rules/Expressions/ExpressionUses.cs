using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>All JSONata expressions of JSONata states.</summary>
internal static class ExpressionUses
{
    // What is never evaluated, and the flows inside a state, whose states come by themselves.
    private static readonly HashSet<string> s_others = new(StringComparer.Ordinal)
    {
        "Comment", "Type", "Resource", "Next", "Default", "QueryLanguage", "Branches", "ItemProcessor", "Iterator", "ErrorEquals", "Label",
    };

    /// <summary>The expressions of a state, its rules and catchers, in the order of the text.</summary>
    public static IEnumerable<ExpressionUse> Find(State state) => state.QueryLanguage == QueryLanguage.Jsonata
        ? state.Source.EffectiveMembers().Where(member => !s_others.Contains(member.Name)).SelectMany(member => Inside(member.Value, member.Name))
            .Select(found => new ExpressionUse(state, found.Text, found.Field))
        : [];

    private static IEnumerable<(JsonataText Text, string Field)> Inside(JsonNode node, string field) => node switch
    {
        StringNode text => JsonataText.TryRead(text, out JsonataText? expression) ? [(expression, field)] : [],
        ArrayNode array => array.Items.SelectMany(item => Inside(item, field)),
        // A rule or catcher has fields of its own.
        ObjectNode fields when field is "Choices" or "Catch" => fields.EffectiveMembers().Where(member => !s_others.Contains(member.Name)).SelectMany(member => Inside(member.Value, member.Name)),
        ObjectNode fields => fields.EffectiveMembers().SelectMany(member => Inside(member.Value, field)),
        _ => [],
    };
}
