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
    public static IEnumerable<(StringNode Source, IntrinsicCall Call)> Find(Machine machine) =>
        machine.States.Where(state => state.QueryLanguage == QueryLanguage.JsonPath)
            .SelectMany(state => state.Source.EffectiveMembers().Where(member => !s_others.Contains(member.Name)))
            .SelectMany(Find);

    private static IEnumerable<(StringNode Source, IntrinsicCall Call)> Find(JsonMember member)
    {
        bool isEvaluated = member.Name.EndsWith(".$", StringComparison.Ordinal) || member.Name is "ErrorPath" or "CausePath";
        if (isEvaluated && member.Value is StringNode text)
        {
            IntrinsicCall? call = IntrinsicParser.LooksLikeIntrinsic(text.Value) ? IntrinsicParser.Parse(text.Value, out _) : null;
            return call is null ? [] : WithInner(call).Select(each => (text, each));
        }
        return Inside(member.Value);
    }

    private static IEnumerable<(StringNode Source, IntrinsicCall Call)> Inside(JsonNode node) => node switch
    {
        ObjectNode fields => fields.EffectiveMembers().SelectMany(Find),
        ArrayNode array => array.Items.SelectMany(Inside),
        _ => [],
    };

    private static IEnumerable<IntrinsicCall> WithInner(IntrinsicCall call) =>
        call.Arguments.OfType<IntrinsicCall>().SelectMany(WithInner).Prepend(call);
}
