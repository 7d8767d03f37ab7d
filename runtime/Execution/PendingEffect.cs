using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// An effect that didn't complete at once, as its host keeps it: a node in the list of what is outstanding, and the message that tells
/// that it has completed.
/// </summary>
internal abstract class PendingEffect(IDriver driver, int effect) : Message, ITaskAttempt
{
    private volatile bool _over;

    public PendingEffect? PreviousPending, NextPending;

    public IDriver Driver { get; } = driver;

    public int Effect { get; } = effect;

    /// <summary>The signal that ended it was taken, or nobody waits for one.</summary>
    public bool IsOver => _over;

    public override PendingEffect Pending => this;

    /// <summary>A handler is at work on it, so that a virtual clock has to wait.</summary>
    public virtual bool IsHandlerRunning => false;

    /// <summary>Whether the kernel may see the signal now.</summary>
    public virtual bool Accepts(SignalKind kind, in JsonValue value) => true;

    /// <summary>Frees what the effect held. Only the pump calls it.</summary>
    public void End(bool executionEnded)
    {
        if (_over)
            return;
        _over = true;
        Release(executionEnded);
    }

    public virtual void Heartbeat()
    {
    }

    public virtual void Submit(in JsonValue output)
    {
    }

    protected abstract void Release(bool executionEnded);
}
