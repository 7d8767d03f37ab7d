using System.Runtime.ExceptionServices;
using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.MapRuns.Objects;
using Compiled.MapRuns.Readers;
using Compiled.MapRuns.Writers;
using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>The work of a run from its start to its end: one flow of control, which the children's ends wake.</summary>
internal sealed class MapRunWork(MapRun run, CancellationToken cancellationToken)
{
    private readonly MapRunRequest _request = run.Request;
    private readonly ClockGate? _gate = run.Options.Gate;
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _running;
    private bool _isAllRead;

    public async ValueTask<JsonValue> RunAsync()
    {
        using (_stop)
        {
            try
            {
                if (_request.Settings.Refusal is { } refusal)
                    throw new MapRunException(refusal);
                await using IResults results = _request.Settings.Writer is { Exports: true }
                    ? new ExportedResults(_request, run.Options.ObjectStore)
                    : new StateResults(_request);
                return await RunAsync(results).ConfigureAwait(false);
            }
            catch (MapRunException exception)
            {
                return JsonValue.Failure(exception.Fault);
            }
        }
    }

    private async ValueTask<JsonValue> RunAsync(IResults results)
    {
        IAsyncEnumerable<MapItem> items = ItemSource.ReadAsync(_request.Settings, run.Options.ObjectStore, cancellationToken);
        await using IAsyncEnumerator<MapRunChild> children = new ChildInputs(_request).ReadAsync(items, cancellationToken).GetAsyncEnumerator(cancellationToken);
        MapRunException? failure = null;
        try
        {
            await ProcessAsync(children, results).ConfigureAwait(false);
        }
        catch (MapRunException exception)
        {
            failure = exception;
        }
        finally
        {
            await StopAsync(results, failure).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not null && failure.Fault.Error != StatesErrors.ExceedToleratedFailureThreshold)
            return JsonValue.Failure(failure.Fault);
        if (failure is not null && results.KeepsPending)
            await WritePendingAsync(children, results).ConfigureAwait(false);
        JsonValue result = await CompleteAsync(results).ConfigureAwait(false);
        return failure is null ? result : JsonValue.Failure(failure.Fault);
    }

    private async ValueTask ProcessAsync(IAsyncEnumerator<MapRunChild> children, IResults results)
    {
        for (; ; )
        {
            while (!_isAllRead && _running < run.MaxConcurrency)
            {
                if (await NextAsync(children).ConfigureAwait(false))
                    await StartAsync(children.Current, results).ConfigureAwait(false);
                else
                    _isAllRead = true;
                await TakeAsync(results, judges: true).ConfigureAwait(false);
            }

            Judge();
            if (_running == 0)
                return;
            await WaitAsync().ConfigureAwait(false);
            await TakeAsync(results, judges: true).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<MapRunChild> children)
    {
        try
        {
            if (!await children.MoveNextAsync().ConfigureAwait(false))
                return false;
        }
        catch (Exception exception) when (exception is ObjectStoreException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw Failures.Reader(exception.Message);
        }

        run.Items.Read(children.Current.ItemCount);
        run.Executions.Read(1);
        return true;
    }

    private async ValueTask StartAsync(MapRunChild child, IResults results)
    {
        run.Items.Started(child.ItemCount);
        run.Executions.Started(1);
        if (run.Options.Finished is { } finished && finished.TryGetValue(child.Index, out MapRunOutcome? before))
        {
            await EndAsync(child, before, results, judges: true).ConfigureAwait(false);
            return;
        }

        // The child's own share in holding the clock: given back when its end has been taken.
        _gate?.Enter();
        _running++;
        ValueTask<MapRunOutcome> outcome = run.Options.Children.RunAsync(child, _stop.Token);
        if (outcome.IsCompletedSuccessfully)
            run.Completions.Add(new MapRunCompletion(child, outcome.Result, null));
        else
            _ = ObserveAsync(child, outcome);
    }

    private async Task ObserveAsync(MapRunChild child, ValueTask<MapRunOutcome> outcome)
    {
        MapRunCompletion completion;
        try
        {
            completion = new MapRunCompletion(child, await outcome.ConfigureAwait(false), null);
        }
        catch (Exception bug)
        {
            completion = new MapRunCompletion(child, null, bug);
        }

        run.Completions.Add(completion);
    }

    private async ValueTask WaitAsync()
    {
        if (!run.Completions.MustWait(out ValueTask wait))
            return;
        // Who ends the wait enters for this run again.
        _gate?.Leave();
        await wait.ConfigureAwait(false);
    }

    private async ValueTask TakeAsync(IResults results, bool judges)
    {
        while (run.Completions.TryTake(out MapRunCompletion? completion))
        {
            // Somebody changed the limits: there is nothing to take, only to look again.
            if (completion is null)
                continue;
            _running--;
            _gate?.Leave();
            if (completion.Bug is { } bug)
                ExceptionDispatchInfo.Throw(bug);
            await EndAsync(completion.Child, completion.Outcome!, results, judges).ConfigureAwait(false);
        }
    }

    private async ValueTask EndAsync(MapRunChild child, MapRunOutcome outcome, IResults results, bool judges)
    {
        run.Items.Ended(outcome.Status, child.ItemCount);
        run.Executions.Ended(outcome.Status, 1);
        if (cancellationToken.IsCancellationRequested)
            return;
        long before = results.Written;
        await WritingAsync(results.AddAsync(child, outcome, cancellationToken)).ConfigureAwait(false);
        if (results.Written > before)
        {
            run.Items.Written(child.ItemCount);
            run.Executions.Written(1);
        }

        if (judges)
            Judge();
    }

    private void Judge()
    {
        long? most = _isAllRead ? run.Items.Total : ItemSource.MostItems(_request.Settings);
        if (run.Tolerance.IsExceeded(run.Items.Unsuccessful, most))
            throw new MapRunException(Faults.ToleratedFailuresExceeded());
    }

    /// <summary>Stops the children that still run, and takes their ends.</summary>
    private async ValueTask StopAsync(IResults results, MapRunException? failure)
    {
        if (_running == 0)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        bool writes = failure?.Fault.Error == StatesErrors.ExceedToleratedFailureThreshold;
        while (_running > 0)
        {
            await WaitAsync().ConfigureAwait(false);
            await TakeAsync(writes ? results : new StateResults(_request), judges: false).ConfigureAwait(false);
        }
    }

    // AWS lists what it did not start too, as a redrive would begin there.
    private async ValueTask WritePendingAsync(IAsyncEnumerator<MapRunChild> children, IResults results)
    {
        while (!_isAllRead && await NextAsync(children).ConfigureAwait(false))
        {
            await WritingAsync(results.AddPendingAsync(children.Current, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async ValueTask<JsonValue> CompleteAsync(IResults results)
    {
        JsonValue result = default;
        await WritingAsync(CompleteAsync()).ConfigureAwait(false);
        return result;

        async ValueTask CompleteAsync() => result = await results.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask WritingAsync(ValueTask written)
    {
        try
        {
            await written.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ObjectStoreException or IOException or UnauthorizedAccessException)
        {
            throw ExportedResults.Failure(exception.Message);
        }
    }
}
