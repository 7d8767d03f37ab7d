using System.Text.Json;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>Whether executions are traced, as requests and answers say it.</summary>
internal static class TracingSettings
{
    /// <summary>Reads the member of a request; null when it is missing.</summary>
    public static bool? Read(ApiRequest request)
    {
        if (request.Structure("tracingConfiguration") is not { } tracing)
            return null;
        bool enabled = tracing.Boolean("enabled") ?? false;
        request.Take(tracing);
        return enabled;
    }

    /// <summary>Writes the member of an answer.</summary>
    public static void Write(Utf8JsonWriter writer, bool isTracing)
    {
        writer.WriteStartObject("tracingConfiguration");
        writer.WriteBoolean("enabled", isTracing);
        writer.WriteEndObject();
    }
}
