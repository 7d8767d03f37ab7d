using System.Runtime.CompilerServices;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Entering and leaving states.</summary>
public abstract partial class Frame<THistory>
{
    /// <summary>Enters a state. False when the execution has no events left: return <see cref="Next.Fail"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool Enter(int state, in JsonValue input)
    {
        Execution<THistory> execution = Execution;
        if (execution.Events >= execution.EventLimit)
            return execution.Overflow();
        StateNumber = state;
        EnteredId = ++execution.Events;
        if (THistory.IsOn)
            RecordEntered(in input);
        return true;
    }

    /// <summary>As <see cref="Enter"/>, for a state whose work can be retried: Task, Parallel or Map.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool EnterWork(int state, in JsonValue input)
    {
        Retries = 0;
        return Enter(state, in input);
    }

    /// <summary>As <see cref="EnterWork"/>, for a state that takes time and then may be asked when it was entered (L-092).</summary>
    protected bool EnterTimed(int state, in JsonValue input)
    {
        if (!EnterWork(state, in input))
            return false;
        if (!THistory.IsOn)
            RememberTime();
        return true;
    }

    /// <summary>
    /// Leaves the state with an output that it made. False when the output is over 256 KiB, which nothing in the state can catch
    /// (L-042), or the execution has no events left: return <see cref="Next.Fail"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool Exit(in JsonValue output) => Fits(in output) && TryLeave(in output);

    /// <summary>Whether an output of at most so many bytes may leave its state whatever it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool IsWithinLimit(long mostBytes) => mostBytes <= KernelFaults.DataLimit;

    /// <summary>Leaves the state with an output that was not made here, so that its size is known to be within bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Leave(in JsonValue output) => TryLeave(in output);

    /// <summary>Leaves the state for a catcher's <c>Next</c>.</summary>
    protected void LeaveCaught(in JsonValue output)
    {
        EndFailedFan();
        Fan = null;
        TryLeave(in output);
    }

    /// <summary>As <see cref="LeaveCaught"/>, with an output that the catcher made. False as for <see cref="Exit"/>.</summary>
    protected bool ExitCaught(in JsonValue output)
    {
        EndFailedFan();
        Fan = null;
        return Exit(in output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryLeave(in JsonValue output)
    {
        if (THistory.IsOn)
            return TryRecordLeave(in output);
        Execution<THistory> execution = Execution;
        if (execution.Events >= execution.EventLimit)
            return execution.Overflow();
        execution.Events++;
        return true;
    }

    private bool TryRecordLeave(in JsonValue output)
    {
        JsonValue assigned = TakeAssigned();
        Tip = Execution.Record(EventTypes.Exited(State.Type), Tip, in output, State, assigned.Count == 0 ? null : new AssignedVariables(assigned));
        return !Execution.Overflowed;
    }

    private void RecordEntered(in JsonValue input)
    {
        RememberTime();
        EnteredPrevious = Tip;
        Tip = EnteredId;
        // What a redrive goes back to, should the state not succeed.
        Data = input;
        StateInfo state = State;
        Execution.Keep(EnteredId, EventTypes.Entered(state.Type), EnteredPrevious, in input, state);
    }

    /// <summary>Whether an output is no larger than 256 KiB. If not, the flow has failed: return <see cref="Next.Fail"/>.</summary>
    protected bool Fits(in JsonValue output)
    {
        if (output.IsWithin(KernelFaults.DataLimit))
            return true;
        Fail(KernelFaults.SizeFault(in output, State.Name)!);
        return false;
    }
}
