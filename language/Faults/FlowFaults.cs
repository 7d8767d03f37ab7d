namespace Compiled.Language.Faults;

/// <summary>Faults of flows and of what decides them: ASL2001 to ASL2029.</summary>
public static class FlowFaults
{
    /// <summary>A state that no transition names.</summary>
    public static readonly FaultDescriptor UnreachableState =
        new("ASL2001", "unreachable-state", "No transition leads to the state", Severity.Error);

    /// <summary>A flow without any terminal state.</summary>
    public static readonly FaultDescriptor MissingTerminal =
        new("ASL2002", "missing-terminal", "No state ends the flow", Severity.Error);

    /// <summary>A state with neither Next nor End.</summary>
    public static readonly FaultDescriptor MissingNextOrEnd =
        new("ASL2003", "missing-next-or-end", "The state has neither Next nor End", Severity.Error);

    /// <summary>A state with both Next and End.</summary>
    public static readonly FaultDescriptor NextAndEnd =
        new("ASL2004", "next-and-end", "The state has both Next and End", Severity.Error);

    /// <summary>A choice rule without any operator.</summary>
    public static readonly FaultDescriptor ChoiceMissingOperator =
        new("ASL2010", "choice-missing-operator", "The rule compares nothing", Severity.Error);

    /// <summary>A choice rule with more than one operator.</summary>
    public static readonly FaultDescriptor ChoiceMultipleOperators =
        new("ASL2011", "choice-multiple-operators", "The rule has two operators", Severity.Error);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        UnreachableState,
        MissingTerminal,
        MissingNextOrEnd,
        NextAndEnd,
        ChoiceMissingOperator,
        ChoiceMultipleOperators,
    ];
}
