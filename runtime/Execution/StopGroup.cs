using System.Runtime.CompilerServices;

namespace Compiled.Execution;

/// <summary>
/// Executions that are stopped together. Only those are in it that wait for something: a cancellation token would be linked and registered for each execution, under a lock that all
/// threads share.
/// </summary>
internal sealed class StopGroup
{
    // So many locks, so that threads seldom meet.
    private const int Stripes = 16;

    private readonly HashSet<IDriver>[] _drivers = [.. Enumerable.Range(0, Stripes).Select(static _ => new HashSet<IDriver>())];
    private volatile bool _isStopped;

    public bool IsStopped => _isStopped;

    public int Count => _drivers.Sum(static stripe =>
    {
        lock (stripe)
            return stripe.Count;
    });

    public void Add(IDriver driver)
    {
        HashSet<IDriver> stripe = StripeOf(driver);
        lock (stripe)
            stripe.Add(driver);
        if (_isStopped)
            driver.Stop();
    }

    public void Remove(IDriver driver)
    {
        HashSet<IDriver> stripe = StripeOf(driver);
        lock (stripe)
            stripe.Remove(driver);
    }

    /// <summary>Stops those that are in it, and those that come.</summary>
    public void Stop()
    {
        _isStopped = true;
        foreach (HashSet<IDriver> stripe in _drivers)
        {
            IDriver[] drivers;
            lock (stripe)
                drivers = [.. stripe];
            foreach (IDriver driver in drivers)
                driver.Stop();
        }
    }

    private HashSet<IDriver> StripeOf(IDriver driver) => _drivers[RuntimeHelpers.GetHashCode(driver) % Stripes];
}
