namespace Compiled.Durable.Engine;

/// <summary>The execution has ended for which a task waits.</summary>
internal sealed class ChildEndedMessage(int effect) : Message
{
    public override void Open(Run run) => run.ChildEnded(effect);
}
