using Compiled.Durable.Journal;
using SQLitePCL;

namespace Compiled.Sqlite.Connections;

/// <summary>What a result code of SQLite means for the journal: a failure that may pass, or one that won't.</summary>
internal static class SqliteFailure
{
    /// <summary>The exception for a result code.</summary>
    /// <param name="path">The journal's file.</param>
    /// <param name="code">The extended result code.</param>
    /// <param name="detail">SQLite's own words.</param>
    public static Exception From(string path, int code, string detail)
    {
        string sqlite = $"SQLite: {detail}, code {code}";
        // The primary code is the low byte: https://sqlite.org/rescode.html
        return (code & 0xff) switch
        {
            raw.SQLITE_FULL => Passing(path, $"has no room left on its disk ({sqlite})"),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => Passing(path, $"is locked by another process ({sqlite})"),
            raw.SQLITE_IOERR => Passing(path, $"can't be read or written ({sqlite})"),
            raw.SQLITE_CANTOPEN => Passing(path, $"can't be opened ({sqlite})"),
            raw.SQLITE_READONLY => Passing(path, $"can't be written by this process ({sqlite})"),
            raw.SQLITE_NOMEM => Passing(path, $"can't be read or written for lack of memory ({sqlite})"),
            raw.SQLITE_CORRUPT => Lasting(path, $"is damaged ({sqlite}); keep a copy of it with its -wal file, and put a backup in its place"),
            raw.SQLITE_NOTADB => Lasting(path, $"is not a database ({sqlite})"),
            raw.SQLITE_TOOBIG => Lasting(path, $"can't hold so large a value ({sqlite})"),
            _ => Lasting(path, $"refused a statement ({sqlite})"),
        };
    }

    /// <summary>The exception for a result code that came while the file was opened, when nothing is at stake yet by failing.</summary>
    public static Exception FromOpening(string path, int code, string detail)
        => (code & 0xff) is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH
            ? Lasting(path, $"can't be opened (SQLite: {detail}, code {code}); the process must be able to read and write the file and its folder")
            : From(path, code, detail);

    private static JournalUnavailableException Passing(string path, string what) => new($"The journal '{path}' {what}.");

    private static SqliteJournalException Lasting(string path, string what) => new(path, $"The journal '{path}' {what}.");
}
