namespace Compiled.Benchmarks.Baselines;

/// <summary>A clock whose delays are over at once.</summary>
internal sealed class Clock
{
    public TimeSpan Elapsed { get; private set; }

    public ValueTask Delay(TimeSpan delay, CancellationToken cancellationToken)
    {
        Elapsed += delay;
        return default;
    }
}
