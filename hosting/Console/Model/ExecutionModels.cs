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
    private const int Part = 5000;

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
            return use(entry.Model);
        }
    }

    private void CatchUp(string executionArn, ExecutionModel model)
    {
        while (true)
        {
            IReadOnlyList<ReadOnlyMemory<byte>> events = reader.ReadEvents(executionArn, model.Events.Count + 1, Part);
            foreach (ReadOnlyMemory<byte> json in events)
                model.Append(json.Span);
            if (events.Count < Part)
                return;
        }
    }

    private void MakeRoom()
    {
        while (_entries.Count > MostKept)
            _entries.TryRemove(_entries.MinBy(static entry => entry.Value.Look).Key, out _);
    }

    private sealed class Entry
    {
        public long Look { get; set; }

        public DateTimeOffset Started { get; set; }

        public ExecutionModel Model { get; set; } = new();
    }
}
