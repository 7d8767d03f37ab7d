using Compiled.Execution;

namespace Compiled.Durable.Engine;

/// <summary>Somebody takes an execution on from what did not succeed.</summary>
internal sealed class RedriveMessage : Message
{
    public override void Open(Run run)
    {
        if (run.Execution.Status != ExecutionStatus.Running)
            run.Redrive();
        run.AnswerWhenDurable(this);
    }
}
