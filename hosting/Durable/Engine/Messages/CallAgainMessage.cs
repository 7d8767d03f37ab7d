namespace Compiled.Durable.Engine;

/// <summary>Handlers were added, perhaps for tasks that had none.</summary>
internal sealed class CallAgainMessage : Message
{
    public override void Open(Run run) => run.CallAgain();
}
