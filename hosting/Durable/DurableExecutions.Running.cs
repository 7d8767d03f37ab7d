using Compiled.Durable.Engine;
using Compiled.Durable.Journal;

namespace Compiled.Durable;

/// <summary>Going on, and stopping to.</summary>
public sealed partial class DurableExecutions
{
    // So many executions are brought back before others get a turn on the threads.
    private const int RecoveryPage = 256;

    private Task? _recovery;

    /// <summary>
    /// Goes on with all that a process before this one left: tasks that it had in hand, times that have come. Gives control back at once; the
    /// task completes when every execution that was in hand is in hand again. From now on it also does what other processes ask for in the store, see
    /// <see cref="ExecutionRequests"/>.
    /// </summary>
    public Task RunAsync()
    {
        _engine.Alarms.Start();
        _requests.Start();
        return _recovery ??= Task.Run(Recover);
    }

    /// <summary>
    /// Ends gracefully: takes no messages for executions that aren't in memory any more, waits for handlers that are at work as long as
    /// <see cref="DurableOptions.DrainTimeout"/> says or the token allows, and then lets go of the store. Attempts that are still in hand count
    /// as interrupted when the executions go on.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        _engine.Stop();
        _requests.Stop();
        using CancellationTokenSource drain = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        drain.CancelAfter(_engine.Options.DrainTimeout);
        await _engine.Work.NoneAsync(drain.Token).ConfigureAwait(false);
    }

    /// <summary>Stops unless that was done, and disposes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_engine.IsStopping)
            await StopAsync().ConfigureAwait(false);
        _engine.Dispose();
        _store.Dispose();
    }

    /// <summary>Tells that handlers were added, so that executions that wait for one go on.</summary>
    public void HandlersAdded()
    {
        foreach (long execution in _engine.Troubles.Keys)
            _engine.Runs.Send(execution, new CallAgainMessage());
    }

    /// <summary>
    /// Why executions stand still: a handler or a definition that is missing, by the execution's id; for health checks and people.
    /// </summary>
    public IReadOnlyDictionary<long, string> Troubles => _engine.Troubles;

    /// <summary>Why the journal can't be written; null while it can.</summary>
    public Exception? JournalTrouble => _engine.Writer.Trouble;

    /// <summary>
    /// Completes when nothing goes on but waiting, on a virtual clock; <paramref name="others"/> tells how many are at work outside. A handler
    /// that sleeps on the clock is waiting too.
    /// </summary>
    internal async Task SettleAsync(Func<int> others)
    {
        while (!_engine.IsSettled(others))
            await Task.WhenAny(_engine.Work.NoneAsync(CancellationToken.None), Task.Delay(1)).ConfigureAwait(false);
    }

    /// <summary>Ends as a crash does, but for the thread of the writer: nothing more is taken up, nothing more is written.</summary>
    internal void Abandon()
    {
        _engine.Stop();
        _requests.Stop();
        _engine.Dispose();
    }

    /// <summary>Does what is asked for in the store now, and completes when it is answered.</summary>
    internal Task ServeRequestsAsync() => _requests.LookAsync();

    private void Recover()
    {
        long after = 0, count = 0;
        while (!_engine.IsStopping)
        {
            IReadOnlyList<long> page;
            try
            {
                page = _store.ListUnparked(after, RecoveryPage);
            }
            catch (JournalUnavailableException)
            {
                Thread.Sleep(TimeSpan.FromSeconds(1));
                continue;
            }

            foreach (long execution in page)
            {
                after = execution;
                if (_engine.Runs.TryLoad(execution))
                    count++;
            }

            if (page.Count < RecoveryPage)
                break;
        }

        StartAwaiting();
        if (count > 0)
            EngineLog.Recovered(_engine.Logger, count);
    }

    private void StartAwaiting()
    {
        while (!_engine.IsStopping)
        {
            try
            {
                _engine.Awaiting.Start();
                return;
            }
            catch (JournalUnavailableException)
            {
                Thread.Sleep(TimeSpan.FromSeconds(1));
            }
        }
    }
}
