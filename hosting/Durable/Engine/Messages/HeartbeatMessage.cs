using Compiled.Tasks;

namespace Compiled.Durable.Engine;

/// <summary>The work on a task goes on: from its handler, or from whoever holds its token.</summary>
internal sealed class HeartbeatMessage(Held? held, string? token) : Message
{
    public override void Open(Run run)
    {
        if ((held ?? run.FindToken(token!)) is { IsOver: false } task)
        {
            run.Beat(task);
            Accept();
        }
        else
            Refuse(run.HasIssued(token) ? new TaskTimedOutException() : new TaskDoesNotExistException());
    }
}
