using Compiled.Execution;

namespace Compiled.Durable.Engine;

/// <summary>The execution starts.</summary>
/// <param name="attempt">The effect of the parent that redrives the Map Run in which the execution starts; 0 for other starts.</param>
internal sealed class StartMessage(int attempt) : Message
{
    public override void Open(Run run)
    {
        run.Feed(SignalKind.Start, attempt);
        run.AnswerWhenDurable(this);
    }
}
