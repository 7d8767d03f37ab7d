using System.Text.Json;
using Compiled.Execution;
using Compiled.Values;

namespace Conformance.Running;

/// <summary>A signal as a journal keeps it: JSON text, from which an equal signal is read again.</summary>
internal static class SignalRecord
{
    /// <summary>The signal as JSON: <c>{"kind", "effect", "time", "value" | "failure": {"error", "cause"}}</c>.</summary>
    public static byte[] Write(in Signal signal)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("kind", (byte)signal.Kind);
            json.WriteNumber("effect", signal.Effect);
            json.WriteNumber("time", signal.Time.UtcTicks);
            if (signal.Value.AsFault is { } fault)
            {
                json.WriteStartObject("failure");
                json.WriteString("error", fault.Error);
                json.WriteString("cause", fault.Cause);
                json.WriteEndObject();
            }
            else if (!signal.Value.IsMissing)
            {
                json.WritePropertyName("value");
                json.WriteRawValue(signal.Value.ToUtf8());
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads a signal.</summary>
    public static Signal Read(byte[] record)
    {
        JsonElement json = JsonElement.Parse(record);
        JsonValue value = json.TryGetProperty("failure", out JsonElement failure)
            ? JsonValue.Failure(new Fault(failure.GetProperty("error").GetString(), failure.GetProperty("cause").GetString()))
            : json.TryGetProperty("value", out JsonElement element) ? JsonValue.FromJsonElement(element) : default;
        return new Signal(
            (SignalKind)json.GetProperty("kind").GetByte(), json.GetProperty("effect").GetInt32(), value,
            new DateTimeOffset(json.GetProperty("time").GetInt64(), TimeSpan.Zero));
    }
}
