namespace Compiled.Language.Faults;

/// <summary>Faults of Task states: ASL2501 to ASL2529.</summary>
public static class TaskFaults
{
    /// <summary>A Resource that is no ARN or names no known integration.</summary>
    public static readonly FaultDescriptor BadResource =
        new("ASL2501", "bad-resource", "The Resource is not recognised", Severity.Error);

    /// <summary>Credentials without RoleArn.</summary>
    public static readonly FaultDescriptor BadCredentials =
        new("ASL2502", "bad-credentials", "Credentials without RoleArn", Severity.Error);

    /// <summary>A <c>.sync</c>, <c>.waitForTaskToken</c> or activity Resource in an Express machine.</summary>
    public static readonly FaultDescriptor ExpressUnsupportedIntegration =
        new("ASL2503", "express-unsupported-integration", "The Resource does not work in an Express machine", Severity.Error);

    /// <summary>A parameter that the integration needs and does not get, or not under its name.</summary>
    public static readonly FaultDescriptor MissingParameter =
        new("ASL2504", "missing-parameter", "The integration lacks a parameter that it needs", Severity.Error);

    /// <summary>A parameter of a type that the service does not take.</summary>
    public static readonly FaultDescriptor BadParameterType =
        new("ASL2505", "bad-parameter-type", "The parameter is of a type that the service does not take", Severity.Warning);

    /// <summary>A <c>.waitForTaskToken</c> task whose parameters do not hold the token.</summary>
    public static readonly FaultDescriptor TaskTokenNotPassed =
        new("ASL2506", "task-token-not-passed", "The task waits for its token and passes it to nobody", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        BadResource,
        BadCredentials,
        ExpressUnsupportedIntegration,
        MissingParameter,
        BadParameterType,
        TaskTokenNotPassed,
    ];
}
