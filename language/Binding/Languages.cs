using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Reads the QueryLanguage of the machine and of states. FEATURES L-006, L-023.</summary>
internal static class Languages
{
    private static readonly string[] s_names = ["JSONPath", "JSONata"];

    /// <summary>The machine's language.</summary>
    public static QueryLanguage OfMachine(BindingContext context, ObjectNode root) => Read(context, root, QueryLanguage.JsonPath);

    /// <summary>A state's language: its own, or the machine's.</summary>
    public static QueryLanguage OfState(BindingContext context, ObjectNode state)
    {
        QueryLanguage language = Read(context, state, context.MachineLanguage);
        if (language == QueryLanguage.JsonPath && context.MachineLanguage == QueryLanguage.Jsonata)
            context.Report(FieldFaults.QueryLanguageDowngrade.At(
                state["QueryLanguage"]!, "'QueryLanguage' is 'JSONPath', but the machine says 'JSONata', and no state of it can go back"));
        return language;
    }

    /// <summary>What surprises in a state inside a JSONata Map or Parallel: it takes the machine's language, not theirs.</summary>
    public static string Note(State state) =>
        state.QueryLanguage == QueryLanguage.JsonPath && state.Flow.Owner is { QueryLanguage: QueryLanguage.Jsonata } owner
            ? $"; a state inside '{owner.Name}' takes the machine's query language, not that of '{owner.Name}'"
            : "";

    private static QueryLanguage Read(BindingContext context, ObjectNode node, QueryLanguage otherwise)
    {
        JsonNode? value = node["QueryLanguage"];
        if (value is null)
            return otherwise;
        if (value is StringNode { Value: "JSONPath" })
            return QueryLanguage.JsonPath;
        if (value is StringNode { Value: "JSONata" })
            return QueryLanguage.Jsonata;
        string? text = (value as StringNode)?.Value;
        string written = text is null ? value.KindName : $"'{text}'";
        context.Report(FieldFaults.BadQueryLanguage.At(value, $"'QueryLanguage' is {written}; expected 'JSONPath' or 'JSONata'")
            .DidYouMean(text is null ? null : NearMiss.Find(text, s_names)));
        // RULES section 1: AWS takes any other value for JSONata and goes on.
        return QueryLanguage.Jsonata;
    }
}
