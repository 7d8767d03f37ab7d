using SQLitePCL;

namespace Compiled.Sqlite.Connections;

/// <summary>A prepared statement. Its parameters are numbered from 1, its columns from 0.</summary>
internal sealed class Statement(Connection connection, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public Statement Bind(int index, long? value)
    {
        if (value is { } given)
            return Bind(index, given);
        Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    public Statement Bind(int index, double? value)
    {
        Check(value is { } given ? raw.sqlite3_bind_double(handle, index, given) : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    public Statement Bind(int index, string text)
    {
        Check(raw.sqlite3_bind_text(handle, index, text));
        return this;
    }

    /// <summary>Binds text that is UTF-8 already; SQLite compares it by its bytes.</summary>
    public Statement BindUtf8(int index, ReadOnlySpan<byte> text)
    {
        Check(raw.sqlite3_bind_text(handle, index, text));
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(handle, index, bytes));
        return this;
    }

    /// <summary>Goes to the next row; false when there is none, and the statement is then ready to be bound again.</summary>
    public bool Next()
    {
        int code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(handle);
            return false;
        }

        // The failure is made first: a reset clears what SQLite says of it.
        Exception failure = connection.Failure();
        raw.sqlite3_reset(handle);
        throw failure;
    }

    /// <summary>Runs a statement that changes rows, and gives how many it changed.</summary>
    public int Run()
    {
        while (Next())
        {
        }

        return connection.Changes;
    }

    /// <summary>Reads the first row's first column; a value of one's own when there is no row.</summary>
    public long RunLong(long otherwise)
    {
        if (!Next())
            return otherwise;
        long value = Long(0);
        Reset();
        return value;
    }

    /// <summary>Reads all rows.</summary>
    public List<T> ReadAll<T>(Func<Statement, T> read)
    {
        List<T> rows = [];
        try
        {
            while (Next())
                rows.Add(read(this));
        }
        finally
        {
            Reset();
        }

        return rows;
    }

    /// <summary>Reads the first row; the default when there is none.</summary>
    public T? ReadFirst<T>(Func<Statement, T> read)
    {
        try
        {
            return Next() ? read(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Ends the reading of rows: a statement that stands on a row keeps the log from being copied past what it sees.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public double Double(int column) => raw.sqlite3_column_double(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose() => handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw connection.Failure();
    }
}
