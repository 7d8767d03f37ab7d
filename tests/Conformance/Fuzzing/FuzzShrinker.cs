using System.Text.Json.Nodes;
using Compiled.Compilation;

namespace Conformance.Fuzzing;

/// <summary>Makes a machine and an input on which two runs differ smaller, as long as they still differ.</summary>
internal static class FuzzShrinker
{
    public static async Task<(FuzzMachine Machine, FuzzPair Pair)> ShrinkAsync(FuzzMachine machine, FuzzPair pair)
    {
        while (await SmallerAsync(machine, pair).ConfigureAwait(false) is { } smaller)
            machine = smaller;
        CompiledDefinition definition = DefinitionCompiler.Compile(machine.Source);
        while (await SmallerAsync(definition, pair).ConfigureAwait(false) is { } smaller)
            pair = smaller;
        return (machine, pair);
    }

    private static async Task<bool> DiffersAsync(CompiledDefinition definition, FuzzPair pair)
    {
        if (!definition.IsRunnable)
            return false;
        FuzzOutcome[] outcomes = await pair.RunAllAsync(definition).ConfigureAwait(false);
        return outcomes.Any(outcome => !outcome.IsSame(outcomes[0]));
    }

    private static async Task<FuzzMachine?> SmallerAsync(FuzzMachine machine, FuzzPair pair)
    {
        FuzzMachine[] candidates = [.. Candidates(machine.Definition).Select(definition => machine with { Definition = definition }).Where(static candidate => candidate.IsSound)];
        IReadOnlyList<CompiledDefinition> compiled = DefinitionCompiler.CompileAll([.. candidates.Select(static candidate => candidate.Source)]);
        for (int i = 0; i < candidates.Length; i++)
        {
            if (await DiffersAsync(compiled[i], pair).ConfigureAwait(false))
                return candidates[i];
        }

        return null;
    }

    private static async Task<FuzzPair?> SmallerAsync(CompiledDefinition definition, FuzzPair pair)
    {
        JsonNode? input;
        try
        {
            input = JsonNode.Parse(pair.Input, documentOptions: new() { MaxDepth = 1024 });
            _ = (input as JsonObject)?.Count;
        }
        catch (ArgumentException)
        {
            // A member that is named twice has no node.
            return null;
        }

        if (input is not JsonObject members)
            return null;
        foreach (string name in members.Select(static member => member.Key).ToArray())
        {
            JsonObject fewer = (JsonObject)members.DeepClone();
            fewer.Remove(name);
            FuzzPair smaller = pair with { Input = fewer.ToJsonString(new() { MaxDepth = 1024 }) };
            if (await DiffersAsync(definition, smaller).ConfigureAwait(false))
                return smaller;
        }

        return null;
    }

    // Those that take most away come first.
    private static IEnumerable<JsonObject> Candidates(JsonObject definition)
    {
        foreach (string name in ((JsonObject)definition["States"]!).Select(static state => state.Key))
        {
            if (Without(definition, name) is { } smaller)
                yield return smaller;
        }

        foreach (string path in Places(definition, "").ToArray())
            yield return WithoutPlace(definition, path);
    }

    // Who went on to the state goes on to where it went.
    private static JsonObject? Without(JsonObject definition, string name)
    {
        JsonObject smaller = (JsonObject)definition.DeepClone();
        JsonObject states = (JsonObject)smaller["States"]!;
        string? next = (states[name]!["Next"] ?? states[name]!["Default"])?.ToString();
        states.Remove(name);
        if (next == name)
            next = null;
        foreach (JsonObject each in Objects(smaller).ToArray())
        {
            foreach (string field in new[] { "StartAt", "Next", "Default" })
            {
                if (each[field] is not JsonValue value || value.ToString() != name)
                    continue;
                if (next is not null)
                    each[field] = next;
                else if (field == "Next" && each.ContainsKey("Type"))
                {
                    each.Remove(field);
                    each["End"] = true;
                }
                else
                    return null;
            }
        }

        return smaller;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    // Members and items, as the numbers of their places on the way down.
    private static IEnumerable<string> Places(JsonNode? node, string path)
    {
        IEnumerable<JsonNode?> parts = node switch
        {
            JsonObject members => members.Select(static member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return parts.SelectMany((part, at) => Places(part, $"{path}{at}/").Prepend($"{path}{at}/"));
    }

    private static JsonObject WithoutPlace(JsonObject definition, string path)
    {
        JsonObject smaller = (JsonObject)definition.DeepClone();
        int[] places = [.. path.TrimEnd('/').Split('/').Select(static part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        JsonNode? at = smaller;
        foreach (int place in places[..^1])
            at = at is JsonObject members ? members.ElementAt(place).Value : ((JsonArray)at!)[place];
        if (at is JsonObject within)
            within.Remove(within.ElementAt(places[^1]).Key);
        else
            ((JsonArray)at!).RemoveAt(places[^1]);
        return smaller;
    }
}
