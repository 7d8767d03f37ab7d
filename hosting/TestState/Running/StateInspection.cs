using Compiled.History;
using Compiled.TestState.Checks;
using Compiled.TestState.Slices;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>What a test sees of its execution: the state's steps, its end, and which state follows.</summary>
internal sealed class StateInspection(TestSetup setup, StateSlice slice, string executionId) : IHistorySink, IInspection
{
    private static readonly Key Execution = Key.Of("Execution"), Map = Key.Of("Map"), Id = Key.Of("Id"), Input = Key.Of("Input");

    private readonly JsonValue[] _steps = new JsonValue[Enum.GetValues<InspectedStep>().Length];

    /// <summary>What a step came to; missing where there was none.</summary>
    public JsonValue this[InspectedStep step] => _steps[(int)step];

    /// <summary>The state's output; missing until it has one.</summary>
    public JsonValue Output { get; private set; }

    /// <summary>The variables that the test gave, and those that the state assigned.</summary>
    public JsonValue Variables { get; private set; } = setup.Variables;

    /// <summary>The state that follows; null where none does.</summary>
    public string? NextState { get; private set; }

    // The states that stand around the tested one tell their steps too.
    private bool _isInside;

    /// <inheritdoc/>
    public void Saw(InspectedStep step, JsonValue value)
    {
        if (_isInside)
            _steps[(int)step] = value;
    }

    /// <summary>Forgets the steps of an attempt, for the next.</summary>
    public void Renew() => Array.Clear(_steps);

    /// <inheritdoc/>
    public JsonValue Context(JsonValue context)
    {
        JsonValue seen = setup.Context;
        // AWS shows an Express execution that is never redriven, and the state's own input as the execution's.
        if (seen.IsMissing)
            return context.With(Execution, context[Execution].Without("RedriveCount").With(Id, executionId).With(Input, setup.Input));
        return context[Map] is { IsMissing: false } item ? seen.With(Map, item) : seen;
    }

    /// <inheritdoc/>
    public void Add(in HistoryEvent recorded)
    {
        if (recorded.StateName is not { } name)
            return;
        if (slice.Targets.TryGetValue(name, out string? target))
            NextState ??= target;
        else if (name == slice.StateName && IsExit(recorded.Type))
            Leave(in recorded);
        else if (name == slice.StateName)
            _isInside = true;
    }

    private void Leave(in HistoryEvent recorded)
    {
        Output = recorded.Value;
        _isInside = false;
        if (recorded.More is not AssignedVariables { Variables: var assigned })
            return;
        JsonValue variables = Variables.IsMissing ? JsonValue.EmptyObject : Variables;
        for (MemberEnumerator members = assigned.Members(); members.MoveNext();)
            variables = variables.With(members.Current.Key, members.Current.Value);
        Variables = variables;
    }

    private static bool IsExit(HistoryEventType type) => type
        is HistoryEventType.TaskStateExited or HistoryEventType.PassStateExited or HistoryEventType.WaitStateExited or HistoryEventType.ChoiceStateExited
        or HistoryEventType.SucceedStateExited or HistoryEventType.ParallelStateExited or HistoryEventType.MapStateExited;
}
