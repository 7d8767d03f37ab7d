using Compiled.Values;

namespace Compiled.Events.Patterns;

/// <summary>
/// An event pattern of EventBridge: an object of the shape of events, with a list of tests for each value of interest. An event matches when at least one
/// test of each list does. Source: EventBridge's guide, "Creating event patterns" and "Comparison operators". FEATURES B10, V-050.
/// </summary>
/// <remarks>
/// Strings are compared character by character, also numbers in a list of values: <c>300</c> and <c>300.0</c> differ there. Of arrays in an event one element has to
/// match; of arrays of objects, one object has to match everything that the pattern says of it. Any thread may match.
/// </remarks>
public sealed class EventPattern
{
    private readonly ObjectTest _test;

    private EventPattern(ObjectTest test, JsonValue text) => (_test, Json) = (test, text);

    /// <summary>The pattern as it was read.</summary>
    public JsonValue Json { get; }

    /// <summary>Reads a pattern from JSON text.</summary>
    /// <exception cref="EventPatternException">The text is no pattern; says where.</exception>
    public static EventPattern Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonValue.TryParse(System.Text.Encoding.UTF8.GetBytes(json), out JsonValue pattern, out string? error)
            ? Parse(pattern) : throw new EventPatternException("", $"The pattern is no JSON: {error}");
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="EventPatternException">The value is no pattern; says where.</exception>
    public static EventPattern Parse(JsonValue pattern) => new(PatternReader.Read(in pattern), pattern);

    /// <summary>Whether an event matches.</summary>
    public bool Matches(JsonValue @event) => _test.Fits(in @event);

    /// <summary>The pattern as JSON text.</summary>
    public override string ToString() => Json.ToString();
}
