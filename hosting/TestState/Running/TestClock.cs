using Compiled.Execution;
using Compiled.Testing;

namespace Compiled.TestState.Running;

/// <summary>The time that a test may take: five minutes from its start, on the options' clock.</summary>
internal sealed class TestClock(TimeProvider time)
{
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _end = time.GetUtcNow() + s_most;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What is left.</summary>
    public TimeSpan Left => _end > Now ? _end - Now : TimeSpan.Zero;

    /// <summary>Waits as a Wait state does; false when the test's time was over before.</summary>
    public async Task<bool> WaitAsync(Frame frame, CancellationToken cancellationToken)
    {
        TimeSpan left = Left;
        TimeSpan wait = frame.WaitUntil != default ? frame.WaitUntil - Now : frame.DelaySeconds < left.TotalSeconds ? TimeSpan.FromSeconds(frame.DelaySeconds) : TimeSpan.MaxValue;
        bool isInTime = wait <= left;
        Task over = Task.Delay(isInTime ? wait < TimeSpan.Zero ? TimeSpan.Zero : wait : left, time, cancellationToken);
        await UntilAsync(over, ownTimers: 0).ConfigureAwait(false);
        await over.ConfigureAwait(false);
        return isInTime;
    }

    /// <summary>Whether a task ends within a time.</summary>
    public async Task<bool> EndsWithinAsync(Task work, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
            return true;
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<Task> first = Task.WhenAny(work, Task.Delay(limit, time, over.Token));
        await UntilAsync(first, ownTimers: 1).ConfigureAwait(false);
        bool isInTime = await first.ConfigureAwait(false) == work;
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return isInTime;
    }

    // A virtual clock that goes by itself is moved by whoever waits, when a handler sleeps on it too.
    private async Task UntilAsync(Task task, int ownTimers)
    {
        if (time is not VirtualTimeProvider { AutoAdvance: true } clock)
            return;
        while (!task.IsCompleted)
        {
            if (clock.Sleepers <= ownTimers || !clock.AdvanceToNextTimer())
                await Task.WhenAny(task, Task.Delay(1)).ConfigureAwait(false);
            await Task.Yield();
        }
    }
}
