using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// A flow in execution: the base of the class that the generator emits for each <c>States</c> block. The emitted
/// <see cref="Advance"/> runs synchronously from one effect to the next; what it calls here keeps counters and history.
/// </summary>
/// <param name="execution">The execution that the flow belongs to.</param>
/// <param name="parent">The flow whose Parallel or Map state runs this one; null for the machine's own flow.</param>
public abstract partial class Frame<THistory>(Execution<THistory> execution, Frame<THistory>? parent) : Frame
    where THistory : struct, IHistory
{
    /// <summary>The execution.</summary>
    public Execution<THistory> Execution { get; private set; } = execution;

    /// <inheritdoc/>
    public sealed override ExecutionRun Run => Execution;

    /// <summary>The flow whose state runs this one; null for the machine's own flow.</summary>
    protected internal Frame<THistory>? Parent { get; } = parent;

    // The fan that this flow waits for, and the fan that this flow is a child of.
    internal Fan<THistory>? Fan, Owner;
    internal Frame<THistory>? NextSibling, PreviousSibling;

    internal override Frame? Outer => Parent;

    // Set while an item of a Map runs in place in this frame and may read the context object.
    internal bool HoldsItem;

    internal override bool IsItem => HoldsItem || Owner is { IsMap: true };

    /// <summary>Runs to the next effect or to the end of the flow.</summary>
    public abstract Next Advance(in Signal signal);

    /// <summary>The <see cref="Frame.Position"/> at which the flow starts.</summary>
    protected abstract int StartPosition { get; }

    /// <summary>Makes the flow of a Parallel's branch, or of a Map's items (branch 0).</summary>
    protected virtual Frame<THistory> NewChild(int state, int branch)
        => throw new InvalidOperationException($"The flow has no children in state {state}.");

    /// <summary>The input of a Map's item; the item itself unless the state has an <c>ItemSelector</c>. A fault fails the Map.</summary>
    protected virtual JsonValue ItemInput(int state, JsonValue item, int index, ref Fault? fault) => item;

    /// <summary>
    /// Called before the flow starts, also when its frame is used again for another item: emitted code clears what it keeps in
    /// fields of its own, such as variables.
    /// </summary>
    protected virtual void Restart()
    {
    }

    /// <summary>Called when the flow is redriven: emitted code sets its retriers' counters back. FEATURES X-043.</summary>
    protected virtual void ResetRetries()
    {
    }

    /// <summary>Sets the retriers' counters to what a fast path counted, in the order of their numbers; emitted code does.</summary>
    protected virtual void SetRetries(int[] counts)
    {
    }

    /// <summary>For the default of the emitted switch over <see cref="Frame.Position"/>: a position that the flow doesn't have is a bug of the host.</summary>
    protected Next LostPosition()
        => throw new InvalidOperationException($"The flow has no position {Position}; its state was not made by this definition.");

    internal void Begin(in JsonValue input, int tip)
    {
        Data = input;
        Position = StartPosition;
        Tip = tip;
        Failure = null;
        FanFailed = false;
        Restart();
    }

    internal void GoOn(in FastPath path)
    {
        Begin(path.Data, 0);
        (Position, StateNumber, Effect, EffectKind, Arguments) = (path.Position, path.State, path.Effects, Next.Call, path.Arguments);
        (EnteredId, Retries) = (path.Visit, path.Retries);
        if (path.RetryCounts is { } counts)
            SetRetries(counts);
        if (path.TimeoutSeconds > 0)
            SetLimits(path.TimeoutSeconds, 0, default);
    }

    /// <summary>
    /// Takes back how the flow ended, so that it can go on from its state: one whose work is done outside goes on in the same visit, any
    /// other is entered again.
    /// </summary>
    internal void Renew(int tip)
    {
        if (IsInState)
            Position = 2 * StateNumber + (State.Type is StateType.Task or StateType.Wait or StateType.Parallel or StateType.Map ? 1 : 0);
        RenewMapRun();
        Tip = tip;
        Failure = null;
        FanFailed = IsSubmitted = false;
        Retries = Effect = 0;
        Host = null;
        TaskToken = null;
        ResetRetries();
    }

    internal Frame<THistory> Child(int state, int branch) => NewChild(state, branch);

    internal JsonValue InputOf(int state, in JsonValue item, int index, ref Fault? fault) => ItemInput(state, item, index, ref fault);
}
