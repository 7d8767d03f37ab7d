using Compiled.Execution;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>Somebody stops the execution.</summary>
internal sealed class StopMessage(string? error, string? cause) : Message
{
    public override void Open(Run run)
    {
        if (run.Execution.Status == ExecutionStatus.Running)
            run.Feed(SignalKind.Stop, 0, error is null && cause is null ? default : JsonValue.Failure(new Fault(error, cause)));
        run.AnswerWhenDurable(this);
    }
}
