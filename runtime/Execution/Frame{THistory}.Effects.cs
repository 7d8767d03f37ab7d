using Compiled.Expressions;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Asking for what only the outside can do.</summary>
public abstract partial class Frame<THistory>
{
    /// <summary>Has a task done. 0 seconds and missing credentials mean that the definition sets none.</summary>
    protected Next Call(int state, JsonValue arguments, long timeoutSeconds, long heartbeatSeconds, JsonValue credentials)
    {
        if (KernelFaults.SizeFault(in arguments, Execution.Machine.StateTable[state].Name) is { } tooLarge)
            return Fail(tooLarge);
        Arguments = arguments;
        SetLimits(timeoutSeconds, heartbeatSeconds, in credentials);
        IsSubmitted = false;
        StateInfo info = Execution.Machine.StateTable[state];
        if (info.HasToken)
            _ = Token;
        Execution.Schedule(this, info);
        return Begin(Next.Call);
    }

    /// <summary>
    /// Waits before the next attempt: <c>interval × backoff^attempt</c> seconds, at most <paramref name="maxDelaySeconds"/> (0: no
    /// maximum); full jitter takes a random part of it. L-337.
    /// </summary>
    protected Next Retry(int attempt, int intervalSeconds, double backoffRate, int maxDelaySeconds, bool fullJitter)
    {
        double delay = RetryDelay.Seconds(attempt, intervalSeconds, backoffRate, maxDelaySeconds, fullJitter ? Execution.Random.NextDouble() : 1);
        SetDelay(delay, default, isRetry: true);
        FanFailed = false;
        Fan = null;
        KeepMapRun(null);
        TaskToken = null;
        Retries++;
        return Begin(Next.Wait);
    }

    /// <summary>Begins to wait; false when there is nothing to wait for. Return <see cref="Next.Wait"/> when true.</summary>
    protected bool StartWait(long seconds) => StartWait((double)seconds);

    /// <summary>Begins to wait; false when there is nothing to wait for. Return <see cref="Next.Wait"/> when true.</summary>
    protected bool StartWait(double seconds)
    {
        if (seconds <= 0)
            return false;
        SetDelay(seconds, default, isRetry: false);
        Begin(Next.Wait);
        return true;
    }

    /// <summary>Begins to wait for a time; false when it is over. Return <see cref="Next.Wait"/> when true.</summary>
    protected bool StartWaitUntil(DateTimeOffset time)
    {
        if (time <= Execution.Now)
            return false;
        SetDelay(0, time, isRetry: false);
        Begin(Next.Wait);
        return true;
    }

    /// <summary>Starts the items of a Map; <paramref name="maxConcurrency"/> 0 runs up to 40 at once (L-285).</summary>
    protected Next StartMap(int state, JsonValue items, int maxConcurrency)
    {
        Fan = new Fan<THistory>(this, state, in items, maxConcurrency);
        Tip = Execution.Record(HistoryEventType.MapStateStarted, Tip, default, number: Fan.Count);
        return Next.Fan;
    }

    /// <summary>Starts the branches of a Parallel, each with the same input.</summary>
    protected Next StartParallel(int state, int branches, JsonValue input)
    {
        Fan = new Fan<THistory>(this, state, branches, in input);
        Tip = Execution.Record(HistoryEventType.ParallelStateStarted, Tip, default);
        return Next.Fan;
    }

    internal Next Begin(Next kind)
    {
        Effect = ++Execution.Effects;
        EffectKind = kind;
        if (THistory.IsOn)
            EffectTicks = Execution.Now.UtcTicks;
        return kind;
    }
}
