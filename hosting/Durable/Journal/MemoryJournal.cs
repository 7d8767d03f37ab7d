namespace Compiled.Durable.Journal;

/// <summary>A store that keeps all in memory, for tests: what it holds outlives the hosts that run on it, and nothing else.</summary>
public sealed partial class MemoryJournal : IJournalStore, IJournalRequests
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Entry> _executions = [];
    private readonly Dictionary<(string Machine, string Name), long> _names = [];
    private readonly Dictionary<string, StoredDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, StoredActivity> _activities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, (string Activity, QueuedTask Task)> _tasks = [];
    private readonly SortedDictionary<long, (JournalRequest Request, ReadOnlyMemory<byte>? Answer)> _requests = [];
    private readonly List<Action> _undo = [];
    private long _last, _lastTask, _lastRequest;

    /// <inheritdoc/>
    public void Begin()
    {
        _lock.Enter();
        _undo.Clear();
    }

    /// <inheritdoc/>
    public void Commit()
    {
        _undo.Clear();
        _lock.Exit();
    }

    /// <inheritdoc/>
    public void Rollback()
    {
        if (!_lock.IsHeldByCurrentThread)
            return;
        for (int i = _undo.Count - 1; i >= 0; i--)
            _undo[i]();
        _undo.Clear();
        _lock.Exit();
    }

    /// <inheritdoc/>
    public Appended Append(Append append)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(append.EventCount, 1);
        Entry? entry = _executions.GetValueOrDefault(append.Execution);
        if (entry?.Segments.Find(segment => segment.Key.FirstEvent == append.FirstEvent) is { } written)
            return written.Writer == append.Writer ? Appended.AlreadyMine : Appended.Fenced;
        if (append.Start is { } head)
        {
            if (entry is not null)
                return Appended.Fenced;
            if (!_names.TryAdd((head.StateMachineArn, head.Name), append.Execution))
                return Appended.NameTaken;
            entry = new Entry { Row = new ExecutionRow(append.Execution, head, ExecutionStatus.Running, 0, 0, 0) };
            _executions.Add(append.Execution, entry);
            long last = _last;
            _last = Math.Max(_last, append.Execution);
            _undo.Add(() =>
            {
                _names.Remove((head.StateMachineArn, head.Name));
                _executions.Remove(append.Execution);
                _last = last;
            });
        }

        if (entry is null)
            return Appended.Fenced;
        (ExecutionRow row, long? parked, int count) = (entry.Row, entry.ParkedUntil, entry.Segments.Count);
        _undo.Add(() =>
        {
            (entry.Row, entry.ParkedUntil) = (row, parked);
            entry.Segments.RemoveRange(count, entry.Segments.Count - count);
        });
        entry.Segments.Add(new Written(new Segment(append.FirstEvent, append.EventCount, append.Body), append.Writer));
        entry.ParkedUntil = append.ParkedUntil;
        if (append.Status is { } change)
            entry.Row = Changed(row, change);
        foreach (TaskChange task in append.Tasks)
            Change(append.Execution, task);
        return Appended.Committed;
    }

    /// <inheritdoc/>
    public void PutDefinition(StoredDefinition definition)
    {
        if (_definitions.TryAdd(definition.Hash, definition))
            _undo.Add(() => _definitions.Remove(definition.Hash));
    }

    /// <inheritdoc/>
    public void PutActivity(StoredActivity activity)
    {
        if (_activities.TryAdd(activity.Arn, activity))
            _undo.Add(() => _activities.Remove(activity.Arn));
    }

    /// <inheritdoc/>
    public void DeleteActivity(string arn)
    {
        if (_activities.Remove(arn, out StoredActivity? removed))
            _undo.Add(() => _activities.Add(arn, removed));
    }

    /// <inheritdoc/>
    public void ChangeRequest(long number, ReadOnlyMemory<byte> body)
    {
        if (!_requests.TryGetValue(number, out (JournalRequest Request, ReadOnlyMemory<byte>? Answer) asked) || asked.Answer is not null)
            return;
        _requests[number] = (asked.Request with { Body = body.ToArray() }, null);
        _undo.Add(() => _requests[number] = asked);
    }

    /// <inheritdoc/>
    public void Touch()
    {
    }

    /// <inheritdoc/>
    public void AnswerRequest(long number, ReadOnlyMemory<byte> answer)
    {
        if (!_requests.TryGetValue(number, out (JournalRequest Request, ReadOnlyMemory<byte>? Answer) asked) || asked.Answer is not null)
            return;
        _requests[number] = (asked.Request, answer.ToArray());
        _undo.Add(() => _requests[number] = asked);
    }

    /// <inheritdoc/>
    public long AddRequest(string kind, long execution, ReadOnlyMemory<byte> body) => Locked(() =>
    {
        _requests.Add(++_lastRequest, (new JournalRequest(_lastRequest, kind, execution, body.ToArray()), null));
        return _lastRequest;
    });

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? TakeAnswer(long number) => Locked(() =>
    {
        if (!_requests.TryGetValue(number, out (JournalRequest Request, ReadOnlyMemory<byte>? Answer) asked) || asked.Answer is null)
            return null;
        _requests.Remove(number);
        return asked.Answer;
    });

    /// <inheritdoc/>
    public bool WithdrawRequest(long number) => Locked(() => _requests.TryGetValue(number, out var asked) && asked.Answer is null && _requests.Remove(number));

    /// <inheritdoc/>
    public int Purge(long endedBeforeTicks, int limit)
    {
        Entry[] old = [.. _executions.Values
            .Where(entry => entry.Row.Status != ExecutionStatus.Running && entry.Row.EndedTicks < endedBeforeTicks
                && (entry.Row.Head.Parent == 0 || !_executions.ContainsKey(entry.Row.Head.Parent)))
            .OrderBy(static entry => entry.Row.EndedTicks).Take(limit)];
        foreach (Entry entry in old)
        {
            ExecutionRow row = entry.Row;
            _executions.Remove(row.Id);
            _names.Remove((row.Head.StateMachineArn, row.Head.Name));
            _undo.Add(() =>
            {
                _executions.Add(row.Id, entry);
                _names.Add((row.Head.StateMachineArn, row.Head.Name), row.Id);
            });
            foreach (StoredMapRun run in _mapRuns.Values.Where(run => run.Execution == row.Id).ToArray())
            {
                _mapRuns.Remove((run.Execution, run.Effect));
                _undo.Add(() => _mapRuns.Add((run.Execution, run.Effect), run));
            }

            foreach (HeldTask held in _heldTasks.Values.Where(held => held.Execution == row.Id).ToArray())
                DeleteHeldTask(held.Execution, held.Effect);
            foreach ((string Activity, QueuedTask Task) task in _tasks.Values.Where(task => task.Task.Execution == row.Id).ToArray())
            {
                _tasks.Remove(task.Task.Number);
                _undo.Add(() => _tasks.Add(task.Task.Number, task));
            }
        }

        HashSet<string> used = [.. _executions.Values.Select(static entry => entry.Row.Head.DefinitionHash)];
        foreach (StoredDefinition definition in _definitions.Values.Where(definition => old.Length > 0 && !used.Contains(definition.Hash)).ToArray())
        {
            _definitions.Remove(definition.Hash);
            _undo.Add(() => _definitions.Add(definition.Hash, definition));
        }

        return old.Length;
    }

    /// <inheritdoc/>
    public long LastExecution() => Locked(() => _last);

    /// <inheritdoc/>
    public ExecutionRow? Find(long execution) => Locked(() => _executions.GetValueOrDefault(execution)?.Row);

    /// <inheritdoc/>
    public ExecutionRow? Find(string stateMachineArn, string name)
        => Locked(() => _names.TryGetValue((stateMachineArn, name), out long id) ? _executions[id].Row : null);

    /// <inheritdoc/>
    public IReadOnlyList<Segment> ReadSegments(long execution, int fromEvent = 1, int toEvent = int.MaxValue)
        => Locked(() => _executions.GetValueOrDefault(execution)?.Segments.Select(static written => written.Key)
            .Where(segment => segment.FirstEvent + segment.EventCount > fromEvent && segment.FirstEvent <= toEvent).ToArray() ?? []);

    /// <inheritdoc/>
    public int LastEvent(long execution) => Locked(() => _executions.GetValueOrDefault(execution)?.Segments is [.., var last] ? last.Key.FirstEvent + last.Key.EventCount - 1 : 0);

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionRow> List(ExecutionFilter filter, int limit)
        => Locked(() => _executions.Values.Select(static entry => entry.Row).Where(row => Matches(filter, row)).Reverse().Take(limit).ToArray());

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionRow> ListChildren(long parent, int parentEffect, int fromItem, int limit)
        => Locked(() => _executions.Values.Select(static entry => entry.Row)
            .Where(row => parent != 0 && row.Head.Parent == parent && row.Head.ParentEffect == parentEffect && row.Head.Item >= fromItem)
            .OrderBy(static row => row.Head.Item).Take(limit).ToArray());

    /// <inheritdoc/>
    public IReadOnlyList<long> ListUnparked(long after, int limit)
        => Locked(() => _executions.Values.Where(entry => entry.Row.Id > after && entry.Row.Status == ExecutionStatus.Running && entry.ParkedUntil is null)
            .Select(static entry => entry.Row.Id).Take(limit).ToArray());

    /// <inheritdoc/>
    public IReadOnlyList<ParkedExecution> ListParked(long untilTicks, int limit)
        => Locked(() => _executions.Values.Where(entry => entry.ParkedUntil is { } due && due <= untilTicks && due != long.MaxValue)
            .Select(static entry => new ParkedExecution(entry.Row.Id, entry.ParkedUntil!.Value)).OrderBy(static parked => parked.DueTicks).Take(limit).ToArray());

    /// <inheritdoc/>
    public long? NextParkedAfter(long ticks)
        => Locked(() => _executions.Values.Select(static entry => entry.ParkedUntil).Where(due => due > ticks && due != long.MaxValue).Min());

    /// <inheritdoc/>
    public StoredDefinition? FindDefinition(string hash) => Locked(() => _definitions.GetValueOrDefault(hash));

    /// <inheritdoc/>
    public IReadOnlyList<StoredActivity> ListActivities() => Locked(() => _activities.Values.ToArray());

    /// <inheritdoc/>
    public IReadOnlyList<QueuedTask> ListTasks(string activityArn, long after, int limit)
        => Locked(() => _tasks.Values.Where(entry => entry.Activity == activityArn && entry.Task.Number > after)
            .Select(static entry => entry.Task).Take(limit).ToArray());

    /// <inheritdoc/>
    public IReadOnlyList<JournalRequest> ListRequests(long after, int limit)
        => Locked(() => _requests.Values.Where(asked => asked.Answer is null && asked.Request.Number > after)
            .Select(static asked => asked.Request).Take(limit).ToArray());

    /// <inheritdoc/>
    public IReadOnlyDictionary<ExecutionStatus, long> CountByStatus()
        => Locked(() => _executions.Values.GroupBy(static entry => entry.Row.Status).ToDictionary(static group => group.Key, static group => (long)group.Count()));

    /// <summary>Does nothing: what the store holds stays for the next host.</summary>
    public void Dispose()
    {
    }

    private static ExecutionRow Changed(ExecutionRow row, StatusChange change)
        => change.Status == ExecutionStatus.Running
            ? row with { Status = change.Status, EndedTicks = 0, RedriveCount = change.RedriveCount, RedrivenTicks = change.Ticks }
            : row with
            {
                Status = change.Status,
                EndedTicks = change.Ticks,
                RedriveCount = change.RedriveCount,
                RedrivenTicks = change.RedriveCount > row.RedriveCount ? change.Ticks : row.RedrivenTicks,
            };

    private void Change(long execution, TaskChange change)
    {
        if (change.IsAdded)
        {
            long number = ++_lastTask;
            _tasks.Add(number, (change.ActivityArn, new QueuedTask(number, execution, change.Effect)));
            _undo.Add(() =>
            {
                _tasks.Remove(number);
                _lastTask--;
            });
            return;
        }

        foreach ((long number, (string Activity, QueuedTask Task) entry) in _tasks)
        {
            if (entry.Task.Execution != execution || entry.Task.Effect != change.Effect)
                continue;
            _tasks.Remove(number);
            _undo.Add(() => _tasks.Add(number, entry));
            return;
        }
    }

    private static bool Matches(ExecutionFilter filter, ExecutionRow row)
        => (filter.StateMachineArn is null || row.Head.StateMachineArn == filter.StateMachineArn)
        && (filter.Version is null || row.Head.Version == filter.Version)
        && (filter.Alias is null || row.Head.Alias == filter.Alias)
        && (filter.Status is null || row.Status == filter.Status)
        && (filter.NamePrefix is null || row.Head.Name.StartsWith(filter.NamePrefix, StringComparison.Ordinal))
        && (filter.StartedFromTicks is null || row.Head.StartedTicks >= filter.StartedFromTicks)
        && (filter.StartedBeforeTicks is null || row.Head.StartedTicks < filter.StartedBeforeTicks)
        && (filter.IsRedriven is null || row.RedriveCount > 0 == filter.IsRedriven)
        && (filter.BeforeId is null || row.Id < filter.BeforeId)
        && (filter.MapRun is { } run ? row.Head.Item >= 0 && (row.Head.Parent, row.Head.ParentEffect) == run : filter.WithItems || row.Head.Item < 0);

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }

    private sealed class Entry
    {
        public required ExecutionRow Row { get; set; }

        public List<Written> Segments { get; } = [];

        public long? ParkedUntil { get; set; }
    }

    private sealed record Written(Segment Key, Guid Writer);
}
