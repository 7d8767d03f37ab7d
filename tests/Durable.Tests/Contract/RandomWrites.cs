using Compiled;
using Compiled.Durable.Journal;
using Compiled.MapRuns;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Contract;

/// <summary>
/// Writes drawn from a seed, most of them sensible and some not: keys that are taken, names that are taken, executions that don't exist. Each is a
/// function of a store, so that the same one can be done to several.
/// </summary>
internal sealed class RandomWrites(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<long, int> _next = [], _newest = [];
    private long _last, _ticks = 1000;

    /// <summary>The next write; what it returns is what the store said.</summary>
    public Func<IJournalStore, string> Next()
    {
        _ticks += _random.Next(3);
        return _random.Next(100) switch
        {
            < 22 => Start(),
            < 74 => Step(),
            < 76 => HeldTask(),
            < 78 => MapRun(),
            < 80 => MapRunChange(),
            < 86 => Definition(),
            < 91 => Activity(),
            < 93 => Delete(),
            _ => Purge(),
        };
    }

    public ExecutionFilter Filter() => new()
    {
        StateMachineArn = Maybe(Machines()),
        Status = _random.Next(3) == 0 ? (ExecutionStatus)_random.Next(5) : null,
        NamePrefix = Maybe("n" + _random.Next(4)),
        StartedFromTicks = _random.Next(4) == 0 ? _random.NextInt64(1000, _ticks) : null,
        StartedBeforeTicks = _random.Next(4) == 0 ? _random.NextInt64(1000, _ticks) : null,
        Version = _random.Next(6) == 0 ? _random.Next(3) : null,
        Alias = _random.Next(6) == 0 ? "a" + _random.Next(2) : null,
        IsRedriven = _random.Next(4) == 0 ? _random.Next(2) == 0 : null,
        BeforeId = _random.Next(3) == 0 ? _random.NextInt64(1, _last + 2) : null,
        WithItems = _random.Next(2) == 0,
        MapRun = _random.Next(6) == 0 ? (Execution(), _random.Next(3)) : null,
    };

    public long Execution() => _random.NextInt64(1, _last + 2);

    public int Number(int below) => _random.Next(below);

    public string Arn() => "activity" + _random.Next(4);

    private Func<IJournalStore, string> Start()
    {
        // A parent is there before its children, or never was.
        long parent = _last == 0 ? 0 : _random.NextInt64(1, _last + 1), id = _last = _last + 1 + _random.Next(2);
        bool isItem = _random.Next(4) == 0;
        ExecutionHead head = Head($"n{_random.Next(400)}", Machines(), _ticks - _random.Next(5), isItem || _random.Next(8) == 0 ? parent : 0, _random.Next(3),
            isItem ? _random.Next(50) : -1, "hash" + _random.Next(6)) with
        { Version = _random.Next(3), Alias = _random.Next(2) == 0 ? null : "a" + _random.Next(2) };
        _next.TryAdd(id, 3);
        return Append(Samples.Start(id, head, Writers()));
    }

    private Func<IJournalStore, string> Step()
    {
        long id = Execution();
        int next = _next.GetValueOrDefault(id, 3), count = 1 + _random.Next(4);
        // One in ten repeats the key that was written last.
        int first = _random.Next(10) == 0 ? _newest.GetValueOrDefault(id, 1) : next;
        (_newest[id], _next[id]) = (first, Math.Max(next, first + count));
        StatusChange? status = _random.Next(4) == 0 ? new StatusChange((ExecutionStatus)_random.Next(5), _ticks, _random.Next(3)) : null;
        long? parked = _random.Next(3) switch { 0 => null, 1 => _random.NextInt64(1, 500), _ => long.MaxValue };
        return Append(Samples.Step(id, first, count, Writers(), status, parked, [.. Enumerable.Range(0, _random.Next(3)).Select(_ => new TaskChange(Arn(), _random.Next(4), _random.Next(3) > 0))]));
    }

    private Func<IJournalStore, string> Definition()
    {
        StoredDefinition definition = new("hash" + _random.Next(6), "name" + _random.Next(3), (MachineType)_random.Next(2), "text" + _random.Next(3));
        return Do(store => store.PutDefinition(definition));
    }

    private Func<IJournalStore, string> Activity()
    {
        StoredActivity activity = new(Arn(), _ticks);
        return Do(store => store.PutActivity(activity));
    }

    private Func<IJournalStore, string> MapRun()
    {
        (long execution, int effect) = (Execution(), _random.Next(3));
        StoredMapRun run = new(execution, effect, $"run{execution}:{effect}", MapRunStatus.Running, _ticks, MaxConcurrency: _random.Next(5), ToleratedFailurePercentage: _random.Next(2) == 0 ? 2.5 : null);
        return Do(store => store.PutMapRun(run));
    }

    private Func<IJournalStore, string> MapRunChange()
    {
        (long execution, int effect) = (Execution(), _random.Next(3));
        MapRunCounts counts = new(1, 2, 3, 4, 5, 6, 7, 8, 9, _random.Next(100));
        MapRunChange change = _random.Next(2) == 0
            ? new MapRunChange { Status = MapRunStatus.Failed, EndedTicks = _ticks, Items = counts, Executions = counts with { Total = 1 } }
            : new MapRunChange { RedriveCount = _random.Next(3), RedrivenTicks = _ticks, ToleratedFailureCount = _random.Next(3), ToleratedFailurePercentage = 7.25 };
        return Do(store => store.ChangeMapRun(execution, effect, change));
    }

    private Func<IJournalStore, string> HeldTask()
    {
        HeldTask task = new(Execution(), _random.Next(3), _random.Next(2) * Execution(), _ticks);
        return _random.Next(3) == 0 ? Do(store => store.DeleteHeldTask(task.Execution, task.Effect)) : Do(store => store.PutHeldTask(task));
    }

    private Func<IJournalStore, string> Delete()
    {
        string arn = Arn();
        return Do(store => store.DeleteActivity(arn));
    }

    private Func<IJournalStore, string> Purge()
    {
        (long before, int limit) = (_ticks - _random.Next(300), _random.Next(1, 12));
        return store => $"purged {store.Purge(before, limit)}";
    }

    private static Func<IJournalStore, string> Append(Append append) => store => store.Append(append).ToString();

    private static Func<IJournalStore, string> Do(Action<IJournalStore> write) => store =>
    {
        write(store);
        return "";
    };

    private string Machines() => _random.Next(3) == 0 ? OtherMachine : Machine;

    private Guid Writers() => _random.Next(5) == 0 ? OtherWriter : Writer;

    private string? Maybe(string text) => _random.Next(3) == 0 ? text : null;
}
