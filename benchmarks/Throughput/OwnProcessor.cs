using System.Globalization;
using System.Runtime.InteropServices;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// Gives the last processor to the calling thread, and the others to all other threads of the process, as long as it is held. Where the processors are busy with others' work, a thread
/// that is woken would else be put behind the one that wakes it. The collector's threads stay where the runtime has put them: while they run, the calling thread does not. Only on Linux, and
/// only where there are several processors; elsewhere it does nothing.
/// </summary>
internal sealed class OwnProcessor : IDisposable
{
    private static readonly ulong s_all = Environment.ProcessorCount < 64 ? (1UL << Environment.ProcessorCount) - 1 : 0;

    /// <summary>Takes the processor.</summary>
    public OwnProcessor()
    {
        StartPoolThreads();
        ulong last = (s_all + 1) >> 1;
        SetAll(s_all & ~last);
        Set(0, last);
    }

    public void Dispose() => SetAll(s_all);

    // A thread of the pool that the caller had to start would inherit the caller's processor, and stay behind it.
    private static void StartPoolThreads()
    {
        int count = 2 * Environment.ProcessorCount;
        ThreadPool.SetMinThreads(count, count);
        Barrier all = new(count + 1);
        for (int started = 0; started < count; started++)
            ThreadPool.UnsafeQueueUserWorkItem(static all => all.SignalAndWait(), all, preferLocal: false);
        all.SignalAndWait();
    }

    private static void SetAll(ulong processors)
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (string thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (!IsCollector(thread))
                Set(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), processors);
        }
    }

    // One a heap, each on a processor of its own: two on the same one would wait for each other, and all for them.
    private static bool IsCollector(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(".NET Server GC", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return false;
        }
    }

    // Who ends meanwhile isn't there any more; then the call fails, and nothing is lost.
    private static void Set(int thread, ulong processors)
    {
        if (OperatingSystem.IsLinux() && System.Numerics.BitOperations.PopCount(s_all) > 1)
            _ = SetAffinity(thread, sizeof(ulong), in processors);
    }

    // sched_setaffinity(2); thread 0 is the caller's.
    [DllImport("libc", EntryPoint = "sched_setaffinity")]
    private static extern int SetAffinity(int thread, nint size, in ulong processors);
}
