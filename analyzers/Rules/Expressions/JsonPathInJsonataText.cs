using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// A path, an intrinsic call or a key ending in <c>.$</c> in a JSONata state: sent as text, under that very key. RULES.md, jsonata-path-as-text,
/// jsonata-dollar-key.
/// </summary>
public sealed class JsonPathInJsonataText : Rule
{
    private static readonly string[] s_fields = ["Arguments", "Output", "Assign", "Items", "ItemSelector"];

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (State state in machine.States.Where(state => state.QueryLanguage == QueryLanguage.Jsonata))
        {
            foreach (JsonMember field in Fields(state))
            {
                TextOfOtherLanguage.Walk(field, (member, value) => Check(member, value, report));
            }
        }
    }

    private static void Check(JsonMember member, JsonNode value, Action<Fault> report)
    {
        bool isKey = member.Name.EndsWith(".$", StringComparison.Ordinal);
        if (isKey && ReferenceEquals(member.Value, value))
            report(ExpressionFaults.JsonPathInJsonataText.AtName(
                member, $"'{member.Name}' is a plain key in a JSONata state; write '{member.Name.Substring(0, member.Name.Length - 2)}' and an expression in '{{% %}}'"));
        else if (value is StringNode text && IsPath(text.Value))
            report(ExpressionFaults.JsonPathInJsonataText.At(value, $"'{text.Value}' is sent as text, for the query language here is JSONata; expected an expression in '{{% %}}'"));
    }

    // As the language service of JSONPath states tells paths from other text: at least one step, or a call.
    private static bool IsPath(string text) =>
        (text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal))
            ? PathParser.Parse(text, out _) is not null
            : IntrinsicParser.LooksLikeIntrinsic(text) && IntrinsicParser.Parse(text, out _) is not null;

    private static IEnumerable<JsonMember> Fields(State state)
    {
        IEnumerable<ObjectNode> parts = state switch
        {
            ChoiceState choice => choice.Rules.Select(rule => rule.Source),
            WorkState work => work.Catch.Select(catcher => catcher.Source),
            _ => [],
        };
        return parts.Prepend(state.Source).SelectMany(part => part.EffectiveMembers().Where(member => s_fields.Contains(member.Name)));
    }
}
