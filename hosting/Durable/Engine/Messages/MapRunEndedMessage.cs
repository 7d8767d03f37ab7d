using Compiled.Execution;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>The run of a distributed Map has ended.</summary>
internal sealed class MapRunEndedMessage(Held held, JsonValue result) : Message
{
    public override void Open(Run run)
    {
        if (!held.IsOver)
            run.Feed(held, SignalKind.Reply, result);
    }
}
