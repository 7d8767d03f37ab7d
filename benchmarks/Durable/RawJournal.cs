using SQLitePCL;

namespace Compiled.Benchmarks.Durable;

/// <summary>
/// The least that a durable execution can cost on SQLite: the bare calls, one thread that commits what is there, a row for each step, a row for each
/// execution with the same settings and indexes for listing that the journal has, and nothing else: no fence, no outcome, no retry.
/// </summary>
internal sealed class RawJournal : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;
        CREATE TABLE segment(seq INTEGER PRIMARY KEY, execution INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX segment_by_execution ON segment(execution, first);
        CREATE TABLE execution(id INTEGER PRIMARY KEY, machine INTEGER NOT NULL, name TEXT NOT NULL, started INTEGER NOT NULL, status INTEGER NOT NULL, ended INTEGER NOT NULL);
        CREATE UNIQUE INDEX execution_by_name ON execution(machine, name);
        CREATE INDEX execution_by_machine ON execution(machine, status);
        CREATE INDEX execution_by_status ON execution(status);
        CREATE INDEX execution_by_start ON execution(started, machine);
        CREATE INDEX execution_by_end ON execution(ended) WHERE ended > 0;
        """;

    private readonly JournalLoad _load;
    private readonly byte[] _body;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _begin, _commit, _segment, _start, _end;
    private readonly object _gate = new();
    private readonly Thread _thread;
    private List<LoadClient> _waiting = [];
    private bool _isClosed;

    public RawJournal(string path, JournalLoad load)
    {
        Batteries_V2.Init();
        (_load, _body) = (load, new byte[load.BytesPerStep]);
        Check(raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Check(raw.sqlite3_exec(_database, Schema));
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _segment = Prepare("INSERT INTO segment(execution, first, count, body) VALUES(?1, ?2, 2, ?3)");
        _start = Prepare("INSERT INTO execution(id, machine, name, started, status, ended) VALUES(?1, 1, ?2, ?3, 0, 0)");
        _end = Prepare("UPDATE execution SET status = 1, ended = ?2 WHERE id = ?1");
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public void HandIn(LoadClient client)
    {
        lock (_gate)
        {
            _waiting.Add(client);
            if (_waiting.Count == 1)
                Monitor.Pulse(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        foreach (sqlite3_stmt statement in (sqlite3_stmt[])[_begin, _commit, _segment, _start, _end])
            statement.Dispose();
        _database.Dispose();
    }

    private void Run()
    {
        List<LoadClient> batch = [];
        while (Take(ref batch))
        {
            Step(_begin);
            foreach (LoadClient client in batch)
                Write(client);
            Step(_commit);
            foreach (LoadClient client in batch)
                client.Done();
            batch.Clear();
        }
    }

    private bool Take(ref List<LoadClient> empty)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_isClosed)
                    return false;
                Monitor.Wait(_gate);
            }

            (_waiting, empty) = (empty, _waiting);
            return true;
        }
    }

    private void Write(LoadClient client)
    {
        if (client.Step == 0)
        {
            raw.sqlite3_bind_int64(_start, 1, client.Execution);
            raw.sqlite3_bind_text(_start, 2, JournalNames.Of(client.Execution));
            raw.sqlite3_bind_int64(_start, 3, JournalNames.Ticks(client.Execution));
            Step(_start);
        }

        raw.sqlite3_bind_int64(_segment, 1, client.Execution);
        raw.sqlite3_bind_int64(_segment, 2, (2 * client.Step) + 1);
        raw.sqlite3_bind_blob(_segment, 3, _body);
        Step(_segment);
        if (client.Step != _load.Steps - 1)
            return;
        raw.sqlite3_bind_int64(_end, 1, client.Execution);
        raw.sqlite3_bind_int64(_end, 2, JournalNames.Ticks(client.Execution));
        Step(_end);
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt statement));
        return statement;
    }

    private void Step(sqlite3_stmt statement)
    {
        int code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE)
            throw new InvalidOperationException(raw.sqlite3_errmsg(_database).utf8_to_string());
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite gave {code}.");
    }
}
