using Compiled.Execution;

namespace Compiled.Durable.Engine;

/// <summary>The execution starts.</summary>
internal sealed class StartMessage : Message
{
    public override void Open(Run run)
    {
        run.Feed(SignalKind.Start);
        run.AnswerWhenDurable(this);
    }
}
