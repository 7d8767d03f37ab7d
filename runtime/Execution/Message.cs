using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Something that came from outside and waits to be fed to the kernel.</summary>
internal abstract class Message
{
    public Message? Next;

    /// <summary>The effect that it is about; null when it is about the execution, or only wakes the pump.</summary>
    public virtual PendingEffect? Pending => null;

    /// <summary>The signal to feed; false when there is none, or nobody waits for it any more.</summary>
    public abstract bool TryOpen(out SignalKind kind, out JsonValue value);
}
