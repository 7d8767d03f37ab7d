using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// Which garbage collection the hosts run with: it is settled before a process begins, so the command runs itself again where it should be another. Server
/// garbage collection has a heap for each processor; with 64 MB of generation 0 on each it collects a few times a second, and not a hundred times.
/// </summary>
internal static class Collector
{
    public const string Server = "server", Given = "given";

    private const int YoungestMegabytes = 64;

    /// <summary>What the process runs under, in words.</summary>
    public static string Words
    {
        get
        {
            string size = Environment.GetEnvironmentVariable("DOTNET_GCgen0size") is { } hex
                && long.TryParse(hex.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? hex[2..] : hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long bytes)
                ? SliceLine.Number($", {bytes >> 20} MB of generation 0 a heap")
                : "";
            return $"{(GCSettings.IsServerGC ? Server : "workstation")} garbage collection{size}";
        }
    }

    /// <summary>Runs the command in a process with server garbage collection; gives its exit code.</summary>
    public static async Task<int> RunWithServersAsync(string[] arguments)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(Collector).Assembly.Location);
        foreach (string argument in (string[])["throughput", .. arguments, "--collector", Given])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_gcServer"] = "1";
        // All heaps from the start: the collector would else begin with one and add others as it sees need.
        start.Environment["DOTNET_GCDynamicAdaptationMode"] = "0";
        // Memory that was given back has to be cleared by the system when it is taken again: 10 us for whoever happens to touch it.
        start.Environment["DOTNET_GCRetainVM"] = "1";
        start.Environment["DOTNET_GCgen0size"] = (YoungestMegabytes << 20).ToString("x", CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
