namespace Compiled.Language.Faults;

/// <summary>Faults of timeouts and waits: ASL2201 to ASL2229.</summary>
public static class TimeFaults
{
    /// <summary>HeartbeatSeconds that are not below TimeoutSeconds.</summary>
    public static readonly FaultDescriptor HeartbeatNotBelowTimeout =
        new("ASL2201", "heartbeat-not-below-timeout", "The heartbeat interval is not below the timeout", Severity.Error);

    /// <summary>A retrier whose delays add up to more than an execution may last.</summary>
    public static readonly FaultDescriptor RetryExceedsTimeout =
        new("ASL2202", "retry-exceeds-timeout", "The waits between retries are longer than the machine may run", Severity.Warning);

    /// <summary>A timeout above that of the machine, or a heartbeat where none is sent.</summary>
    public static readonly FaultDescriptor TimeoutWithoutEffect =
        new("ASL2203", "timeout-without-effect", "The timeout or heartbeat can have no effect", Severity.Warning);

    /// <summary>A Wait that, with those before it, is longer than an execution may last.</summary>
    public static readonly FaultDescriptor WaitExceedsTimeout =
        new("ASL2204", "wait-exceeds-timeout", "The wait is longer than the machine may run", Severity.Warning);

    /// <summary>A <c>.waitForTaskToken</c> task with neither timeout nor heartbeat.</summary>
    public static readonly FaultDescriptor CallbackWithoutTimeout =
        new("ASL2205", "callback-without-timeout", "A task that waits for its token has no timeout", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        HeartbeatNotBelowTimeout,
        RetryExceedsTimeout,
        TimeoutWithoutEffect,
        WaitExceedsTimeout,
        CallbackWithoutTimeout,
    ];
}
