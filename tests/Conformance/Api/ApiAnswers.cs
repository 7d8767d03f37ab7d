using System.Text.Json;
using Conformance.Comparing;

namespace Conformance.Api;

/// <summary>Answers of the API, as what they tell of a run.</summary>
internal static class ApiAnswers
{
    /// <summary>How an execution ended, by DescribeExecution or StartSyncExecution.</summary>
    public static RecordedRun Run(JsonElement described, JsonElement events)
        => new(Text(described, "status")!, Text(described, "output") is { } output ? JsonElement.Parse(output) : null, Text(described, "error"), Text(described, "cause"), events);

    /// <summary>A member that is a text; null when it is missing.</summary>
    public static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out JsonElement member) ? member.GetString() : null;
}
