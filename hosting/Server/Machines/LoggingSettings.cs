using System.Text.Json;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>What of executions is logged. FEATURES V-030.</summary>
/// <param name="Level"><c>ALL</c>, <c>ERROR</c>, <c>FATAL</c> or <c>OFF</c>.</param>
/// <param name="IncludesExecutionData">Inputs and outputs are logged too.</param>
/// <param name="LogGroupArn">The log group; null for none.</param>
internal sealed record LoggingSettings(string Level, bool IncludesExecutionData, string? LogGroupArn)
{
    public static readonly LoggingSettings Off = new("OFF", false, null);

    /// <summary>Reads the member of a request; null when it is missing.</summary>
    /// <exception cref="ApiException">ValidationException, InvalidLoggingConfiguration.</exception>
    public static LoggingSettings? Read(ApiRequest request)
    {
        if (request.Structure("loggingConfiguration") is not { } logging)
            return null;
        string level = logging.Word("level", "ALL", "ERROR", "FATAL", "OFF") ?? Off.Level;
        bool includesData = logging.Boolean("includeExecutionData") ?? false;
        IReadOnlyList<ApiRequest>? destinations = logging.Structures("destinations");
        request.Take(logging);
        request.Check();
        if (level != Off.Level && destinations?.Count != 1 || destinations?.Count > 1)
            throw ApiErrors.InvalidLoggingConfiguration("Must specify exactly one Log Destination.");
        string? group = destinations is [var destination] ? destination.Structure("cloudWatchLogsLogGroup")?.Text("logGroupArn", 1, 256) : null;
        if (destinations is [_] && !IsLogGroup(group))
            throw ApiErrors.InvalidLoggingConfiguration("Log Destination not found.");
        return new LoggingSettings(level, includesData, group);
    }

    /// <summary>Writes the member of an answer.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("loggingConfiguration");
        writer.WriteString("level", Level);
        writer.WriteBoolean("includeExecutionData", IncludesExecutionData);
        if (LogGroupArn is not null)
        {
            writer.WriteStartArray("destinations");
            writer.WriteStartObject();
            writer.WriteStartObject("cloudWatchLogsLogGroup");
            writer.WriteString("logGroupArn", LogGroupArn);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static bool IsLogGroup(string? arn) => arn?.Split(':') is ["arn", _, "logs", _, _, "log-group", { Length: > 0 }, ..];
}
