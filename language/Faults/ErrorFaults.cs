namespace Compiled.Language.Faults;

/// <summary>Faults of Retry and Catch: ASL2101 to ASL2129.</summary>
public static class ErrorFaults
{
    /// <summary>States.ALL beside other names in one ErrorEquals.</summary>
    public static readonly FaultDescriptor CatchAllNotAlone =
        new("ASL2101", "catch-all-not-alone", "States.ALL stands beside other error names", Severity.Error);

    /// <summary>States.ALL in a retrier or catcher that is not the last.</summary>
    public static readonly FaultDescriptor CatchAllNotLast =
        new("ASL2102", "catch-all-not-last", "States.ALL stands before other entries", Severity.Error);

    /// <summary>A retrier whose errors earlier retriers all match.</summary>
    public static readonly FaultDescriptor ShadowedRetrier =
        new("ASL2103", "shadowed-retrier", "Earlier retriers act on all of its errors", Severity.Warning);

    /// <summary>A catcher whose errors earlier catchers all match.</summary>
    public static readonly FaultDescriptor ShadowedCatcher =
        new("ASL2104", "shadowed-catcher", "Earlier catchers act on all of its errors", Severity.Warning);

    /// <summary>A name in the reserved space of <c>States.</c> that Step Functions never raises.</summary>
    public static readonly FaultDescriptor UnknownReservedError =
        new("ASL2105", "unknown-reserved-error", "The error name is reserved and does not exist", Severity.Warning);

    /// <summary>An error in Retry or Catch that this state cannot raise.</summary>
    public static readonly FaultDescriptor ErrorCannotOccur =
        new("ASL2106", "error-cannot-occur", "The state cannot raise the error", Severity.Warning);

    /// <summary>An error in Retry or Catch that always ends the execution.</summary>
    public static readonly FaultDescriptor UncatchableError =
        new("ASL2107", "uncatchable-error", "The error can be neither retried nor caught", Severity.Warning);

    /// <summary>A field of a retrier that its other fields leave no room to act.</summary>
    public static readonly FaultDescriptor RetryFieldWithoutEffect =
        new("ASL2108", "retry-field-without-effect", "The field of the retrier has no effect", Severity.Warning);

    /// <summary>A catcher whose way leads back to the failing state with neither a wait nor a choice on it.</summary>
    public static readonly FaultDescriptor CatchLoop =
        new("ASL2109", "catch-loop", "A catcher leads back to its state without a wait or a limit", Severity.Warning);

    /// <summary>Retry or Catch on a Parallel or Map in which nothing can fail.</summary>
    public static readonly FaultDescriptor DeadCatch =
        new("ASL2110", "dead-catch", "Nothing in the state can fail", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        CatchAllNotAlone,
        CatchAllNotLast,
        ShadowedRetrier,
        ShadowedCatcher,
        UnknownReservedError,
        ErrorCannotOccur,
        UncatchableError,
        RetryFieldWithoutEffect,
        CatchLoop,
        DeadCatch,
    ];
}
