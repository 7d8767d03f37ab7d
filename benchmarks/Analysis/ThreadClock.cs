using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Compiled.Benchmarks.Analysis;

/// <summary>
/// The processor time that the calling thread has used. A few milliseconds of one thread are lost in what all threads of a process use, the JIT's among them.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>The time so far; where the system has no such clock, time that has gone by.</summary>
    public static TimeSpan Now => OperatingSystem.IsLinux() && Read(ThreadCpuTime, out Reading reading) == 0
        ? TimeSpan.FromSeconds(reading.Seconds) + TimeSpan.FromTicks(reading.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);

    // clock_gettime(3) of Linux; both fields are as wide as a pointer.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int Read(int clock, out Reading reading);

    private readonly struct Reading
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
