using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Events.Schedules;

/// <summary>
/// Does things at the times of their schedules, each one after the other and at least once. Any thread may add and remove.
/// </summary>
/// <param name="store">What happened before; kept in memory unless said.</param>
/// <param name="timeProvider">The clock and the timers; the system's unless said.</param>
/// <param name="logger">Where failures are logged; nowhere unless said.</param>
public sealed class Scheduler(IScheduleStore? store = null, TimeProvider? timeProvider = null, ILogger? logger = null) : IAsyncDisposable
{
    // AWS's schedules are as precise as this: what is later was missed.
    private static readonly TimeSpan s_precision = TimeSpan.FromMinutes(1);

    // Longer times can't be waited for in one piece, and a clock that is set should be noticed.
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromHours(1);

    private readonly IScheduleStore _store = store ?? new ScheduleMemory();
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly ConcurrentDictionary<string, Running> _running = new(StringComparer.Ordinal);
    private bool _isDisposed;

    /// <summary>The names of what is scheduled and has a time to come.</summary>
    public IReadOnlyCollection<string> Names => [.. _running.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds an action, in place of one of the same name, which does what it is at to its end.</summary>
    public void Put(ScheduledAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Remove(action.Name);
        Running running = new();
        _running[action.Name] = running;
        running.Work = RunAsync(action, running);
    }

    /// <summary>Takes an action away; false when there is none of that name.</summary>
    public bool Remove(string name)
    {
        if (!_running.TryRemove(name, out Running? running))
            return false;
        running.Waiting.Cancel();
        return true;
    }

    /// <summary>The next time of an action; null when there is none.</summary>
    public DateTimeOffset? NextOf(string name) => _running.TryGetValue(name, out Running? running) ? running.Next : null;

    /// <summary>Stops, and cancels what is being done.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        Running[] all = [.. _running.Values];
        _running.Clear();
        foreach (Running running in all)
        {
            await running.Waiting.CancelAsync().ConfigureAwait(false);
            await running.Working.CancelAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(all.Select(static running => running.Work)).ConfigureAwait(false);
    }

    private async Task RunAsync(ScheduledAction action, Running running)
    {
        try
        {
            DateTimeOffset last = _store.LastOf(action.Name) ?? action.Start.AddTicks(-1);
            while (Due(action, ref last) is { } next)
            {
                running.Next = next;
                for (TimeSpan left; (left = next - _time.GetUtcNow()) > TimeSpan.Zero;)
                    await Task.Delay(left < s_longestDelay ? left : s_longestDelay, _time, running.Waiting.Token).ConfigureAwait(false);
                running.Waiting.Token.ThrowIfCancellationRequested();
                await DoAsync(action, next, running.Working.Token).ConfigureAwait(false);
                last = next;
            }

            _running.TryRemove(new KeyValuePair<string, Running>(action.Name, running));
        }
        catch (OperationCanceledException)
        {
            // Removed, or the whole scheduler is over.
        }
        catch (Exception bug)
        {
            SchedulerLog.Broken(_logger, bug, action.Name);
            _running.TryRemove(new KeyValuePair<string, Running>(action.Name, running));
        }
    }

    // The next time that is to happen, after those that were missed.
    private DateTimeOffset? Due(ScheduledAction action, ref DateTimeOffset last)
    {
        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset? next = NextAfter(action, last);
        if (action.Missed == MissedOccurrences.All || next is null || now - next <= s_precision)
            return next;
        DateTimeOffset? missed = next;
        // A schedule of every minute that rested for a year has half a million of them; the last is near.
        for (TimeSpan back = s_precision; now - back > next; back *= 2)
        {
            if (NextAfter(action, now - back) is { } near && near <= now)
            {
                next = near;
                break;
            }
        }

        for (; next <= now; next = NextAfter(action, next.Value))
            missed = next;
        bool isLate = now - missed > s_precision;
        if (!isLate)
            return missed;
        SchedulerLog.Missed(_logger, action.Name, missed!.Value, action.Missed == MissedOccurrences.Once);
        last = missed.Value;
        return action.Missed == MissedOccurrences.Once ? missed : next;
    }

    private static DateTimeOffset? NextAfter(ScheduledAction action, DateTimeOffset after)
        => action.Schedule.Next(after, action.Start) is { } next && !(next > action.End) ? next : null;

    private async Task DoAsync(ScheduledAction action, DateTimeOffset time, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await action.Do(new Occurrence(action.Name, time, attempt), cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt > action.MostRetries)
                {
                    SchedulerLog.GivenUp(_logger, failure, action.Name, time, attempt);
                    break;
                }

                SchedulerLog.Failed(_logger, failure, action.Name, time, attempt);
            }

            await Task.Delay(Backoff.Of(attempt), _time, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            _store.Done(action.Name, time);
        }
        catch (Exception failure)
        {
            SchedulerLog.NotKept(_logger, failure, action.Name, time);
        }
    }

    private sealed class Running
    {
        public CancellationTokenSource Waiting { get; } = new();

        public CancellationTokenSource Working { get; } = new();

        public DateTimeOffset? Next { get; set; }

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
