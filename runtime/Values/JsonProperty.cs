namespace Compiled.Values;

/// <summary>A member to build an object from: its name and its value.</summary>
public readonly struct JsonProperty(Key key, JsonValue value)
{
    /// <summary>The member's name.</summary>
    public Key Key { get; } = key;

    /// <summary>The member's value.</summary>
    public JsonValue Value { get; } = value;
}
