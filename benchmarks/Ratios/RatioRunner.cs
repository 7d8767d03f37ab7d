using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Compiled.Benchmarks.Ratios;

/// <summary>
/// Measures each workload against its baselines in one process. Rounds alternate between all contenders, so that what disturbs the
/// machine disturbs them alike; a ratio is taken inside a round, and the median of the rounds is printed. Times are CPU time of the
/// process, garbage collection included: on a machine that others share, wall time would count their work too.
/// </summary>
internal static class RatioRunner
{
    private const int Rounds = 15;
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(1200);

    public static int Run(string? filter, TextWriter output)
    {
        output.WriteLine("workload baseline ours_ns baseline_ns ratio bytes_per_op");
        foreach (Workload workload in Workloads.All)
        {
            if (filter is not null && !workload.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                continue;
            if (!SameOutputs(workload, output))
                return 1;
            Measure(workload, output);
        }
        return 0;
    }

    private static bool SameOutputs(Workload workload, TextWriter output)
    {
        foreach (Contender contender in workload.Baselines.Prepend(workload.Ours))
            contender.Run().AsTask().GetAwaiter().GetResult();
        using JsonDocument ours = JsonDocument.Parse(workload.Ours.Output());
        foreach (Contender baseline in workload.Baselines)
        {
            using JsonDocument theirs = JsonDocument.Parse(baseline.Output());
            if (JsonElement.DeepEquals(ours.RootElement, theirs.RootElement))
                continue;
            output.WriteLine($"{workload.Name}: '{baseline.Name}' gives {theirs.RootElement.GetRawText()}, ours gives {ours.RootElement.GetRawText()}");
            return false;
        }
        return true;
    }

    private static void Measure(Workload workload, TextWriter output)
    {
        Contender[] contenders = [workload.Ours, .. workload.Baselines];
        foreach (Contender contender in contenders)
            Slice(contender, s_warmUp);
        var times = contenders.Select(_ => new double[Rounds]).ToArray();
        var bytes = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                // Each round starts with another contender, so none always follows the same neighbour.
                int c = (i + round) % contenders.Length;
                (times[c][round], double allocated) = Slice(contenders[c], s_slice);
                if (c == 0)
                    bytes[round] = allocated;
            }
        }
        for (int c = 1; c < contenders.Length; c++)
        {
            double ratio = Median([.. times[0].Zip(times[c], (ours, theirs) => ours / theirs)]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{workload.Name} {contenders[c].Name} {Median(times[0]):F0} {Median(times[c]):F0} {ratio:F2} {Median(bytes):F0}"));
        }
    }

    private static (double Nanoseconds, double Bytes) Slice(Contender contender, TimeSpan duration)
    {
        long count = 0, batch = 1;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        do
        {
            for (long i = 0; i < batch; i++)
            {
                ValueTask run = contender.Run();
                if (!run.IsCompletedSuccessfully)
                    run.AsTask().GetAwaiter().GetResult();
            }
            count += batch;
            batch = Math.Min(batch * 2, 1024);
        }
        while (Stopwatch.GetElapsedTime(start) < duration);
        worked = Environment.CpuUsage.TotalTime - worked;
        double bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return (worked.TotalNanoseconds / count, bytes / count);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
