using System.Globalization;

namespace Compiled.Sqlite.Connections;

/// <summary>
/// The tables of a journal, as the steps from each version of them to the next. A released step is never changed: a file that was made by any earlier
/// version goes through the steps that it lacks.
/// </summary>
/// <remarks>
/// Design criteria. A step of an execution writes one row, into a table that only grows at its end and one index; the execution's own row, with the
/// indexes that listing needs, is touched when it starts, ends and is redriven. What repeats (machines, definitions, writers) is a number in
/// the rows. Every question that the journal answers has an index that leads to its first row.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>Says that a SQLite file is a journal: "CmpJ".</summary>
    public const int ApplicationId = 0x436D704A;

    private static readonly string[] s_steps = [FirstVersion, Qualifiers, MapRuns, HeldTasks];

    /// <summary>The version that this program reads and writes.</summary>
    public static int Version => s_steps.Length;

    /// <summary>Makes the tables, or brings those of an older version up to this one.</summary>
    /// <exception cref="SqliteJournalException">The file is another program's, or of a newer version.</exception>
    public static void Migrate(Connection connection) => Migrate(connection, s_steps);

    internal static void Migrate(Connection connection, string[] steps)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            int version = ReadVersion(connection, steps.Length);
            for (int step = version; step < steps.Length; step++)
                connection.Execute(steps[step]);
            if (version < steps.Length)
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}; UPDATE metadata SET value={steps.Length} WHERE key='version'"));
            connection.Execute("COMMIT");
        }
        catch
        {
            if (connection.IsInTransaction)
                connection.Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>The version of a file's tables; 0 for an empty file.</summary>
    /// <exception cref="SqliteJournalException">The file is another program's, or of a newer version.</exception>
    public static int ReadVersion(Connection connection) => ReadVersion(connection, Version);

    private static int ReadVersion(Connection connection, int newest)
    {
        if (connection["PRAGMA application_id"].RunLong(0) != ApplicationId)
        {
            if (connection["SELECT count(*) FROM sqlite_schema"].RunLong(0) == 0)
                return 0;
            throw new SqliteJournalException(connection.Path, $"'{connection.Path}' is a database of another program, not a journal of executions.");
        }

        int version = (int)connection["SELECT value FROM metadata WHERE key='version'"].RunLong(0);
        return version <= newest
            ? version
            : throw new SqliteJournalException(connection.Path,
                $"The journal '{connection.Path}' has version {version} of its tables; this program knows versions up to {newest}. Open it with a newer release.");
    }

    // is_item tells the items of distributed Maps, which may be millions, from the executions that a list shows. is_held is 1 while the parent's row
    // is there. An execution that waits for nothing but the outside has a row in parked; due is the largest integer when no time wakes it.
    private const string FirstVersion = """
        CREATE TABLE metadata(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        INSERT INTO metadata VALUES('version', 1), ('last_execution', 0), ('owner', 0);

        CREATE TABLE machine(id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE);
        CREATE TABLE definition(id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, uses INTEGER NOT NULL DEFAULT 0, name TEXT, type INTEGER, text TEXT);
        CREATE TABLE writer(id INTEGER PRIMARY KEY, guid BLOB NOT NULL UNIQUE);

        CREATE TABLE execution(
            id INTEGER PRIMARY KEY, machine INTEGER NOT NULL, name TEXT NOT NULL, type INTEGER NOT NULL, definition INTEGER NOT NULL, started INTEGER NOT NULL,
            parent INTEGER NOT NULL, parent_effect INTEGER NOT NULL, item INTEGER NOT NULL, is_item INTEGER NOT NULL, is_held INTEGER NOT NULL,
            status INTEGER NOT NULL, ended INTEGER NOT NULL, redrives INTEGER NOT NULL, redriven INTEGER NOT NULL);
        CREATE UNIQUE INDEX execution_by_name ON execution(machine, name);
        CREATE INDEX execution_by_machine ON execution(machine, is_item, status);
        CREATE INDEX execution_by_status ON execution(is_item, status);
        CREATE INDEX execution_by_start ON execution(started, machine);
        CREATE INDEX execution_by_parent ON execution(parent, parent_effect, item) WHERE parent <> 0;
        CREATE INDEX execution_by_end ON execution(ended) WHERE ended > 0 AND is_held = 0;
        CREATE TABLE orphaned(parent INTEGER PRIMARY KEY);

        CREATE TABLE segment(seq INTEGER PRIMARY KEY, execution INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, writer INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX segment_by_execution ON segment(execution, first);

        CREATE TABLE parked(execution INTEGER PRIMARY KEY, due INTEGER NOT NULL);
        CREATE INDEX parked_by_due ON parked(due) WHERE due < 9223372036854775807;

        CREATE TABLE activity(arn TEXT PRIMARY KEY, created INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE activity_task(number INTEGER PRIMARY KEY AUTOINCREMENT, activity TEXT NOT NULL, execution INTEGER NOT NULL, effect INTEGER NOT NULL);
        CREATE INDEX activity_task_by_activity ON activity_task(activity, number);
        CREATE INDEX activity_task_by_execution ON activity_task(execution, effect);

        CREATE TABLE request(number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, execution INTEGER NOT NULL, body BLOB NOT NULL, answer BLOB);
        CREATE INDEX request_by_number ON request(number) WHERE answer IS NULL;
        """;

    // Versions and aliases of machines by which executions were started; 0 and '' for none.
    private const string Qualifiers = """
        ALTER TABLE execution ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE execution ADD COLUMN alias TEXT NOT NULL DEFAULT '';
        """;

    // What is told of a Map Run beside its children. Each counts column holds a number for each place where items, or children, can be.
    private const string MapRuns = """
        CREATE TABLE map_run(
            execution INTEGER NOT NULL, effect INTEGER NOT NULL, arn TEXT NOT NULL UNIQUE, status INTEGER NOT NULL, started INTEGER NOT NULL,
            ended INTEGER NOT NULL, redrives INTEGER NOT NULL, redriven INTEGER NOT NULL, max_concurrency INTEGER NOT NULL, tolerated_count INTEGER,
            tolerated_percentage REAL, items BLOB, executions BLOB, PRIMARY KEY(execution, effect)) WITHOUT ROWID;
        """;

    // Tasks that wait for another execution, and until when the last heartbeats hold; only of tasks that do, or had any.
    private const string HeldTasks = """
        CREATE TABLE held_task(
            execution INTEGER NOT NULL, effect INTEGER NOT NULL, child INTEGER NOT NULL, heartbeat INTEGER NOT NULL, PRIMARY KEY(execution, effect)) WITHOUT ROWID;
        CREATE INDEX held_task_by_child ON held_task(child) WHERE child <> 0;
        """;
}
