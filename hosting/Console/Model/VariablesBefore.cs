using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compiled.WebConsole.Model;

/// <summary>The variables that a visit of a state found, as the events before it tell.</summary>
internal static class VariablesBefore
{
    // How many visits of a flow are looked back at: each is an event that is read.
    private const int LookBack = 200;

    /// <summary>The variables as a JSON object; null for none.</summary>
    /// <param name="read">Reads an event.</param>
    /// <param name="visit">The visit.</param>
    public static string? Of(Func<int, EventText?> read, StateVisit visit)
    {
        JsonObject found = [];
        Add(read, visit, found);
        return found.Count == 0 ? null : found.ToJsonString();
    }

    // From the outermost flow inwards, as scopes are.
    private static void Add(Func<int, EventText?> read, StateVisit visit, JsonObject found)
    {
        if (visit.Lane.Owner is { } owner)
            Add(read, owner, found);
        foreach (StateVisit before in visit.Lane.Visits.TakeWhile(other => other != visit).TakeLast(LookBack))
        {
            if (read(before.ExitedEvent) is not { } exited || exited.Details.ValueKind != JsonValueKind.Object
                || !exited.Details.TryGetProperty("assignedVariables", out JsonElement assigned))
            {
                continue;
            }

            foreach (JsonProperty variable in assigned.EnumerateObject())
                found[variable.Name] = JsonNode.Parse(variable.Value.GetString()!);
        }
    }
}
