using System.Globalization;
using System.Text;
using Compiled.Hosting;
using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Starts;

/// <summary>The table of starts. One thread uses it at a time.</summary>
internal sealed class StartTable : IDisposable
{
    // "CmpS".
    private const int ApplicationId = 0x436D7053;

    // Numbers are never given again: a start that is removed late must not take a new one with it.
    private const string Schema = """
        CREATE TABLE start(
            number INTEGER PRIMARY KEY AUTOINCREMENT, machine TEXT NOT NULL, name TEXT, seed INTEGER NOT NULL, trace TEXT, started INTEGER NOT NULL, input BLOB NOT NULL);
        """;

    private readonly Connection _connection;

    private StartTable(Connection connection) => _connection = connection;

    public static StartTable Open(string path, SqliteOptions options)
    {
        Connection connection = new(path, isReadOnly: false, options, options.CacheKibibytes);
        try
        {
            connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
            if (connection["PRAGMA application_id"].RunLong(0) != ApplicationId)
            {
                if (connection["SELECT count(*) FROM sqlite_schema"].RunLong(0) != 0)
                    throw new SqliteJournalException(path, $"'{path}' is a database of another kind, not a queue of starts.");
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {Schema} PRAGMA application_id={ApplicationId}; COMMIT"));
            }

            connection.Opened();
            return new StartTable(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public List<KeptStart> ReadAll()
        => _connection["SELECT number, machine, name, seed, trace, started, input FROM start ORDER BY number"].ReadAll(static row => new KeptStart
        {
            Number = row.Long(0),
            StateMachine = row.Text(1),
            Name = row.IsNull(2) ? null : row.Text(2),
            Seed = (ulong)row.Long(3),
            TraceHeader = row.IsNull(4) ? null : row.Text(4),
            StartDate = new DateTimeOffset(row.Long(5), TimeSpan.Zero),
            Input = row.Blob(6),
        });

    /// <summary>Writes changes in one transaction: all of them, or none.</summary>
    public void Write(List<StartChange> changes)
    {
        _connection.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (StartChange change in changes)
            {
                if (change.Added is { } added)
                    change.Number = Insert(added);
                else
                    _connection["DELETE FROM start WHERE number = ?"].Bind(1, change.Removed).Run();
            }

            _connection.Execute("COMMIT");
        }
        catch
        {
            if (_connection.IsInTransaction)
                _connection.Execute("ROLLBACK");
            throw;
        }
    }

    public void Dispose() => _connection.Dispose();

    private long Insert(KeptStart added)
    {
        Statement insert = _connection["INSERT INTO start(machine, name, seed, trace, started, input) VALUES(?, ?, ?, ?, ?, ?)"];
        insert.Bind(1, added.StateMachine).Bind(3, (long)added.Seed).Bind(5, added.StartDate.UtcTicks).Bind(6, added.Input.Span);
        BindText(insert, 2, added.Name);
        BindText(insert, 4, added.TraceHeader);
        insert.Run();
        return _connection.LastInserted;
    }

    private static void BindText(Statement statement, int index, string? text)
    {
        if (text is null)
            statement.Bind(index, (long?)null);
        else
            statement.BindUtf8(index, Encoding.UTF8.GetBytes(text));
    }
}
