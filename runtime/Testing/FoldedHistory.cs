using System.Collections;
using Compiled.History;

namespace Compiled.Testing;

/// <summary>The history that the last fold gave.</summary>
internal sealed class FoldedHistory : IReadOnlyList<HistoryEvent>
{
    public InMemoryHistory Current { get; set; } = new();

    public int Count => Current.Count;

    public HistoryEvent this[int index] => Current[index];

    public IEnumerator<HistoryEvent> GetEnumerator() => Current.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
