using Compiled.History;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// Runs executions in memory. While everything completes at once it is one loop on the caller's thread, which allocates only the
/// execution and its flows; the first effect that doesn't complete hands over to a <see cref="Driver{THistory}"/>.
/// </summary>
internal static class Runner<THistory> where THistory : struct, IHistory
{
    public static ValueTask<ExecutionResult> Run(
        Workflow workflow, in JsonValue input, THistory history, IReadOnlyList<HistoryEvent>? kept, ExecutionOptions options, ClockGate? gate,
        CancellationToken cancellationToken)
    {
        long ticks = Ticks(options);
        Execution<THistory> execution = new(workflow, in input, ticks, options, history);
        RunObserver? observer = RunObserver.TryCreate(execution, options, options.TraceHeader);
        return Run(workflow, execution, new Signal(SignalKind.Start, 0, default, ticks), kept, options, observer, null, gate, cancellationToken);
    }

    /// <summary>Runs an execution on from a signal.</summary>
    internal static ValueTask<ExecutionResult> Run(
        Workflow workflow, Execution<THistory> execution, Signal signal, IReadOnlyList<HistoryEvent>? kept, ExecutionOptions options, RunObserver? observer,
        CancellationTokenSource? spare, ClockGate? gate, CancellationToken cancellationToken)
    {
        long began = 0;
        for (; ; )
        {
            Next next = execution.Advance(in signal, out Frame<THistory>? frame);
            if (next is Next.Succeed or Next.Fail)
            {
                Return(spare, cancellationToken);
                ExecutionResult result = new(execution, kept);
                observer?.Ended(result);
                return ValueTask.FromResult(result);
            }

            if (next == Next.Wait && gate is null && VirtualWait.TryPass(execution, frame!, options, ref began))
            {
                observer?.Waits(frame!);
                signal = new Signal(SignalKind.Fired, frame!.Effect, default, Ticks(options));
                continue;
            }

            if (cancellationToken.IsCancellationRequested || next != Next.Call || frame!.State.HasToken || frame.HeartbeatSeconds > 0
                || SynchronizationContext.Current is not null)
                return new Driver<THistory>(workflow, execution, options, kept, observer, spare, gate, cancellationToken).Start(next, frame);

            spare ??= Rent(cancellationToken);
            ValueTask<JsonValue> reply = Calls.Invoke(workflow, frame, null, options, observer, spare.Token);
            if (!reply.IsCompleted)
                return new Driver<THistory>(workflow, execution, options, kept, observer, null, gate, cancellationToken).Start(frame, in reply, spare);

            signal = Replied(workflow, frame, in reply, options, cancellationToken);
        }
    }

    internal static Signal Replied(
        Workflow workflow, Frame<THistory> frame, in ValueTask<JsonValue> reply, ExecutionOptions options, CancellationToken cancellationToken)
    {
        JsonValue value = HandlerFailure.ResultOf(in reply, workflow);
        // A handler that ended because the execution is being stopped has not failed.
        return cancellationToken.IsCancellationRequested
            ? new Signal(SignalKind.Stop, frame.Effect, default, Ticks(options))
            : new Signal(SignalKind.Reply, frame.Effect, in value, Ticks(options));
    }

    internal static long Ticks(ExecutionOptions options) => THistory.IsOn ? options.TimeProvider.GetUtcNow().UtcTicks : 0;

    // A source that no handler has kept waiting serves the next execution on the thread.
    private static CancellationTokenSource Rent(CancellationToken cancellationToken)
        => cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken) : SpareSource.Rent();

    private static void Return(CancellationTokenSource? source, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
            source?.Dispose();
        else if (source is not null)
            SpareSource.Return(source);
    }
}
