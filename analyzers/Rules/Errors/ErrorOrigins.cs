using Compiled.Language.Binding;
using Compiled.Language.Vocabulary;

namespace Compiled.Rules;

/// <summary>Knows which reserved errors each state can raise: its own, and those of the flows inside it.</summary>
internal sealed class ErrorOrigins
{
    private readonly ErrorSources[] _flows;

    /// <summary>Looks at a whole machine.</summary>
    public ErrorOrigins(Machine machine)
    {
        _flows = new ErrorSources[machine.Flows.Count];
        // Inner flows stand after the flow around them, so from the end each is known before it is asked for.
        for (int i = machine.Flows.Count - 1; i >= 0; i--)
            _flows[i] = machine.Flows[i].States.Aggregate(ErrorSources.None, (all, state) => all | Of(state));
    }

    /// <summary>Why the state cannot raise the error; null where it can, or where that is not known.</summary>
    public string? WhyNot(WorkState state, string error)
    {
        (ErrorSources source, string why) = error switch
        {
            StatesErrors.HeartbeatTimeout => (ErrorSources.Heartbeat, "no 'HeartbeatSeconds' is set"),
            StatesErrors.BranchFailed => (ErrorSources.Branches, "only a Parallel raises it"),
            StatesErrors.ItemReaderFailed => (ErrorSources.ItemReader, "only a Map with 'ItemReader' raises it"),
            StatesErrors.ResultWriterFailed => (ErrorSources.ResultWriter, "only a Map with 'ResultWriter' raises it"),
            StatesErrors.ExceedToleratedFailureThreshold => (ErrorSources.DistributedMap, "only a distributed Map raises it"),
            StatesErrors.NoChoiceMatched => (ErrorSources.ChoiceWithoutDefault, "only a Choice without 'Default' raises it"),
            StatesErrors.QueryEvaluationError => (ErrorSources.Jsonata, "only a JSONata state raises it"),
            StatesErrors.IntrinsicFailure or StatesErrors.ParameterPathFailure or StatesErrors.ResultPathMatchFailure =>
                (ErrorSources.JsonPath, "only a JSONPath state raises it"),
            _ => (ErrorSources.None, ""),
        };
        return source == ErrorSources.None || (Of(state) & (source | ErrorSources.Fail)) != 0 ? null : why;
    }

    private ErrorSources Of(State state)
    {
        ErrorSources own = state.QueryLanguage == QueryLanguage.Jsonata ? ErrorSources.Jsonata : ErrorSources.JsonPath;
        return state switch
        {
            TaskState task => own | (HasHeartbeat(task) ? ErrorSources.Heartbeat : ErrorSources.None),
            FailState => own | ErrorSources.Fail,
            ChoiceState { Default: null } => own | ErrorSources.ChoiceWithoutDefault,
            ParallelState parallel => parallel.Branches.Aggregate(own | ErrorSources.Branches, (all, branch) => all | _flows[branch.Index]),
            MapState map => own | OfMap(map) | _flows[map.Processor.Index],
            _ => own,
        };
    }

    private static bool HasHeartbeat(TaskState task) => task.Source.Members.Any(member => member.Name is "HeartbeatSeconds" or "HeartbeatSecondsPath");

    private static ErrorSources OfMap(MapState map) =>
        (map.IsDistributed ? ErrorSources.DistributedMap : ErrorSources.None)
        | (map.ItemReader is not null ? ErrorSources.ItemReader : ErrorSources.None)
        | (map.ResultWriter is not null ? ErrorSources.ResultWriter : ErrorSources.None);
}
