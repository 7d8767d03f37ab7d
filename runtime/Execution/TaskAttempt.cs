using Compiled.Values;

namespace Compiled.Execution;

/// <summary>An attempt of a task as its handler reaches it while it works; any thread may call.</summary>
internal abstract class TaskAttempt
{
    public abstract void Heartbeat();

    public abstract void Submit(in JsonValue output);
}
