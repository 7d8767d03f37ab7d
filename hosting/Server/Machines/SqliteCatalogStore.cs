using Microsoft.Data.Sqlite;

namespace Compiled.Server.Machines;

/// <summary>The catalog in a SQLite file of its own, so that its writes never wait for those of executions.</summary>
internal sealed class SqliteCatalogStore : ICatalogStore
{
    private readonly SqliteConnection _connection;

    /// <summary>Opens the file, which is made when there is none.</summary>
    /// <exception cref="SqliteException">The file is no database, or can't be written.</exception>
    public SqliteCatalogStore(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS entry(arn TEXT PRIMARY KEY, kind INTEGER NOT NULL, json BLOB NOT NULL) WITHOUT ROWID");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public IReadOnlyList<CatalogEntry> Load()
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT arn, kind, json FROM entry ORDER BY arn";
        using SqliteDataReader reader = command.ExecuteReader();
        List<CatalogEntry> entries = [];
        while (reader.Read())
            entries.Add(new CatalogEntry(reader.GetString(0), (CatalogKind)reader.GetInt32(1), reader.GetFieldValue<byte[]>(2)));
        return entries;
    }

    public void Write(IReadOnlyList<CatalogEntry> changes)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        foreach (CatalogEntry change in changes)
        {
            using SqliteCommand command = _connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = change.Json is null
                ? "DELETE FROM entry WHERE arn = $arn"
                : "INSERT INTO entry(arn, kind, json) VALUES($arn, $kind, $json) ON CONFLICT(arn) DO UPDATE SET kind = excluded.kind, json = excluded.json";
            command.Parameters.AddWithValue("$arn", change.Arn);
            if (change.Json is not null)
            {
                command.Parameters.AddWithValue("$kind", (int)change.Kind);
                command.Parameters.AddWithValue("$json", change.Json);
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
