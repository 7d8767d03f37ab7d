using SQLitePCL;

namespace Compiled.Sqlite.Connections;

/// <summary>
/// One connection to a file, with the statements it has prepared. One thread uses it at a time. The calls are SQLite's own: through ADO.NET a small
/// statement takes twice as long.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly sqlite3 _handle;
    private bool _isOpen;

    static Connection() => Batteries_V2.Init();

    /// <summary>Opens a file.</summary>
    /// <exception cref="SqliteJournalException">It can't be opened, or is no database.</exception>
    public Connection(string path, bool isReadOnly, SqliteOptions options, int cacheKibibytes)
    {
        Path = path;
        // Only this object's user calls SQLite with the connection, so SQLite needs no lock of its own for it.
        int flags = raw.SQLITE_OPEN_NOMUTEX | (isReadOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        int code = raw.sqlite3_open_v2(path, out _handle, flags, options.FileSystem);
        try
        {
            if (code != raw.SQLITE_OK)
                throw Failure();
            raw.sqlite3_extended_result_codes(_handle, 1);
            raw.sqlite3_busy_timeout(_handle, (int)options.BusyTimeout.TotalMilliseconds);
            Execute($"PRAGMA cache_size=-{cacheKibibytes}; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Whether a transaction is under way; some errors end one by themselves.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>The key of the row that was inserted last.</summary>
    public long LastInserted => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Tells that the file was found to be a journal: what fails from now on may pass.</summary>
    public void Opened() => _isOpen = true;

    /// <summary>A statement of this connection; it is prepared once.</summary>
    public Statement this[string sql] => _statements.TryGetValue(sql, out Statement? statement) ? statement : Prepare(sql);

    /// <summary>Runs several statements that give nothing.</summary>
    public void Execute(string sql)
    {
        if (raw.sqlite3_exec(_handle, sql) != raw.SQLITE_OK)
            throw Failure();
    }

    /// <summary>What the last call met with.</summary>
    public Exception Failure()
    {
        int code = raw.sqlite3_extended_errcode(_handle);
        string detail = raw.sqlite3_errmsg(_handle).utf8_to_string();
        return _isOpen ? SqliteFailure.From(Path, code, detail) : SqliteFailure.FromOpening(Path, code, detail);
    }

    public void Dispose()
    {
        foreach (Statement statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
        _handle.Dispose();
    }

    private Statement Prepare(string sql)
    {
        if (raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt handle) != raw.SQLITE_OK)
            throw Failure();
        Statement statement = new(this, handle);
        _statements.Add(sql, statement);
        return statement;
    }
}
