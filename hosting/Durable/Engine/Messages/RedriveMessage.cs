using Compiled.Execution;

namespace Compiled.Durable.Engine;

/// <summary>Somebody takes an execution on from what did not succeed.</summary>
/// <param name="attempt">The effect of the parent that redrives the Map Run of which the execution is a child; 0 for an execution that stands for itself.</param>
internal sealed class RedriveMessage(int attempt = 0) : Message
{
    public override void Open(Run run)
    {
        if (run.Execution.Status != ExecutionStatus.Running)
            run.Redrive(attempt);
        run.AnswerWhenDurable(this);
    }
}
