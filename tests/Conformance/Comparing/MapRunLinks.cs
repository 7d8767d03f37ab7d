using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Comparing;

/// <summary>
/// AWS changed in autumn 2024 what follows a Map Run: until then the exit of the Map state had MapRunSucceeded as its previous event, since then
/// MapRunStarted (FEATURES X-105, I-005). The new link is what we make, so an old recording is read as if it were new.
/// </summary>
internal static class MapRunLinks
{
    public static JsonElement Renewed(JsonElement history)
    {
        if (history.ValueKind != JsonValueKind.Array || !history.EnumerateArray().Any(static item => Is(item, "MapRunSucceeded"))) return history;
        JsonNode[] events = [.. JsonArray.Create(history)!.Select(static item => item!)];
        foreach (JsonNode exited in events.Where(static item => Text(item) == "MapStateExited"))
        {
            JsonNode? succeeded = events.FirstOrDefault(item => Text(item) == "MapRunSucceeded" && JsonNode.DeepEquals(item["id"], exited["previousEventId"]));
            if (succeeded is not null) exited["previousEventId"] = succeeded["previousEventId"]!.DeepClone();
        }

        return JsonSerializer.SerializeToElement(new JsonArray([.. events.Select(static item => item.DeepClone())]));
    }

    private static bool Is(JsonElement item, string type) => item.GetProperty("type").GetString() == type;

    private static string? Text(JsonNode item) => (string?)item["type"];
}
