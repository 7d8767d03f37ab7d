using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.History;

namespace Compiled.Simulation;

/// <summary>Writes histories in the form in which AWS's <c>GetExecutionHistory</c> answers.</summary>
public static class HistoryJson
{
    /// <summary>The events as JSON: <c>{"events": [{"timestamp", "type", "id", "previousEventId", "...EventDetails"}]}</c>, UTF-8.</summary>
    public static byte[] Write(IEnumerable<HistoryEvent> events, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(events);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("events");
            foreach (HistoryEvent item in events) item.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
