using Microsoft.Extensions.Logging;

namespace Compiled.Durable.Journal;

/// <summary>
/// The one thread that writes to a store. Whatever is handed in while a transaction is on its way to the disk goes together into the next one
/// (group commit), so that a slow disk costs latency and not throughput. What was handed in is written in that order.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    // A transaction of this many writes takes some milliseconds; more would only add to the latency of the first.
    private const int LargestBatch = 1024;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50), s_longestPause = TimeSpan.FromSeconds(5);

    private readonly IJournalStore _store;
    private readonly ILogger? _logger;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _stopping = new();
    private readonly object _gate = new();
    private List<JournalWrite> _waiting = [];
    private bool _isClosed;
    private volatile Exception? _trouble;

    /// <summary>Starts the thread.</summary>
    public JournalWriter(IJournalStore store, ILogger? logger = null)
    {
        (_store, _logger) = (store, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = "Compiled journal" };
        _thread.Start();
    }

    /// <summary>Why the last transaction could not be committed; null while all is well.</summary>
    public Exception? Trouble => _trouble;

    /// <summary>How many writes wait.</summary>
    public int Backlog
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>Hands in a write; its <see cref="JournalWrite.Done"/> is called from the writer's thread.</summary>
    public void Write(JournalWrite write)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _waiting.Add(write);
                if (_waiting.Count == 1)
                    Monitor.Pulse(_gate);
                return;
            }
        }

        write.Done(new ObjectDisposedException(nameof(JournalWriter)));
    }

    /// <summary>Hands in a write and waits for it.</summary>
    public Task<T> WriteAsync<T>(Func<IJournalStore, T> write)
    {
        AwaitedWrite<T> awaited = new(write);
        Write(awaited);
        return awaited.Task;
    }

    /// <summary>Writes what was handed in, then ends the thread. While the store can't be written, what is left fails.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }

        _stopping.Set();
        if (Thread.CurrentThread != _thread)
            _thread.Join();
    }

    private void Run()
    {
        List<JournalWrite> taken = [], batch = [];
        while (Take(ref taken))
        {
            // Most often all that waited is one batch, and then it is written where it stands.
            for (int at = 0; at < taken.Count; at += LargestBatch)
            {
                if (taken.Count > LargestBatch)
                    batch.AddRange(taken[at..Math.Min(taken.Count, at + LargestBatch)]);
                List<JournalWrite> next = taken.Count > LargestBatch ? batch : taken;
                if (!TryWrite(next))
                    WriteSingly(next);
                batch.Clear();
            }

            taken.Clear();
        }
    }

    // Takes all that waits, in exchange for a list that is empty.
    private bool Take(ref List<JournalWrite> empty)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_isClosed)
                    return false;
                Monitor.Wait(_gate);
            }

            (_waiting, empty) = (empty, _waiting);
            return true;
        }
    }

    // True when the batch is written, or failed as a whole since the store is gone.
    private bool TryWrite(List<JournalWrite> batch)
    {
        TimeSpan pause = s_firstPause;
        for (; ; )
        {
            Exception? failure = Attempt(batch);
            if (failure is null)
            {
                Recovered();
                foreach (JournalWrite write in batch)
                    write.Done(null);
                return true;
            }

            if (failure is not JournalUnavailableException)
                return batch.Count > 1 ? false : Fail(batch, failure);
            if (_trouble is null && _logger is not null)
                JournalLog.Unavailable(_logger, failure);
            _trouble = failure;
            GiveUp(batch, failure);
            // Nothing is lost while the trouble lasts: effects wait for their commit, callers for their answer.
            if (_stopping.Wait(pause))
                return Fail(batch, failure);
            pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
        }
    }

    private static void GiveUp(List<JournalWrite> batch, Exception failure)
    {
        foreach (JournalWrite write in batch)
        {
            if (write.GivesUp)
                write.Done(failure);
        }

        // With nothing left to write, something has to tell when the trouble is over.
        if (batch.RemoveAll(static write => write.GivesUp) > 0 && batch.Count == 0)
            batch.Add(new Probe());
    }

    private Exception? Attempt(List<JournalWrite> batch)
    {
        try
        {
            _store.Begin();
            foreach (JournalWrite write in batch)
                write.Apply(_store);
            _store.Commit();
            return null;
        }
        catch (Exception failure)
        {
            try
            {
                _store.Rollback();
            }
            catch (JournalUnavailableException again)
            {
                return again;
            }

            return failure;
        }
    }

    // One write that can't be written must not take the others with it.
    private void WriteSingly(List<JournalWrite> batch)
    {
        List<JournalWrite> single = [null!];
        foreach (JournalWrite write in batch)
        {
            single[0] = write;
            TryWrite(single);
        }
    }

    private static bool Fail(List<JournalWrite> batch, Exception failure)
    {
        foreach (JournalWrite write in batch)
            write.Done(failure);
        return true;
    }

    private void Recovered()
    {
        if (_trouble is null)
            return;
        _trouble = null;
        if (_logger is not null)
            JournalLog.Available(_logger);
    }

    private sealed class Probe : JournalWrite
    {
        public override void Apply(IJournalStore store) => store.Touch();

        public override void Done(Exception? failure)
        {
        }
    }
}
