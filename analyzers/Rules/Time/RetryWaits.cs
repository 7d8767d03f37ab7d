using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>Adds up the delays of a retrier. FEATURES L-337.</summary>
internal static class RetryWaits
{
    // After so many the delay has grown past every limit, or grows so slowly that the rest may be counted as equal.
    private const int MostSteps = 1024;

    /// <summary>The least time in seconds that all attempts of the retrier wait; 0 where jitter may shorten any of them.</summary>
    public static double Total(Retrier retrier)
    {
        if (retrier.FullJitter)
            return 0;
        double longest = retrier.MaxDelaySeconds ?? double.MaxValue;
        double delay = Math.Min(retrier.IntervalSeconds, longest);
        double total = 0;
        int left = retrier.MaxAttempts;
        for (int step = 0; step < MostSteps && left > 0; step++, left--)
        {
            if (delay >= longest || retrier.BackoffRate <= 1)
                break;
            total += delay;
            if (total > TimeLimits.Standard)
                return total;
            delay = Math.Min(delay * retrier.BackoffRate, longest);
        }
        return total + (left * delay);
    }
}
