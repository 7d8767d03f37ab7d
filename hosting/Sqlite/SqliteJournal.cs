using System.Globalization;
using Compiled.Durable.Journal;
using Compiled.Sqlite.Connections;
using Compiled.Sqlite.Writes;

namespace Compiled.Sqlite;

/// <summary>
/// Keeps executions in one SQLite file, for applications that run in one process. What was committed is in the file's write-ahead log
/// and on the disk (<c>synchronous=FULL</c>).
/// </summary>
/// <remarks>
/// Shape: the file, <c>-wal</c> and <c>-shm</c> beside it while it is open, and <c>.lock</c>, which says who owns it. A copy for safe keeping is made by
/// SQLite's backup or <c>VACUUM INTO</c>, or of the file together with its <c>-wal</c> while nobody writes. The file must not lie on a network's drive.
/// </remarks>
public sealed class SqliteJournal : IJournalStore, IJournalRequests
{
    private readonly OwnerLock _owner;
    private readonly Connection _connection;
    private readonly SqliteJournalReader _reader;
    private readonly Numbers _numbers;
    private readonly AppendWrites _appends;
    private readonly PurgeWrites _purge;
    private readonly MapRunWrites _mapRuns;
    private readonly Lazy<SqliteRequests> _requests;

    private SqliteJournal(OwnerLock owner, Connection connection, string path, SqliteOptions options)
    {
        (_owner, _connection) = (owner, connection);
        _reader = new SqliteJournalReader(path, options);
        _numbers = new Numbers(connection);
        _appends = new AppendWrites(connection, _numbers);
        _purge = new PurgeWrites(connection, _numbers);
        _mapRuns = new MapRunWrites(connection);
        _requests = new Lazy<SqliteRequests>(() => new SqliteRequests(path, options));
    }

    /// <summary>Opens a journal and owns it until it is disposed of; makes the file when there is none, and brings an older one up to date.</summary>
    /// <exception cref="SqliteJournalException">Another process owns it; it can't be opened, is damaged or no journal, or of a newer version.</exception>
    /// <exception cref="JournalUnavailableException">The disk is full, or the file locked.</exception>
    public static SqliteJournal Open(string path, SqliteOptions? options = null)
    {
        path = Path.GetFullPath(path);
        options ??= new SqliteOptions();
        OwnerLock owner = OwnerLock.Take(path, options);
        Connection? connection = null;
        try
        {
            connection = new Connection(path, isReadOnly: false, options, options.CacheKibibytes);
            Prepare(connection, options);
            return new SqliteJournal(owner, connection, path, options);
        }
        catch
        {
            connection?.Dispose();
            owner.Dispose();
            throw;
        }
    }

    /// <summary>Opens a journal for reading, whoever owns it.</summary>
    /// <exception cref="SqliteJournalException">There is no such file, or it is damaged, no journal, or of another version.</exception>
    public static SqliteJournalReader OpenReadOnly(string path, SqliteOptions? options = null)
    {
        path = Existing(path);
        SqliteJournalReader reader = new(path, options ?? new SqliteOptions());
        try
        {
            reader.Ask(static connection => CheckVersion(connection));
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Opens a journal to leave requests to the process that owns it.</summary>
    /// <exception cref="SqliteJournalException">There is no such file, or it is damaged, no journal, or of another version.</exception>
    public static SqliteRequests OpenRequests(string path, SqliteOptions? options = null) => new(Existing(path), options ?? new SqliteOptions());

    /// <inheritdoc/>
    public void Begin() => _connection["BEGIN IMMEDIATE"].Run();

    /// <inheritdoc/>
    public void Commit()
    {
        _numbers.WriteUses();
        _connection["COMMIT"].Run();
    }

    /// <inheritdoc/>
    public void Rollback()
    {
        _numbers.Forget();
        _appends.Forget();
        if (_connection.IsInTransaction)
            _connection["ROLLBACK"].Run();
    }

    /// <inheritdoc/>
    public Appended Append(Append append)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(append.EventCount, 1);
        return _appends.Append(append);
    }

    /// <inheritdoc/>
    public void PutDefinition(StoredDefinition definition)
        => _connection["UPDATE definition SET name = ?2, type = ?3, text = ?4 WHERE id = ?1 AND text IS NULL"]
            .Bind(1, _numbers.Definition(definition.Hash)).Bind(2, definition.Name).Bind(3, (long)definition.Type).Bind(4, definition.Text).Run();

    /// <inheritdoc/>
    public void PutActivity(StoredActivity activity)
        => _connection["INSERT OR IGNORE INTO activity(arn, created) VALUES(?1, ?2)"].Bind(1, activity.Arn).Bind(2, activity.CreatedTicks).Run();

    /// <inheritdoc/>
    public void DeleteActivity(string arn) => _connection["DELETE FROM activity WHERE arn = ?1"].Bind(1, arn).Run();

    /// <inheritdoc/>
    public void PutMapRun(StoredMapRun run) => _mapRuns.Put(run);

    /// <inheritdoc/>
    public void ChangeMapRun(long execution, int effect, MapRunChange change) => _mapRuns.Change(execution, effect, change);

    /// <inheritdoc/>
    public void PutHeldTask(HeldTask task)
        => _connection["INSERT OR REPLACE INTO held_task(execution, effect, child, heartbeat) VALUES(?1, ?2, ?3, ?4)"]
            .Bind(1, task.Execution).Bind(2, task.Effect).Bind(3, task.Child).Bind(4, task.HeartbeatTicks).Run();

    /// <inheritdoc/>
    public void DeleteHeldTask(long execution, int effect)
        => _connection["DELETE FROM held_task WHERE execution = ?1 AND effect = ?2"].Bind(1, execution).Bind(2, effect).Run();

    /// <inheritdoc/>
    public void ChangeRequest(long number, ReadOnlyMemory<byte> body)
        => _connection["UPDATE request SET body = ?2 WHERE number = ?1 AND answer IS NULL"].Bind(1, number).Bind(2, body.Span).Run();

    /// <inheritdoc/>
    public void Touch()
        => _connection["INSERT INTO metadata(key, value) VALUES('touched', 1) ON CONFLICT(key) DO UPDATE SET value = value + 1"].Run();

    /// <inheritdoc/>
    public void AnswerRequest(long number, ReadOnlyMemory<byte> answer)
        => _connection["UPDATE request SET answer = ?2 WHERE number = ?1 AND answer IS NULL"].Bind(1, number).Bind(2, answer.Span).Run();

    /// <inheritdoc/>
    public int Purge(long endedBeforeTicks, int limit)
    {
        int purged = _purge.Purge(endedBeforeTicks, limit);
        if (purged > 0)
            _appends.Forget();
        return purged;
    }

    /// <inheritdoc/>
    public long LastExecution() => _reader.LastExecution();

    /// <inheritdoc/>
    public ExecutionRow? Find(long execution) => _reader.Find(execution);

    /// <inheritdoc/>
    public ExecutionRow? Find(string stateMachineArn, string name) => _reader.Find(stateMachineArn, name);

    /// <inheritdoc/>
    public IReadOnlyList<Segment> ReadSegments(long execution, int fromEvent = 1, int toEvent = int.MaxValue) => _reader.ReadSegments(execution, fromEvent, toEvent);

    /// <inheritdoc/>
    public int LastEvent(long execution) => _reader.LastEvent(execution);

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionRow> List(ExecutionFilter filter, int limit) => _reader.List(filter, limit);

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionRow> ListChildren(long parent, int parentEffect, int fromItem, int limit)
        => _reader.ListChildren(parent, parentEffect, fromItem, limit);

    /// <inheritdoc/>
    public IReadOnlyList<long> ListUnparked(long after, int limit) => _reader.ListUnparked(after, limit);

    /// <inheritdoc/>
    public IReadOnlyList<ParkedExecution> ListParked(long untilTicks, int limit) => _reader.ListParked(untilTicks, limit);

    /// <inheritdoc/>
    public long? NextParkedAfter(long ticks) => _reader.NextParkedAfter(ticks);

    /// <inheritdoc/>
    public StoredDefinition? FindDefinition(string hash) => _reader.FindDefinition(hash);

    /// <inheritdoc/>
    public IReadOnlyList<StoredActivity> ListActivities() => _reader.ListActivities();

    /// <inheritdoc/>
    public IReadOnlyList<QueuedTask> ListTasks(string activityArn, long after, int limit) => _reader.ListTasks(activityArn, after, limit);

    /// <inheritdoc/>
    public StoredMapRun? FindMapRun(string arn) => _reader.FindMapRun(arn);

    /// <inheritdoc/>
    public IReadOnlyList<StoredMapRun> ListMapRuns(long execution, int afterEffect, int limit) => _reader.ListMapRuns(execution, afterEffect, limit);

    /// <inheritdoc/>
    public IReadOnlyList<HeldTask> ListHeldTasks(long execution) => _reader.ListHeldTasks(execution);

    /// <inheritdoc/>
    public IReadOnlyList<HeldTask> ListAwaiting() => _reader.ListAwaiting();

    /// <inheritdoc/>
    public IReadOnlyList<JournalRequest> ListRequests(long after, int limit) => _reader.ListRequests(after, limit);

    /// <inheritdoc/>
    public IReadOnlyDictionary<ExecutionStatus, long> CountByStatus() => _reader.CountByStatus();

    /// <inheritdoc/>
    public long AddRequest(string kind, long execution, ReadOnlyMemory<byte> body) => _requests.Value.AddRequest(kind, execution, body);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? TakeAnswer(long number) => _requests.Value.TakeAnswer(number);

    /// <inheritdoc/>
    public bool WithdrawRequest(long number) => _requests.Value.WithdrawRequest(number);

    /// <summary>Closes the file and lets go of it; a transaction under way is undone.</summary>
    public void Dispose()
    {
        if (_requests.IsValueCreated)
            _requests.Value.Dispose();
        _reader.Dispose();
        // The last connection to close copies the log into the file, so it must be one that may write.
        _connection.Dispose();
        _owner.Dispose();
    }

    /// <summary>Sees to it that a file has the tables that this program reads.</summary>
    internal static int CheckVersion(Connection connection)
    {
        int version = SqliteSchema.ReadVersion(connection);
        return version == SqliteSchema.Version
            ? version
            : throw new SqliteJournalException(connection.Path, version == 0
                ? $"'{connection.Path}' is empty, not a journal of executions."
                : $"The journal '{connection.Path}' has version {version} of its tables; this program reads version {SqliteSchema.Version}. Its owner brings it up to date.");
    }

    private static void Prepare(Connection connection, SqliteOptions options)
    {
        // A new file becomes one with a log by a rollback journal. Did a loss of power bring that journal back, it would undo the file and all that the log
        // has had since; with EXTRA its deletion is synced.
        connection.Execute("PRAGMA synchronous=EXTRA");
        if (connection["PRAGMA journal_mode=WAL"].ReadFirst(static row => row.Text(0)) is not "wal")
            throw new SqliteJournalException(connection.Path, $"The journal '{connection.Path}' can't have a write-ahead log: its drive doesn't support shared memory.");
        // FULL: each commit waits for the disk. In a batch of ten or more it costs nothing against NORMAL, which may lose what was acknowledged.
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint={options.CheckpointPages}; PRAGMA journal_size_limit=268435456"));
        SqliteSchema.Migrate(connection);
        connection["UPDATE metadata SET value = ?1 WHERE key = 'owner'"].Bind(1, Environment.ProcessId).Run();
        connection.Opened();
    }

    private static string Existing(string path)
    {
        path = Path.GetFullPath(path);
        return File.Exists(path) ? path : throw new SqliteJournalException(path, $"There is no journal '{path}'.");
    }
}
