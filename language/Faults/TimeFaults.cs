namespace Compiled.Language.Faults;

/// <summary>Faults of timeouts and waits: ASL2201 to ASL2229.</summary>
public static class TimeFaults
{
    /// <summary>HeartbeatSeconds that are not below TimeoutSeconds.</summary>
    public static readonly FaultDescriptor HeartbeatNotBelowTimeout =
        new("ASL2201", "heartbeat-not-below-timeout", "The heartbeat interval is not below the timeout", Severity.Error);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        HeartbeatNotBelowTimeout,
    ];
}
