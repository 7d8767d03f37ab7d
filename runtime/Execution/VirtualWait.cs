using Compiled.History;
using Compiled.Testing;

namespace Compiled.Execution;

/// <summary>
/// A wait of an execution that has nothing else outstanding, on a clock that goes on by itself: the clock is moved at once, without
/// a timer and without leaving the synchronous path.
/// </summary>
internal static class VirtualWait
{
    /// <summary>Passes the frame's wait; false when a timer must do it, as something else could happen first.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="frame">The flow that waits.</param>
    /// <param name="options">Its options.</param>
    /// <param name="began">When the execution began, in ticks: 0 until the first wait. No time has passed before.</param>
    public static bool TryPass<THistory>(Execution<THistory> execution, Frame<THistory> frame, ExecutionOptions options, ref long began)
        where THistory : struct, IHistory
    {
        if (options.TimeProvider is not VirtualTimeProvider { AutoAdvance: true } clock || !execution.IsAlone)
            return false;
        long now = clock.GetTimestamp();
        if (began == 0)
            began = now;
        execution.Started(began);
        long due = frame.WaitDueTicks(now, options.WaitTimeScale);
        return due - began < execution.Machine.LimitSeconds * TimeSpan.TicksPerSecond && clock.TryPass(due);
    }
}
