using Compiled.Values;

namespace Compiled.Execution;

/// <summary>An attempt of a task as its handler reaches it while it works; any thread may call.</summary>
internal interface ITaskAttempt
{
    void Heartbeat();

    void Submit(in JsonValue output);

    /// <summary>
    /// Asks the host to call the handler again when an execution has ended; it then completes with what it submitted and is not at work meanwhile. False
    /// where the host doesn't, and the handler waits itself.
    /// </summary>
    bool TryAwait(string executionArn) => false;
}
