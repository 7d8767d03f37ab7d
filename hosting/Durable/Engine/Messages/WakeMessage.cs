namespace Compiled.Durable.Engine;

/// <summary>A time that the execution waits for may have come.</summary>
internal sealed class WakeMessage : Message
{
    public override void Open(Run run) => run.FeedDue();
}
