using Compiled.Values;

namespace Compiled.Execution;

/// <summary>An attempt of a task as its handler reaches it while it works; any thread may call.</summary>
internal interface ITaskAttempt
{
    void Heartbeat();

    void Submit(in JsonValue output);
}
