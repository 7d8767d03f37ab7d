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

    /// <summary>A state that only states name to which no execution comes.</summary>
    public static readonly FaultDescriptor UnreachableFromStart =
        new("ASL2005", "unreachable-state", "No execution comes to the state", Severity.Warning);

    /// <summary>A loop from which no end can be reached.</summary>
    public static readonly FaultDescriptor CannotTerminate =
        new("ASL2006", "cannot-terminate", "A loop that nothing leaves", Severity.Warning);

    /// <summary>A loop without a task, a wait or a change of data.</summary>
    public static readonly FaultDescriptor BusyLoop =
        new("ASL2007", "busy-loop", "A loop that changes nothing", Severity.Warning);

    /// <summary>A branch or item processor of which every way ends in a Fail.</summary>
    public static readonly FaultDescriptor AlwaysFails =
        new("ASL2008", "always-fails", "A branch that always fails", Severity.Warning);

    /// <summary>A choice rule that is implied by earlier ones.</summary>
    public static readonly FaultDescriptor ShadowedChoiceRule =
        new("ASL2020", "shadowed-choice-rule", "Earlier rules hold whenever this one does", Severity.Warning);

    /// <summary>A choice rule whose conditions exclude each other.</summary>
    public static readonly FaultDescriptor ContradictoryChoiceRule =
        new("ASL2021", "contradictory-choice-rule", "The rule can never hold", Severity.Warning);

    /// <summary>A choice rule that holds whatever comes in.</summary>
    public static readonly FaultDescriptor ChoiceAlwaysTrue =
        new("ASL2022", "choice-always-true", "The rule always holds", Severity.Warning);

    /// <summary>A Choice without Default whose rules leave something out.</summary>
    public static readonly FaultDescriptor ChoiceWithoutDefault =
        new("ASL2023", "choice-without-default", "The rules leave something out and there is no Default", Severity.Warning);

    /// <summary>A Choice whose rules and Default all do the same.</summary>
    public static readonly FaultDescriptor ChoiceWithoutEffect =
        new("ASL2024", "choice-without-effect", "Every way out of the Choice leads to one state", Severity.Warning);

    /// <summary>A backslash in StringMatches before neither a star nor a backslash.</summary>
    public static readonly FaultDescriptor BadStringPattern =
        new("ASL2025", "bad-string-pattern", "A backslash in the pattern escapes nothing", Severity.Warning);

    /// <summary>The rows in order of their ids.</summary>
    public static IReadOnlyList<FaultDescriptor> All { get; } =
    [
        UnreachableState,
        MissingTerminal,
        MissingNextOrEnd,
        NextAndEnd,
        ChoiceMissingOperator,
        ChoiceMultipleOperators,
        UnreachableFromStart,
        CannotTerminate,
        BusyLoop,
        AlwaysFails,
        ShadowedChoiceRule,
        ContradictoryChoiceRule,
        ChoiceAlwaysTrue,
        ChoiceWithoutDefault,
        ChoiceWithoutEffect,
        BadStringPattern,
    ];
}
