using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>The run of a distributed Map has ended.</summary>
internal sealed class MapRunEndedMessage(Held held, MapRun mapRun, JsonValue result) : Message
{
    public override void Open(Run run) => run.MapRunEnded(held, mapRun, in result);
}
