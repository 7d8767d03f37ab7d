using System.Diagnostics;

namespace Compiled.Hosting;

/// <summary>
/// Whether a worker that finds nothing looks on before it gives its thread back. To wake a thread costs more than a short workflow, and milliseconds where the processors are busy with
/// others' work; to look on costs a processor. So it is done where starts come so close together that it was worth it the last times, and by one worker at a time.
/// </summary>
internal sealed class Patience
{
    // About what parking a thread and waking it costs on a machine at rest.
    private static readonly long s_longest = Stopwatch.Frequency / 1_000_000 * 20;

    private const int MostWorth = 32;

    // A look that found something is worth as many that did not.
    private const int Found = 4;

    // Once it isn't worth it, one of so many is tried, to find out when that changes.
    private const int Tries = 32;

    // Only the one who looks writes them.
    private int _worth = MostWorth, _skipped;
    private int _isLooking;

    /// <summary>A worker looks on, and sees what is added.</summary>
    public bool IsLooking => Volatile.Read(ref _isLooking) != 0;

    /// <summary>Looks on until there is work, or as long as it is worth it.</summary>
    /// <returns>There is work.</returns>
    public bool Look(ExpressWorkers workers)
    {
        if (Environment.ProcessorCount == 1 || Interlocked.Exchange(ref _isLooking, 1) != 0)
            return false;
        bool isFound = workers.HasWork;
        if (!isFound && (_worth > 0 || ++_skipped % Tries == 0))
        {
            long began = Stopwatch.GetTimestamp();
            // Never by handing the processor over: whoever gets it may keep it for milliseconds.
            while (!(isFound = workers.HasWork) && Stopwatch.GetTimestamp() - began < s_longest)
                Thread.SpinWait(4);
            _worth = isFound ? Math.Min(_worth + Found, MostWorth) : Math.Max(_worth - 1, 0);
        }

        // A full fence. Who adds after it wakes a worker; what was added before, this one sees when it looks once more.
        Interlocked.Exchange(ref _isLooking, 0);
        return isFound;
    }
}
