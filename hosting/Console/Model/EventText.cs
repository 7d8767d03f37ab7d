using System.Text.Json;

namespace Compiled.WebConsole.Model;

/// <summary>The data of an event, read when somebody looks at it.</summary>
internal sealed class EventText
{
    private readonly JsonElement _event;

    private EventText(JsonElement @event)
    {
        _event = @event;
        foreach (JsonProperty member in @event.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
                (DetailsName, Details) = (member.Name, member.Value);
        }
    }

    /// <summary>The name of the member that holds the details, <c>taskScheduledEventDetails</c>; empty for none.</summary>
    public string DetailsName { get; } = "";

    /// <summary>The details; of kind Undefined for none.</summary>
    public JsonElement Details { get; }

    /// <summary>The whole event.</summary>
    public JsonElement Whole => _event;

    /// <summary>An event, UTF-8 text in AWS's JSON form.</summary>
    public static EventText Of(ReadOnlyMemory<byte> json) => new(JsonElement.Parse(json.Span));

    /// <summary>A text among the details, such as <c>input</c>, JSON text itself; null where there is none.</summary>
    public string? this[string name]
        => Details.ValueKind == JsonValueKind.Object && Details.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;
}
