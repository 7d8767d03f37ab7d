using System.Diagnostics;

namespace Compiled.Sqlite.Connections;

/// <summary>
/// The ownership of a journal: a file beside it that is held open for this process alone. The system lets go of it when the process ends, however it
/// ends. The file itself stays: were it deleted, a process that had just opened it would hold a lock that nobody else sees.
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private OwnerLock(FileStream file) => _file = file;

    /// <summary>Takes a journal.</summary>
    /// <exception cref="SqliteJournalException">Another owner has it, or the file beside it can't be made.</exception>
    public static OwnerLock Take(string path, SqliteOptions options)
    {
        Stopwatch waited = Stopwatch.StartNew();
        for (; ; )
        {
            try
            {
                return new OwnerLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
            }
            catch (Exception failure) when (failure is UnauthorizedAccessException or DirectoryNotFoundException)
            {
                throw new SqliteJournalException(path, $"The journal '{path}' can't be owned: its lock file can't be made ({failure.Message}).", failure);
            }
            catch (IOException failure)
            {
                if (waited.Elapsed >= options.OwnerTimeout)
                    throw new SqliteJournalException(path, Refusal(path, options), failure);
                Thread.Sleep(s_pause);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Refusal(string path, SqliteOptions options)
    {
        long owner = 0;
        try
        {
            using Connection connection = new(path, isReadOnly: true, options, 100);
            owner = connection["SELECT value FROM metadata WHERE key='owner'"].RunLong(0);
        }
        catch (Exception)
        {
            // The owner may be just making the file; that it has an owner is what matters.
        }

        string process = owner == 0 ? "another process" : $"process {owner}";
        return $"The journal '{path}' is owned by {process}; one process at a time may write it. Stop that process, or open the journal for reading only.";
    }
}
