namespace Durable.Tests.Faults;

/// <summary>
/// The files that SQLite has in one folder: counts the calls that change them (write, truncate, sync, delete), fails those that it is told to, and knows
/// what a loss of power would leave of them.
/// </summary>
internal sealed class FaultyFiles : IDisposable
{
    private readonly string _folder;
    private readonly SortedDictionary<string, DiskFile> _disk = new(StringComparer.Ordinal);

    public FaultyFiles(string folder)
    {
        _folder = folder;
        FileShim.Add(folder, this);
    }

    /// <summary>An exception of the test's own code below SQLite, where it can't be thrown.</summary>
    public static Exception? Broken { get; set; }

    /// <summary>How many calls there were.</summary>
    public int Calls { get; private set; }

    /// <summary>Called with the number of each call, from 1, before it is done; gives the result code that it fails with, 0 for none.</summary>
    public Func<int, int> OnCall { get; set; } = static _ => 0;

    public void Dispose() => FileShim.Remove(_folder);

    /// <summary>Writes the files as the end of the process at this moment leaves them: all that was done is there.</summary>
    public void CopyTo(string folder)
    {
        foreach (string path in _disk.Where(static pair => !pair.Value.IsDeleted).Select(static pair => pair.Key))
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
    }

    /// <summary>Writes the files as a loss of power at this moment may leave them: of what wasn't synced, a part that chance picks.</summary>
    public void LosePower(string folder, Random chance)
    {
        foreach ((string path, DiskFile file) in _disk)
        {
            // A file's deletion is sure only when its folder was synced.
            if (!file.IsDeleted || (!file.IsDeletionSynced && chance.Next(2) == 0))
                File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), file.AfterPowerLoss(chance));
        }
    }

    internal void Opened(string path, bool isNew)
    {
        // The shared memory is gone with its processes, and made anew from the log.
        if (path.EndsWith("-shm", StringComparison.Ordinal))
            return;
        if (isNew || !_disk.ContainsKey(path))
            _disk[path] = new DiskFile(isNew ? [] : File.ReadAllBytes(path));
    }

    internal int Write(string path, long offset, byte[] bytes, out int written)
    {
        int code = OnCall(++Calls);
        // A write that fails may have been done in part.
        written = code == 0 ? bytes.Length : bytes.Length / 2;
        _disk[path].Write(offset, bytes[..written]);
        return code;
    }

    internal int Truncate(string path, long size)
    {
        int code = OnCall(++Calls);
        if (code == 0)
            _disk[path].Truncate(size);
        return code;
    }

    internal int Sync(string path)
    {
        int code = OnCall(++Calls);
        if (code == 0)
            _disk[path].Sync();
        return code;
    }

    internal int Delete(string path, bool isSynced)
    {
        int code = OnCall(++Calls);
        if (code == 0 && _disk.TryGetValue(path, out DiskFile? file))
            file.Delete(isSynced);
        return code;
    }
}
