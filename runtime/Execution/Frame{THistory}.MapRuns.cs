using Compiled.History;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Distributed Map states.</summary>
public abstract partial class Frame<THistory>
{
    /// <summary>
    /// Records that a distributed Map starts; its further settings are evaluated after that (L-314). Missing items: a reader gives them (L-320). A run
    /// that is redriven has started before.
    /// </summary>
    protected void BeginMap(JsonValue items)
    {
        if (RedrivenMapRun is null)
            Tip = Execution.Record(HistoryEventType.MapStateStarted, Tip, default, number: items.Count);
    }

    /// <summary>Has a Map Run done, whose result comes as the reply. <see cref="BeginMap"/> goes before.</summary>
    protected Next StartMapRun(int state, MapRunSettings settings)
    {
        MapRunRequest? ended = RedrivenMapRun;
        if (ended is { RedriveCount: >= MapRunRequest.MostRedrives })
            return Fail(KernelFaults.TooManyMapRunRedrives(ended));
        Next next = Begin(Next.MapRun);
        // the same run, on the items that it had.
        MapRunRequest request = ended is null ? MapRunRequests.Make(this, state, settings) : ended.Redriven();
        SetMapRun(request);
        KeepMapRun(null);
        Tip = Execution.Record(
            ended is null ? HistoryEventType.MapRunStarted : HistoryEventType.MapRunRedriven, Tip, default, request.Arn, number: request.RedriveCount);
        return next;
    }

    /// <summary>A copy of the frame in a copy of its execution, with randomness of its own: what is evaluated there leaves no trace here.</summary>
    internal Frame<THistory> Isolate()
    {
        Frame<THistory> copy = (Frame<THistory>)MemberwiseClone();
        copy.Execution = (Execution<THistory>)Execution.Isolate();
        return copy;
    }
}
