using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Which states name which, as written in one <c>States</c> object.</summary>
internal static class Transitions
{
    /// <summary>Every transition of the states, from the name of the state that has it.</summary>
    public static IEnumerable<(string Source, string Target)> Of(ObjectNode states) =>
        from state in states.Members
        from target in Targets(state.Value)
        select (state.Name, target);

    /// <summary>The state that the flow of the states starts at.</summary>
    public static string? StartOf(ObjectNode states) => ((states.Parent as ObjectNode)?["StartAt"] as StringNode)?.Value;

    // Flows inside a state have transitions of their own.
    private static IEnumerable<string> Targets(JsonNode node)
    {
        if (node is not ObjectNode fields)
            return [];
        return fields.Members.SelectMany(member => (member.Name, member.Value) switch
        {
            ("Next" or "Default", StringNode name) => [name.Value],
            ("Choices" or "Catch", ArrayNode entries) => entries.Items.SelectMany(Targets),
            _ => [],
        });
    }
}
