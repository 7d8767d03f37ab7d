using Compiled.MapRuns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Executions;

/// <summary>AWS's words for how an execution stands.</summary>
internal static class StatusWords
{
    /// <summary>The word for a status.</summary>
    public static string Of(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };

    /// <summary>The word for where a Map's run stands.</summary>
    public static string Of(MapRunStatus status) => status switch
    {
        MapRunStatus.Running => "RUNNING",
        MapRunStatus.Succeeded => "SUCCEEDED",
        MapRunStatus.Failed => "FAILED",
        _ => "ABORTED",
    };

    /// <summary>Reads <c>statusFilter</c>; the words in the order in which AWS's refusal names them.</summary>
    public static string? ReadFilter(ApiRequest request) => request.Word("statusFilter", "SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING");

    /// <summary>The status of a word; null for one that no execution has by itself.</summary>
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
