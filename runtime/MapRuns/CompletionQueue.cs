using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Sources;

namespace Compiled.MapRuns;

/// <summary>
/// What was completed, for one taker. Who adds while the taker waits runs him on at once: on a virtual clock everything that follows from a moment
/// must have happened before the clock goes on.
/// </summary>
/// <param name="woken">Called by who ends a wait, before the taker goes on, which he may do only later and on another thread.</param>
internal sealed class CompletionQueue<T>(Action? woken = null) : IValueTaskSource
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = new();
    private ManualResetValueTaskSourceCore<bool> _source;
    private bool _isAwaited;

    public void Add(T item)
    {
        bool wakes;
        lock (_lock)
        {
            _items.Enqueue(item);
            wakes = _isAwaited;
            _isAwaited = false;
        }

        if (!wakes)
            return;
        woken?.Invoke();
        _source.SetResult(true);
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_lock)
            return _items.TryDequeue(out item);
    }

    /// <summary>Gives a wait that ends when there is something to take; false when there is by now.</summary>
    public bool MustWait(out ValueTask wait)
    {
        wait = default;
        lock (_lock)
        {
            if (_items.Count > 0)
                return false;
            _source.Reset();
            _isAwaited = true;
            wait = new ValueTask(this, _source.Version);
            return true;
        }
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _source.OnCompleted(continuation, state, token, flags);
}
