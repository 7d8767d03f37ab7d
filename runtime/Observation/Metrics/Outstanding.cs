namespace Compiled.Observation.Metrics;

/// <summary>The tasks of one execution that have begun, by the events that tell of them. One thread at a time works on an execution.</summary>
internal sealed class Outstanding
{
    private readonly Dictionary<int, Begun> _byEvent = [];

    public void Add(int eventId, Begun begun) => _byEvent[eventId] = begun;

    public Begun? Find(int eventId) => _byEvent.GetValueOrDefault(eventId);

    public void Remove(Begun begun)
    {
        foreach (int eventId in _byEvent.Where(entry => ReferenceEquals(entry.Value, begun)).Select(static entry => entry.Key).ToArray())
            _byEvent.Remove(eventId);
    }
}
