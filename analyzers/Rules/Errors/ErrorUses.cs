using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Where a machine names errors in Retry and Catch.</summary>
internal static class ErrorUses
{
    /// <summary>Each name with the string that writes it, in the order of the text.</summary>
    public static IReadOnlyList<(WorkState State, StringNode Name)> Find(Machine machine)
    {
        List<(WorkState, StringNode)> found = [];
        foreach (State state in machine.States)
        {
            if (state is not WorkState work)
                continue;
            foreach (Retrier retrier in work.Retry)
                Add(work, retrier.Source, found);
            foreach (Catcher catcher in work.Catch)
                Add(work, catcher.Source, found);
        }
        return found;
    }

    private static void Add(WorkState state, ObjectNode entry, List<(WorkState, StringNode)> found)
    {
        foreach (JsonNode item in (entry["ErrorEquals"] as ArrayNode)?.Items ?? [])
        {
            if (item is StringNode name)
                found.Add((state, name));
        }
    }
}
