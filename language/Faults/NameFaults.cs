namespace Compiled.Language.Faults;

/// <summary>Faults of names: ASL1101 to ASL1129.</summary>
public static class NameFaults
{
    /// <summary>StartAt names no state of its flow.</summary>
    public static readonly FaultDescriptor UnknownStartAt =
        new("ASL1101", "unknown-start-at", "StartAt names no state of its flow", Severity.Error);

    /// <summary>Next or Default names no state at all.</summary>
    public static readonly FaultDescriptor UnknownNext =
        new("ASL1102", "unknown-next", "A transition names no state", Severity.Error);

    /// <summary>Next or Default names a state of another flow.</summary>
    public static readonly FaultDescriptor CrossScopeTransition =
        new("ASL1103", "cross-scope-transition", "A transition leaves its flow", Severity.Error);

    /// <summary>One state name twice in the whole machine.</summary>
    public static readonly FaultDescriptor DuplicateStateName =
        new("ASL1104", "duplicate-state-name", "Two states have one name", Severity.Error);

    /// <summary>A state name of more than 80 characters.</summary>
    public static readonly FaultDescriptor StateNameTooLong =
        new("ASL1105", "state-name-too-long", "The state name is longer than 80 characters", Severity.Error);

    /// <summary>An Assign key that is no variable name.</summary>
    public static readonly FaultDescriptor BadVariableName =
        new("ASL1106", "bad-variable-name", "The variable name is not allowed", Severity.Error);

    /// <summary>A state inside a Parallel or Map assigns a name that a state around it assigns too.</summary>
    public static readonly FaultDescriptor VariableShadowsOuter =
        new("ASL1107", "variable-shadows-outer", "An inner scope assigns a variable of an outer one", Severity.Error);

    /// <summary>A variable that is read where no way to it assigns it.</summary>
    public static readonly FaultDescriptor UndefinedVariable =
        new("ASL1110", "undefined-variable", "The variable is not assigned where it is read", Severity.Warning);

    /// <summary>A variable that is read where only some ways to it assign it.</summary>
    public static readonly FaultDescriptor MaybeUnassignedVariable =
        new("ASL1111", "maybe-unassigned-variable", "Some way to the state does not assign the variable", Severity.Warning);

    /// <summary>A variable that nothing reads.</summary>
    public static readonly FaultDescriptor UnusedVariable =
        new("ASL1112", "unused-variable", "The variable is assigned and never read", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        UnknownStartAt,
        UnknownNext,
        CrossScopeTransition,
        DuplicateStateName,
        StateNameTooLong,
        BadVariableName,
        VariableShadowsOuter,
        UndefinedVariable,
        MaybeUnassignedVariable,
        UnusedVariable,
    ];
}
