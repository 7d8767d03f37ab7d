using System.Collections.Concurrent;

namespace Compiled.Events.Schedules;

/// <summary>A store in memory: nothing is known after a restart.</summary>
public sealed class ScheduleMemory : IScheduleStore
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public DateTimeOffset? LastOf(string name) => _last.TryGetValue(name, out DateTimeOffset time) ? time : null;

    /// <inheritdoc/>
    public void Done(string name, DateTimeOffset time) => _last[name] = time;
}
