using Compiled.Values;

namespace Compiled.Tasks;

/// <summary>A host that keeps tasks with tokens elsewhere than in memory.</summary>
internal interface ITokenHost
{
    /// <summary>Completes a task; returns when that will not be lost, unless the caller is a handler that the host itself waits for.</summary>
    void Complete(string taskToken, in JsonValue result);

    /// <summary>Starts a task's heartbeat again.</summary>
    void Heartbeat(string taskToken);
}
