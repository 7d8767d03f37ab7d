using Compiled.Durable.Journal;
using Compiled.Sqlite.Connections;
using Compiled.Sqlite.Queries;

namespace Compiled.Sqlite;

/// <summary>
/// What a journal's file says. Any number of processes may read while one owns it; each answer is of one moment, and holds what was
/// committed by then.
/// </summary>
public sealed class SqliteJournalReader : IJournalReader, IDisposable
{
    private readonly ReadPool _pool;

    internal SqliteJournalReader(string path, SqliteOptions options) => _pool = new ReadPool(path, options);

    /// <inheritdoc/>
    public long LastExecution() => _pool.Ask(static connection => connection[Sql.LastExecution].RunLong(0));

    /// <inheritdoc/>
    public ExecutionRow? Find(long execution)
        => _pool.Ask(connection => connection[ExecutionQuery.ById].Bind(1, execution).ReadFirst(ExecutionQuery.Read));

    /// <inheritdoc/>
    public ExecutionRow? Find(string stateMachineArn, string name)
        => _pool.Ask(connection => connection[ExecutionQuery.ByName].Bind(1, stateMachineArn).Bind(2, name).ReadFirst(ExecutionQuery.Read));

    /// <inheritdoc/>
    public IReadOnlyList<Segment> ReadSegments(long execution, int fromEvent = 1, int toEvent = int.MaxValue)
        => _pool.Ask(connection => connection[Sql.Segments].Bind(1, execution).Bind(2, fromEvent).Bind(3, toEvent)
            .ReadAll(static row => new Segment(row.Int(0), row.Int(1), row.Blob(2))));

    /// <inheritdoc/>
    public int LastEvent(long execution) => (int)_pool.Ask(connection => connection[Sql.LastEvent].Bind(1, execution).ReadFirst(static row => row.Long(0)));

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionRow> List(ExecutionFilter filter, int limit)
        => _pool.Ask(connection => ListQuery.Bind(connection[ListQuery.Sql(filter)], filter, limit).ReadAll(ExecutionQuery.Read));

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionRow> ListChildren(long parent, int parentEffect, int fromItem, int limit)
        => _pool.Ask(connection => connection[ExecutionQuery.Children].Bind(1, parent).Bind(2, parentEffect).Bind(3, fromItem).Bind(4, limit)
            .ReadAll(ExecutionQuery.Read));

    /// <inheritdoc/>
    public IReadOnlyList<long> ListUnparked(long after, int limit)
        => _pool.Ask(connection => connection[Sql.Unparked].Bind(1, after).Bind(2, limit).ReadAll(static row => row.Long(0)));

    /// <inheritdoc/>
    public IReadOnlyList<ParkedExecution> ListParked(long untilTicks, int limit)
        => _pool.Ask(connection => connection[Sql.Parked].Bind(1, untilTicks).Bind(2, limit)
            .ReadAll(static row => new ParkedExecution(row.Long(0), row.Long(1))));

    /// <inheritdoc/>
    public long? NextParkedAfter(long ticks)
        => _pool.Ask(connection => connection[Sql.NextParked].Bind(1, ticks).ReadFirst(static row => (long?)row.Long(0)));

    /// <inheritdoc/>
    public StoredDefinition? FindDefinition(string hash)
        => _pool.Ask(connection => connection[Sql.Definition].Bind(1, hash)
            .ReadFirst(row => new StoredDefinition(hash, row.Text(0), (MachineType)row.Int(1), row.Text(2))));

    /// <inheritdoc/>
    public IReadOnlyList<StoredActivity> ListActivities()
        => _pool.Ask(static connection => connection[Sql.Activities].ReadAll(static row => new StoredActivity(row.Text(0), row.Long(1))));

    /// <inheritdoc/>
    public IReadOnlyList<QueuedTask> ListTasks(string activityArn, long after, int limit)
        => _pool.Ask(connection => connection[Sql.Tasks].Bind(1, activityArn).Bind(2, after).Bind(3, limit)
            .ReadAll(static row => new QueuedTask(row.Long(0), row.Long(1), row.Int(2))));

    /// <inheritdoc/>
    public StoredMapRun? FindMapRun(string arn) => _pool.Ask(connection => connection[MapRunQuery.ByArn].Bind(1, arn).ReadFirst(MapRunQuery.Read));

    /// <inheritdoc/>
    public IReadOnlyList<StoredMapRun> ListMapRuns(long execution, int afterEffect, int limit)
        => _pool.Ask(connection => connection[MapRunQuery.OfExecution].Bind(1, execution).Bind(2, afterEffect).Bind(3, limit).ReadAll(MapRunQuery.Read));

    /// <inheritdoc/>
    public IReadOnlyList<HeldTask> ListHeldTasks(long execution)
        => _pool.Ask(connection => connection[Sql.HeldTasks].Bind(1, execution).ReadAll(ReadHeldTask));

    /// <inheritdoc/>
    public IReadOnlyList<HeldTask> ListAwaiting() => _pool.Ask(static connection => connection[Sql.Awaiting].ReadAll(ReadHeldTask));

    /// <inheritdoc/>
    public IReadOnlyList<JournalRequest> ListRequests(long after, int limit)
        => _pool.Ask(connection => connection[Sql.Requests].Bind(1, after).Bind(2, limit)
            .ReadAll(static row => new JournalRequest(row.Long(0), row.Text(1), row.Long(2), row.Blob(3))));

    /// <inheritdoc/>
    public IReadOnlyDictionary<ExecutionStatus, long> CountByStatus()
        => _pool.Ask(static connection => connection[Sql.CountByStatus].ReadAll(static row => (Status: (ExecutionStatus)row.Int(0), Count: row.Long(1))))
            .GroupBy(static counted => counted.Status).ToDictionary(static group => group.Key, static group => group.Sum(static counted => counted.Count));

    private static HeldTask ReadHeldTask(Statement row) => new(row.Long(0), row.Int(1), row.Long(2), row.Long(3));

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _pool.Dispose();

    /// <summary>Asks something of one's own, in tests.</summary>
    internal T Ask<T>(Func<Connection, T> question) => _pool.Ask(question);
}
