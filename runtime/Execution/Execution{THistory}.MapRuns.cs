using Compiled.History;
using Compiled.Language.Vocabulary;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Map Runs.</summary>
public sealed partial class Execution<THistory>
{
    /// <summary>Records how a Map Run ended and gives its result as the flow sees it. X-104.</summary>
    private JsonValue CompleteMapRun(Frame<THistory> frame, in JsonValue reply)
    {
        JsonValue result = reply.IsMissing ? JsonValue.Null : reply;
        if (!result.IsFailure && KernelFaults.SizeFault(in result, frame.State.Name) is { } fault)
            result = JsonValue.Failure(fault);
        MapRunRequest? ended = frame.MapRun;
        frame.SetMapRun(null);
        if (result.IsFailure)
        {
            frame.KeepMapRun(GoesOn(result.AsFault!) ? ended : null);
            frame.Tip = Record(HistoryEventType.MapRunFailed, frame.Tip, in result);
            frame.FanFailed = true;
            return result;
        }

        // what follows the state has the start of the run as its previous event, as AWS records it since autumn 2024.
        int succeeded = Record(HistoryEventType.MapRunSucceeded, frame.Tip, default);
        Record(HistoryEventType.MapStateSucceeded, succeeded, default);
        return result;
    }

    private void RecordAbortedMapRun(Frame<THistory> frame, int cause)
    {
        if (frame.Effect == 0 || frame.EffectKind != Next.MapRun)
            return;
        frame.KeepMapRun(frame.MapRun);
        Record(HistoryEventType.MapRunAborted, cause, default);
    }

    // AWS, "Redriving Map Runs": after data that is too large, or that couldn't be selected, a redrive starts a new run. QueryEvaluationError is
    // what JSONata has for the latter.
    private static bool GoesOn(Fault fault)
        => fault.Error is not (StatesErrors.DataLimitExceeded or StatesErrors.Runtime or StatesErrors.QueryEvaluationError);
}
