using System.Collections.Concurrent;
using Compiled.Durable;

namespace Compiled.WebConsole.Model;

/// <summary>
/// The models of executions that somebody looks at. Each is brought up to date by the events that came since; those that nobody looked at for
/// longest make room for others.
/// </summary>
internal sealed class ExecutionModels(ExecutionReader reader)
{
    private const int MostKept = 32;

    // An event of a model takes some 150 bytes, so this is at most some 50 MB, and more than the longest history that an execution may have.
    private const int MostEvents = 300_000;

    // The longest history at once: to come to a later part of a segment what stands before it is passed over.
    private const int Part = 30_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _looks;

    /// <summary>
    /// Does something with a model that is up to date. Nobody else changes it meanwhile.
    /// </summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public T Use<T>(string executionArn, Func<ExecutionModel, T> use)
    {
        // Before an entry is made, so that wrong addresses make none.
        ExecutionSummary summary = reader.Summarize(executionArn);
        Entry entry = _entries.GetOrAdd(executionArn, static _ => new Entry());
        entry.Look = Interlocked.Increment(ref _looks);
        MakeRoom();
        lock (entry)
        {
            // An execution that was purged and started again under its name is another one.
            if (entry.Started != summary.StartDate)
                (entry.Started, entry.Model) = (summary.StartDate, new ExecutionModel());
            CatchUp(executionArn, entry.Model);
            entry.Events = entry.Model.Events.Count;
            return use(entry.Model);
        }
    }

    private void CatchUp(string executionArn, ExecutionModel model)
    {
        while (true)
        {
            IReadOnlyList<EventOutline> events = reader.ReadOutlines(executionArn, model.Events.Count + 1, Part);
            foreach (EventOutline e in events)
                model.Append(in e);
            if (events.Count < Part)
                return;
        }
    }

    private void MakeRoom()
    {
        while (_entries.Count > MostKept || (_entries.Count > 1 && _entries.Values.Sum(static entry => entry.Events) > MostEvents))
            _entries.TryRemove(_entries.MinBy(static entry => entry.Value.Look).Key, out _);
    }

    private sealed class Entry
    {
        public long Look { get; set; }

        public DateTimeOffset Started { get; set; }

        /// <summary>How many the model had when it was last brought up to date.</summary>
        public int Events { get; set; }

        public ExecutionModel Model { get; set; } = new();
    }
}
