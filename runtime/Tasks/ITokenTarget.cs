using Compiled.Values;

namespace Compiled.Tasks;

/// <summary>What a token completes: a task that waits. Any thread may call.</summary>
internal interface ITokenTarget
{
    void Complete(in JsonValue result);

    void Heartbeat();
}
