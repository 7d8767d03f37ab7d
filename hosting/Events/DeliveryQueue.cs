using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Compiled.Events;

/// <summary>
/// Hands items on, one after the other and in order, tries each again when that fails, and gives it up in the end. It holds so many and no more: what comes when it is full is
/// dropped and counted.
/// </summary>
internal sealed class DeliveryQueue<T> : IAsyncDisposable
{
    private readonly Channel<(T Item, DateTimeOffset Added)> _items;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<T, CancellationToken, Task> _deliver;
    private readonly DeliveryOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _name;
    private readonly Task _work;
    private long _delivered, _dropped, _givenUp;

    /// <param name="name">What is delivered to, for logs.</param>
    /// <param name="deliver">Delivers one item; fails by throwing.</param>
    /// <param name="options">How often and how long.</param>
    /// <param name="time">The clock of delays.</param>
    /// <param name="logger">Where failures are told.</param>
    public DeliveryQueue(string name, Func<T, CancellationToken, Task> deliver, DeliveryOptions options, TimeProvider time, ILogger logger)
    {
        (_name, _deliver, _options, _time, _logger) = (name, deliver, options, time, logger);
        _items = Channel.CreateBounded<(T, DateTimeOffset)>(new BoundedChannelOptions(options.Capacity) { SingleReader = true });
        _work = Task.Run(WorkAsync);
    }

    public long Delivered => Interlocked.Read(ref _delivered);

    public long Dropped => Interlocked.Read(ref _dropped);

    public long GivenUp => Interlocked.Read(ref _givenUp);

    /// <summary>Adds an item; false when the queue is full or over, and the item is lost.</summary>
    public bool TryAdd(T item)
    {
        if (_items.Writer.TryWrite((item, _time.GetUtcNow())))
            return true;
        // Told once in a while: a full queue has thousands of these.
        long dropped = Interlocked.Increment(ref _dropped);
        if (dropped == 1 || dropped % 1000 == 0)
            DeliveryLog.Dropped(_logger, _name, dropped);
        return false;
    }

    /// <summary>Takes nothing more, and completes when what is there is delivered or given up.</summary>
    public Task DrainAsync()
    {
        _items.Writer.TryComplete();
        return _work;
    }

    /// <summary>Stops at once; what is there is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach ((T item, DateTimeOffset added) in _items.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
                await DeliverAsync(item, added).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // What is left is lost, as is said.
        }
    }

    private async Task DeliverAsync(T item, DateTimeOffset added)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await _deliver(item, _stop.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _delivered);
                return;
            }
            catch (Exception failure) when (!_stop.IsCancellationRequested)
            {
                TimeSpan delay = Backoff.Of(attempt);
                if (failure is DeliveryRefusedException || attempt >= _options.MostAttempts || _time.GetUtcNow() + delay - added > _options.LongestTime)
                {
                    Interlocked.Increment(ref _givenUp);
                    DeliveryLog.GivenUp(_logger, failure, _name, attempt);
                    return;
                }

                DeliveryLog.Failed(_logger, failure, _name, attempt, delay.TotalSeconds);
                await Task.Delay(delay, _time, _stop.Token).ConfigureAwait(false);
            }
        }
    }
}
