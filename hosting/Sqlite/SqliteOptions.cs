namespace Compiled.Sqlite;

/// <summary>How a journal's file is opened.</summary>
public sealed class SqliteOptions
{
    /// <summary>
    /// How many pages of 4 KiB the write-ahead log holds before it is copied into the file; 16,000 by default. Copying takes the writer's time: fewer pages
    /// make its pauses shorter and more frequent, and cost throughput.
    /// </summary>
    public int CheckpointPages { get; set; } = 16_000;

    /// <summary>How much of the file the writer keeps in memory, in KiB; 65,536 by default. Each reading connection keeps a quarter of it at most.</summary>
    public int CacheKibibytes { get; set; } = 65_536;

    /// <summary>How long a lock that another process holds for a moment is waited for; 5 s by default.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a file that another process owns is waited for, as when that process is just ending; not at all by default.
    /// </summary>
    public TimeSpan OwnerTimeout { get; set; }

    /// <summary>The name of SQLite's layer for files; null for the default one. Tests put their own below the journal.</summary>
    internal string? FileSystem { get; set; }
}
