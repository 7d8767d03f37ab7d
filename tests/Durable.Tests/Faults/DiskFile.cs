namespace Durable.Tests.Faults;

/// <summary>A file as the disk has it: what was synced for certain, and the changes since, which a loss of power may undo in any part.</summary>
internal sealed class DiskFile(byte[] content)
{
    private const int Sector = 512;

    private readonly List<(long Offset, byte[]? Bytes)> _unsynced = [];
    private byte[] _synced = content;

    public bool IsDeleted { get; private set; }

    public bool IsDeletionSynced { get; private set; }

    public void Write(long offset, byte[] bytes) => _unsynced.Add((offset, bytes));

    public void Truncate(long size) => _unsynced.Add((size, null));

    public void Delete(bool isSynced) => (IsDeleted, IsDeletionSynced) = (true, isSynced);

    public void Sync()
    {
        MemoryStream file = Synced();
        foreach ((long offset, byte[]? bytes) in _unsynced)
            Apply(file, offset, bytes, bytes?.Length ?? 0);
        _synced = file.ToArray();
        _unsynced.Clear();
    }

    /// <summary>The content after a loss of power: each unsynced change is there, is not, or is there in its first sectors.</summary>
    public byte[] AfterPowerLoss(Random chance)
    {
        MemoryStream file = Synced();
        // Now and then a disk loses all that wasn't synced, or nothing.
        int kept = chance.Next(5) switch { 0 => 0, 1 => 100, _ => 50 };
        foreach ((long offset, byte[]? bytes) in _unsynced)
        {
            if (chance.Next(100) >= kept)
                continue;
            int length = bytes?.Length ?? 0;
            Apply(file, offset, bytes, kept < 100 && chance.Next(4) == 0 ? length / Sector * chance.Next(Sector) / Sector * Sector : length);
        }

        return file.ToArray();
    }

    private MemoryStream Synced()
    {
        MemoryStream file = new();
        file.Write(_synced);
        return file;
    }

    private static void Apply(MemoryStream file, long offset, byte[]? bytes, int length)
    {
        if (bytes is null)
        {
            file.SetLength(offset);
            return;
        }

        if (file.Length < offset && length > 0)
            file.SetLength(offset);
        file.Position = offset;
        file.Write(bytes, 0, length);
    }
}
