using Compiled.Expressions;
using Compiled.History;
using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Ending with an error, and showing one to a catcher.</summary>
public abstract partial class Frame<THistory>
{
    private static readonly Key ErrorKey = Key.Of("Error"), CauseKey = Key.Of("Cause");

    /// <summary>Ends the flow with an error that was neither retried nor caught.</summary>
    protected Next Fail(Fault fault)
    {
        if (fault.StateName is null)
        {
            if (fault.Error == StatesErrors.QueryEvaluationError)
                fault = EvaluationFailed(fault);
            else if (fault.Error == StatesErrors.Runtime)
                fault = fault.RaisedBy(State.Name, EnteredId);
            else if (fault.Error == StatesErrors.HeartbeatTimeout)
                fault = KernelFaults.Timeout;
        }

        EndFailedFan();
        Failure = fault;
        return Next.Fail;
    }

    /// <summary>
    /// Records that an expression failed (L-062) and gives the error with its origin. Emitted code calls it before it looks for a
    /// retrier or catcher; <see cref="Fail"/> does so itself for errors that have not been through here.
    /// </summary>
    protected Fault EvaluationFailed(Fault fault)
    {
        // What a state inside raised has been recorded there; limits that a value breaks are errors of another kind.
        if (fault.StateName is not null || fault.Error != StatesErrors.QueryEvaluationError)
            return fault;
        StateInfo state = State;
        Fault raised = fault.RaisedBy(state.Name, EnteredId);
        // expressions are evaluated before AWS writes the entry, so the previous event is the entry's own. The check of a
        // Wait's timestamp comes after it: scenarios/test_wait_timestamp_jsonata.
        bool afterEntry = state.Type == StateType.Wait && fault.Cause?.StartsWith("The Timestamp field", StringComparison.Ordinal) == true;
        int previous = Tip == EnteredId && !afterEntry ? EnteredPrevious : Tip;
        Tip = Execution.Record(HistoryEventType.EvaluationFailed, previous, JsonValue.Failure(raised), state, fault.Location);
        FanFailed |= state.Type is StateType.Map or StateType.Parallel;
        return raised;
    }

    /// <summary>Ends the flow as a Fail state does; either part may be null (L-264).</summary>
    protected Next FailState(string? error, string? cause)
    {
        Failure = new Fault(error, cause);
        return Next.Fail;
    }

    /// <summary>Ends the flow because a Choice compares something that is not there.</summary>
    protected Next FailChoice(string path) => Fail(Faults.ChoicePath(path));

    /// <summary>Ends the flow because no rule of a Choice matched and it has no default.</summary>
    protected Next FailNoChoiceMatched() => Fail(Faults.NoChoiceMatched());

    /// <summary>
    /// The error as a catcher sees it: <c>{"Error": ..., "Cause": ...}</c>. Missing parts are empty strings (L-352), except that a
    /// Parallel or Map passes on that a branch gave none, as null
    /// (callback/test_sqs_failure_in_wait_for_task_tok_no_error_field[SQS_PARALLEL_WAIT_FOR_TASK_TOKEN]).
    /// </summary>
    protected JsonValue Caught(Fault fault)
    {
        JsonValue none = FanFailed ? JsonValue.Null : "";
        return JsonValue.ObjectOf([new JsonProperty(ErrorKey, CaughtError.NameOf(fault, in none)), new JsonProperty(CauseKey, CaughtError.CauseOf(fault, in none))]);
    }

    // L-341: MapStateFailed and ParallelStateFailed come only once no retrier takes the failure.
    private void EndFailedFan()
    {
        if (!FanFailed)
            return;
        FanFailed = false;
        Tip = Execution.Record(State.Type == StateType.Map ? HistoryEventType.MapStateFailed : HistoryEventType.ParallelStateFailed, Tip, default);
    }
}
