using Compiled.Execution;

namespace Compiled.Durable.Engine;

/// <summary>Somebody takes an execution on from what did not succeed.</summary>
/// <param name="attempt">The effect of the parent that redrives the Map Run of which the execution is a child; 0 for an execution that stands for itself.</param>
/// <param name="clientToken">What makes the request idempotent; null for nothing.</param>
internal sealed class RedriveMessage(int attempt = 0, string? clientToken = null) : Message
{
    public override void Open(Run run)
    {
        if (run.Execution.Status != ExecutionStatus.Running)
            run.Redrive(attempt, clientToken);
        else if (clientToken is not null && clientToken != run.RedriveToken)
        {
            Refuse(new ExecutionNotRedrivableException(Execution.Redrive.StatusOf(ExecutionStatus.Running, default, default, 0, default).Reason!));
            return;
        }

        run.AnswerWhenDurable(this);
    }
}
