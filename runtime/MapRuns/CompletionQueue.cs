using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Sources;

namespace Compiled.MapRuns;

/// <summary>
/// What was completed, for one taker. Who adds while the taker waits runs him on at once: on a virtual clock everything that follows from a moment
/// must have happened before the clock goes on.
/// </summary>
internal sealed class CompletionQueue<T> : IValueTaskSource
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

        if (wakes)
            _source.SetResult(true);
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_lock)
            return _items.TryDequeue(out item);
    }

    /// <summary>Completes when there is something to take.</summary>
    public ValueTask WaitAsync()
    {
        lock (_lock)
        {
            if (_items.Count > 0)
                return ValueTask.CompletedTask;
            _source.Reset();
            _isAwaited = true;
            return new ValueTask(this, _source.Version);
        }
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _source.OnCompleted(continuation, state, token, flags);
}
