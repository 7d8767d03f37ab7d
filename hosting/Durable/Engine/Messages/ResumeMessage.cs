namespace Compiled.Durable.Engine;

/// <summary>The execution was brought back to where its journal left it, and goes on.</summary>
internal sealed class ResumeMessage : Message
{
    public override void Open(Run run) => run.Resume();
}
