using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Compiled.Benchmarks.ColdStart;

/// <summary>A program that was published.</summary>
/// <param name="Path">Its executable.</param>
internal sealed partial record PublishedProgram(string Path)
{
    /// <summary>What its folder takes.</summary>
    public long Bytes => Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!).Where(static file => !file.EndsWith(".dbg", StringComparison.Ordinal) && !file.EndsWith(".pdb", StringComparison.Ordinal)).Sum(static file => new FileInfo(file).Length);

    public ProcessRun Run(string input)
    {
        TimeSpan before = Children();
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(Path, [input]) { RedirectStandardOutput = true })!;
        Stream output = process.StandardOutput.BaseStream;
        using MemoryStream written = new();
        int first = output.ReadByte();
        TimeSpan time = Stopwatch.GetElapsedTime(began);
        if (first >= 0)
            written.WriteByte((byte)first);
        output.CopyTo(written);
        process.WaitForExit();
        return process.ExitCode == 0
            ? new ProcessRun(written.ToArray(), time, Children() - before)
            : throw new InvalidOperationException($"'{Path}' ended with {process.ExitCode}.");
    }

    // Of all children that have ended and were waited for; zero where the system can't tell.
    private static TimeSpan Children()
    {
        if (!OperatingSystem.IsLinux())
            return TimeSpan.Zero;
        long[] usage = new long[18];
        const int ofChildren = -1;
        return GetUsage(ofChildren, usage) == 0 ? new TimeSpan((usage[0] + usage[2]) * TimeSpan.TicksPerSecond + (usage[1] + usage[3]) * TimeSpan.TicksPerMicrosecond) : TimeSpan.Zero;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
