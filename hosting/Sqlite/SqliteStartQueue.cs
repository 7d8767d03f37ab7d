using Compiled.Hosting;
using Compiled.Sqlite.Connections;
using Compiled.Sqlite.Starts;

namespace Compiled.Sqlite;

/// <summary>
/// The starts of an <see cref="ExpressHost"/> in a SQLite file of their own, one row each while its execution has not ended. What is handed in while a transaction is on its way to the
/// disk goes together into the next one.
/// </summary>
public sealed class SqliteStartQueue : IStartQueue, IDisposable, IThreadPoolWorkItem
{
    private readonly OwnerLock _owner;
    private readonly StartTable _table;
    private readonly object _gate = new();
    private List<StartChange> _waiting = [];
    private bool _isWriting, _isClosed;

    private SqliteStartQueue(OwnerLock owner, StartTable table) => (_owner, _table, Left) = (owner, table, table.ReadAll());

    /// <summary>Opens a file, which is made when there is none. It must not lie on a network's drive.</summary>
    /// <exception cref="SqliteJournalException">It can't be opened, is no queue, or another process has it.</exception>
    public static SqliteStartQueue Open(string path, SqliteOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new SqliteOptions();
        OwnerLock owner = OwnerLock.Take(path, options);
        try
        {
            return new SqliteStartQueue(owner, StartTable.Open(path, options));
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<KeptStart> Left { get; }

    /// <inheritdoc/>
    /// <exception cref="SqliteJournalException">The file can't be written; the start is not kept.</exception>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    public ValueTask<long> AddAsync(KeptStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        StartChange change = new(start, 0);
        ObjectDisposedException.ThrowIf(!TryHandIn(change), this);
        return new ValueTask<long>(change.Task);
    }

    /// <inheritdoc/>
    public void Remove(long number) => TryHandIn(new StartChange(null, number));

    /// <summary>Writes what was handed in, and closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            while (_isWriting)
                Monitor.Wait(_gate);
        }

        if (_waiting.Count > 0)
            Write(_waiting);
        _table.Dispose();
        _owner.Dispose();
    }

    void IThreadPoolWorkItem.Execute()
    {
        List<StartChange> taken = [];
        while (Take(ref taken))
        {
            Write(taken);
            taken.Clear();
        }
    }

    private bool TryHandIn(StartChange change)
    {
        lock (_gate)
        {
            if (_isClosed)
                return false;
            _waiting.Add(change);
            if (_isWriting)
                return true;
            _isWriting = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    // Takes all that waits, in exchange for a list that is empty; false when there is nothing, and the writing is over.
    private bool Take(ref List<StartChange> empty)
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _isWriting = false;
                Monitor.PulseAll(_gate);
                return false;
            }

            (_waiting, empty) = (empty, _waiting);
            return true;
        }
    }

    private void Write(List<StartChange> changes)
    {
        try
        {
            _table.Write(changes);
        }
        catch (Exception failure)
        {
            // A start that can't be kept is refused. One that can't be forgotten is run again by the next process, which it may be.
            foreach (StartChange change in changes.Where(static change => change.Added is not null))
                change.SetException(failure);
            return;
        }

        foreach (StartChange change in changes.Where(static change => change.Added is not null))
            change.SetResult(change.Number);
    }
}
