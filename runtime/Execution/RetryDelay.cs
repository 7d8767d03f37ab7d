namespace Compiled.Execution;

/// <summary>How long a retrier waits before another attempt. L-337.</summary>
internal static class RetryDelay
{
    /// <summary><c>interval × backoff^attempt</c> seconds, at most <paramref name="maxDelaySeconds"/> (0: no maximum), and of that a part.</summary>
    /// <param name="attempt">How often the retrier retried before.</param>
    /// <param name="intervalSeconds">The first delay.</param>
    /// <param name="backoffRate">By what each further delay is longer.</param>
    /// <param name="maxDelaySeconds">The longest delay; 0 for none.</param>
    /// <param name="part">1, or with full jitter a random number below it.</param>
    public static double Seconds(int attempt, int intervalSeconds, double backoffRate, int maxDelaySeconds, double part)
    {
        // Most tasks succeed soon, and a power takes longer than all else here.
        double delay = attempt switch
        {
            0 => intervalSeconds,
            1 => intervalSeconds * backoffRate,
            _ => intervalSeconds * Math.Pow(backoffRate, attempt),
        };
        if (maxDelaySeconds > 0)
            delay = Math.Min(delay, maxDelaySeconds);
        // L-258: nothing waits longer than this; without the bound a back-off could pass any date.
        return Math.Min(delay * part, int.MaxValue);
    }
}
