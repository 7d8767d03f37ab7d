using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A text in <c>{% %}</c> in a template of a JSONPath state, where it is sent as it is. RULES.md, jsonpath-expression-as-text.</summary>
public sealed class JsonataInJsonPathText : Rule
{
    private static readonly string[] s_fields = ["Parameters", "ResultSelector", "Result", "ItemSelector", "Assign", "Error", "Cause"];

    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (State state in machine.States)
        {
            if (state.QueryLanguage != QueryLanguage.JsonPath)
                continue;
            foreach (JsonMember field in state.Source.EffectiveMembers())
            {
                if (Array.IndexOf(s_fields, field.Name) >= 0)
                    TextOfOtherLanguage.Walk(field, (_, value) => Check(value, state, report));
            }
        }
    }

    private static void Check(JsonNode value, State state, Action<Fault> report)
    {
        if (value is StringNode text && JsonataText.TryRead(text, out _))
            report(ExpressionFaults.JsonataInJsonPathText.At(
                text, $"'{text.Value}' is sent as text, for the query language of '{state.Name}' is JSONPath; expected a path, or 'QueryLanguage': 'JSONata'"));
    }
}
