using Compiled.History;

namespace Compiled.Durable.Engine;

/// <summary>The events of the step that a run is making.</summary>
internal sealed class RunEvents : IHistorySink
{
    public List<HistoryEvent> Events { get; } = [];

    public void Add(in HistoryEvent recorded) => Events.Add(recorded);
}
