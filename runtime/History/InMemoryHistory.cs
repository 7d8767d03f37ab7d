using System.Collections;

namespace Compiled.History;

/// <summary>Keeps the events of one execution in a list.</summary>
public sealed class InMemoryHistory : IHistorySink, IReadOnlyList<HistoryEvent>
{
    private readonly List<HistoryEvent> _events = [];

    /// <summary>How many events there are.</summary>
    public int Count => _events.Count;

    /// <summary>An event by its place: the event with id n stands at n - 1.</summary>
    public HistoryEvent this[int index] => _events[index];

    /// <inheritdoc/>
    public void Add(in HistoryEvent recorded) => _events.Add(recorded);

    /// <inheritdoc/>
    public IEnumerator<HistoryEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
