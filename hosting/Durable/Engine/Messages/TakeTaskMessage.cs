using Compiled.Execution;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>A worker takes an activity's task up.</summary>
internal sealed class TakeTaskMessage(int effect, string? workerName) : Message
{
    /// <summary>The task; null when nobody waits for it any more. To be read when the message is answered.</summary>
    public ActivityTask? Task { get; private set; }

    public override void Open(Run run)
    {
        if (run.Find(effect) is { IsQueued: true } held)
        {
            Task = new ActivityTask(held.Token!, held.Frame.Arguments);
            run.Unqueue(held);
            held.ExpectHeartbeat(run.NowTicks);
            run.Feed(SignalKind.Started, effect, workerName is null ? default : JsonValue.String(workerName));
        }

        run.AnswerWhenDurable(this);
    }
}
