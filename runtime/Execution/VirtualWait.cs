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
            began = THistory.IsOn ? now : execution.Started(now);
        return TryPass(clock, frame.WaitDueTicks(now, options.WaitTimeScale), began, execution.Machine, options);
    }

    /// <summary>Passes a wait that is over at a time; false when the execution's limit comes first, or something else that the clock is asked for.</summary>
    public static bool TryPass(VirtualTimeProvider clock, long due, long began, MachineInfo machine, ExecutionOptions options)
        => due - began < options.LimitOf(machine).Ticks && clock.TryPass(due);

    /// <summary>When a wait ends, UTC ticks; the greatest value for times that no clock reaches.</summary>
    /// <param name="beganTicks">When it began, UTC ticks.</param>
    /// <param name="wait">How long it takes, in ticks.</param>
    /// <param name="scale">How much of that is waited, from 0 to 1.</param>
    public static long DueTicks(long beganTicks, double wait, double scale)
    {
        if (wait > 0)
            wait *= scale;
        return wait >= DateTimeOffset.MaxValue.UtcTicks - beganTicks ? long.MaxValue : beganTicks + (long)wait;
    }
}
