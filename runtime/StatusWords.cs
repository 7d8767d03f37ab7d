using Compiled.MapRuns;

namespace Compiled;

/// <summary>AWS's words for how executions and Map Runs stand, such as <c>TIMED_OUT</c>.</summary>
public static class StatusWords
{
    /// <summary>The words for executions, in the order of <see cref="ExecutionStatus"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"];

    /// <summary>The word for how an execution stands.</summary>
    public static string Of(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };

    /// <summary>The word for how a Map Run stands.</summary>
    public static string Of(MapRunStatus status) => status switch
    {
        MapRunStatus.Running => "RUNNING",
        MapRunStatus.Succeeded => "SUCCEEDED",
        MapRunStatus.Failed => "FAILED",
        _ => "ABORTED",
    };

    /// <summary>The status of a word; null for a word that is none.</summary>
    public static ExecutionStatus? Parse(string? word) => word switch
    {
        "RUNNING" => ExecutionStatus.Running,
        "SUCCEEDED" => ExecutionStatus.Succeeded,
        "FAILED" => ExecutionStatus.Failed,
        "TIMED_OUT" => ExecutionStatus.TimedOut,
        "ABORTED" => ExecutionStatus.Aborted,
        _ => null,
    };
}
