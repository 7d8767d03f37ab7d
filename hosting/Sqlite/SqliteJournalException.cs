namespace Compiled.Sqlite;

/// <summary>
/// A journal's file can't be used, for a reason that waiting doesn't change: it is damaged, no journal, made by a newer program, or another process
/// owns it. The message names the file.
/// </summary>
public sealed class SqliteJournalException(string path, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The file, as it was named to the journal.</summary>
    public string Path { get; } = path;
}
