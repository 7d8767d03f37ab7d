using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Arrays of the right size for items that were collected in one with room.</summary>
internal static class ExactArray
{
    /// <summary>The first of some items; their array itself if it has no others.</summary>
    public static JsonValue[] Of(JsonValue[] items, int count) => items.Length == count ? items : Of(items.AsSpan(0, count));

    /// <summary>A copy, item by item: what copies several at once has to wait until those just written are stored.</summary>
    public static JsonValue[] Of(ReadOnlySpan<JsonValue> items)
    {
        var exact = new JsonValue[items.Length];
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] = items[i];
        }

        return exact;
    }
}
