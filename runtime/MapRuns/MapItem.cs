using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>One item of a Map Run.</summary>
/// <param name="Value">The item.</param>
/// <param name="Key">The name of the member that it is the value of, where the items are an object's members; otherwise null.</param>
/// <param name="Source">Where it comes from: <c>STATE_DATA</c>, or the URI of an object or of a bucket. FEATURES L-095.</param>
public readonly record struct MapItem(JsonValue Value, string? Key, string Source)
{
    /// <summary>The source of items that the state's input has.</summary>
    public const string StateData = "STATE_DATA";

    private static readonly Key KeyKey = Values.Key.Of("Key"), ValueKey = Values.Key.Of("Value");

    /// <summary>What a child execution is given of the item where no <c>ItemSelector</c> says otherwise: the item, or the pair of key and value.</summary>
    internal JsonValue Whole => Key is null ? Value : JsonValue.ObjectOf([new JsonProperty(KeyKey, Key), new JsonProperty(ValueKey, Value)]);
}
