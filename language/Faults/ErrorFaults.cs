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

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        CatchAllNotAlone,
        CatchAllNotLast,
    ];
}
