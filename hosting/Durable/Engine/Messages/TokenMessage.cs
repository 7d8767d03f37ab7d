using Compiled.Execution;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>A token comes back with the result of its task, or its failure.</summary>
internal sealed class TokenMessage(string token, JsonValue result) : Message
{
    public override void Open(Run run)
    {
        if (run.FindToken(token) is not { } held || held.Early is not null)
        {
            Refuse(run.HasIssued(token) ? new TaskTimedOutException() : new TaskDoesNotExistException());
            return;
        }

        // The call that hands the token out is still under way; its own events come first.
        if (held.IsInHand && held.State.Pattern == IntegrationPattern.WaitForTaskToken)
        {
            held.Early = this;
            return;
        }

        run.Feed(held, SignalKind.Reply, result.IsFailure ? result : HandlerFailure.Checked(in result, run.Workflow));
        run.AnswerWhenDurable(this);
    }
}
