using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit;

/// <summary>What a definition may contain and this emitter doesn't compile: each is refused by name at its place, nothing is dropped.</summary>
internal static class UnsupportedFeatures
{
    public static IReadOnlyList<Fault> Find(Machine machine)
    {
        var faults = new List<Fault>();
        foreach (State state in machine.States)
        {
            if (state is not MapState map)
                continue;
            if (map.IsDistributed && map.Reader?.InputType == "PARQUET")
                faults.Add(Refuse(InputType(state) ?? state.Source, $"Map '{state.Name}' reads PARQUET, for which there is no reader; use CSV, JSON or JSONL."));
            foreach (string field in new[] { "ItemReader", "ItemBatcher", "ResultWriter" }.Where(field => !map.IsDistributed && map.Source[field] is not null))
                faults.Add(Refuse(state.Source[field] ?? state.Source, $"'{field}' of Map '{state.Name}' belongs to distributed Maps, and the Map is inline; set 'Mode' to 'DISTRIBUTED' or remove it."));
        }
        return faults;
    }

    private static JsonNode? InputType(State state) => ((state.Source["ItemReader"] as ObjectNode)?["ReaderConfig"] as ObjectNode)?["InputType"];

    private static Fault Refuse(JsonNode node, string message) => new(CompilerFaults.Unsupported, message, node.Span, node.Pointer);
}
