namespace Compiled.Events;

/// <summary>Delays before further attempts: 1 second, twice as long each time, at most a minute.</summary>
internal static class Backoff
{
    public static TimeSpan Of(int attempt) => TimeSpan.FromSeconds(attempt > 6 ? 60 : Math.Min(60, 1 << (attempt - 1)));
}
