using Compiled.Durable.Journal;
using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite;

/// <summary>
/// Leaves requests in a journal that another process owns. It writes beside the owner, for less than a millisecond at a time; SQLite sees to it that
/// they don't meet.
/// </summary>
public sealed class SqliteRequests : IJournalRequests, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Connection _connection;

    internal SqliteRequests(string path, SqliteOptions options)
    {
        _connection = new Connection(path, isReadOnly: false, options, 1000);
        try
        {
            _connection.Execute("PRAGMA synchronous=FULL");
            SqliteJournal.CheckVersion(_connection);
            _connection.Opened();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public long AddRequest(string kind, long execution, ReadOnlyMemory<byte> body)
    {
        lock (_lock)
        {
            _connection["INSERT INTO request(kind, execution, body) VALUES(?1, ?2, ?3)"].Bind(1, kind).Bind(2, execution).Bind(3, body.Span).Run();
            return _connection.LastInserted;
        }
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? TakeAnswer(long number)
    {
        lock (_lock)
        {
            // Most looks find nothing, and a look that only reads doesn't keep the owner waiting.
            byte[]? answer = _connection["SELECT answer FROM request WHERE number = ?1 AND answer IS NOT NULL"].Bind(1, number).ReadFirst(static row => row.Blob(0));
            if (answer is null)
                return null;
            _connection["DELETE FROM request WHERE number = ?1"].Bind(1, number).Run();
            return answer;
        }
    }

    /// <inheritdoc/>
    public bool WithdrawRequest(long number)
    {
        lock (_lock)
            return _connection["DELETE FROM request WHERE number = ?1 AND answer IS NULL"].Bind(1, number).Run() > 0;
    }

    /// <summary>Closes the connection; what was asked stays asked.</summary>
    public void Dispose()
    {
        lock (_lock)
            _connection.Dispose();
    }
}
