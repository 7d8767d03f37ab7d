using System.Collections.Concurrent;
using Compiled.Durable.Journal;
using Compiled.Testing;

namespace Compiled.Durable.Engine;

/// <summary>
/// Does what other processes ask for in the store: looks twice a second, on the system's clock. What a request leads to and its answer are one
/// transaction, so that a crash between the two does nothing twice.
/// </summary>
internal sealed class RequestPump(DurableExecutions executions, Engine engine)
{
    private const int MostAtOnce = 100;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<long, byte> _inService = [];
    private readonly CancellationTokenSource _stop = new();
    private Task? _loop;

    /// <summary>Begins to look, where the store can be asked. A virtual clock is alone in its world.</summary>
    public void Start()
    {
        if (engine.Store is IJournalRequests && engine.Time is not VirtualTimeProvider)
            _loop ??= LoopAsync();
    }

    /// <summary>Looks no more; what is asked for from now on is left for the next owner.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Looks once, and completes when what it found is answered.</summary>
    public Task LookAsync()
    {
        List<Task> services = [];
        foreach (JournalRequest request in engine.Store.ListRequests(0, MostAtOnce))
        {
            if (_inService.TryAdd(request.Number, 0))
                services.Add(ServeAsync(request));
        }

        return Task.WhenAll(services);
    }

    private async Task LoopAsync()
    {
        using PeriodicTimer timer = new(s_pause);
        try
        {
            do
            {
                try
                {
                    // Not waited for: to purge takes a while, and a stop needn't wait for it.
                    _ = LookAsync();
                }
                catch (JournalUnavailableException)
                {
                    // The next look may see more.
                }
            }
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        catch (Exception failure)
        {
            EngineLog.RequestsFailed(engine.Logger, failure);
        }
    }

    private async Task ServeAsync(JournalRequest request)
    {
        // A host that drains waits until it is answered.
        engine.Work.Begin();
        try
        {
            byte[] answer = await AnswerAsync(request).ConfigureAwait(false);
            // Does nothing where the answer went with the step.
            await engine.Writer.WriteAsync(store =>
            {
                store.AnswerRequest(request.Number, answer);
                return true;
            }).ConfigureAwait(false);
            if (RequestText.IsUnattended(request))
                ((IJournalRequests)engine.Store).TakeAnswer(request.Number);
        }
        catch (Exception failure)
        {
            // Not answered, so it is found again, by this host or the next one.
            if (!engine.IsStopping)
                EngineLog.RequestsFailed(engine.Logger, failure);
        }
        finally
        {
            _inService.TryRemove(request.Number, out _);
            engine.Work.End();
        }
    }

    private async Task<byte[]> AnswerAsync(JournalRequest request)
    {
        try
        {
            return RequestText.Done(await DoAsync(request).ConfigureAwait(false));
        }
        catch (Exception failure) when (!engine.IsStopping && failure is not (JournalUnavailableException or ObjectDisposedException))
        {
            return RequestText.Refused(failure);
        }
    }

    private async Task<long> DoAsync(JournalRequest request)
    {
        if (request.Kind == RequestText.Purge)
            return await PurgeAsync(request).ConfigureAwait(false);
        ExecutionRow row = engine.Store.Find(request.Execution)
            ?? throw new ExecutionDoesNotExistException(request.Execution.ToString(System.Globalization.CultureInfo.InvariantCulture));
        void Answer(IJournalStore store, DateTimeOffset time) => store.AnswerRequest(request.Number, RequestText.Done(time.UtcTicks));
        switch (request.Kind)
        {
            case RequestText.Stop:
                (string? error, string? cause) = RequestText.FaultOf(request);
                return (await executions.StopAsync(row, error, cause, Answer).ConfigureAwait(false)).UtcTicks;
            case RequestText.Redrive:
                return (await executions.RedriveAsync(row, null, Answer).ConfigureAwait(false)).UtcTicks;
            default:
                throw new NotSupportedException($"This program doesn't know the request '{request.Kind}'; a newer one left it.");
        }
    }

    // One that a process before this one began goes on counting where that one was.
    private async Task<long> PurgeAsync(JournalRequest request)
    {
        (TimeSpan age, long before) = (RequestText.AgeOf(request), RequestText.DeletedOf(request));
        return before + await executions.PurgeInPartsAsync(
            age, (store, deleted) => store.ChangeRequest(request.Number, RequestText.OfAge(age, before + deleted)), null, _stop.Token).ConfigureAwait(false);
    }
}
