namespace Compiled.Execution;

/// <summary>The conditions under which AWS redrives a Standard execution. FEATURES .</summary>
public static class Redrive
{
    /// <summary>For how long after its end an execution can be redriven: 14 days, inclusive.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(14);

    /// <summary>From how many events on an execution can't be redriven: there must be room for the redrive and one event more.</summary>
    public const int EventLimit = 24_999;

    /// <summary>How long an execution may be open from its start, redrives included.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    /// <summary>Whether an execution can be redriven now. The first reason of several is given.</summary>
    /// <param name="status">The execution's status.</param>
    /// <param name="started">When it started.</param>
    /// <param name="stopped">When it ended last; not looked at while it runs.</param>
    /// <param name="events">How many events its history has.</param>
    /// <param name="now">The time of the question.</param>
    /// <param name="machineIsDeleting">Its machine is being deleted.</param>
    /// <param name="isMapRunChild">It is the child of a Map Run.</param>
    public static RedriveStatus StatusOf(
        ExecutionStatus status, DateTimeOffset started, DateTimeOffset stopped, int events, DateTimeOffset now, bool machineIsDeleting = false, bool isMapRunChild = false)
        => ReasonAgainst(status, started, stopped, events, now, machineIsDeleting) is { } reason ? new(Redrivability.NotRedrivable, reason)
            : new(isMapRunChild ? Redrivability.RedrivableByMapRun : Redrivability.Redrivable, null);

    private static string? ReasonAgainst(
        ExecutionStatus status, DateTimeOffset started, DateTimeOffset stopped, int events, DateTimeOffset now, bool machineIsDeleting)
        => status == ExecutionStatus.Running ? "Execution is RUNNING and cannot be redriven"
            : status == ExecutionStatus.Succeeded ? "Execution is SUCCEEDED and cannot be redriven"
            : machineIsDeleting ? "State machine is in DELETING status"
            : events >= EventLimit ? "Execution history event limit exceeded"
            : now - started >= LongestLife ? "Execution has exceeded the max execution time"
            : now - stopped > Period ? "Execution redrivable period exceeded"
            : null;
}
