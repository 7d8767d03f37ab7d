using System.Globalization;
using System.Text.Json;

namespace Compiled.Benchmarks.Ratios;

/// <summary>
/// Measures each workload against its baselines in one process. Rounds alternate between all contenders, so that what disturbs the
/// machine disturbs them alike; a ratio is taken inside a round, and the median of the rounds is printed. Times are CPU time of the
/// process, garbage collection included, and slices last as long in CPU time: on a machine that others share, wall time would count their
/// work too, and warm up less the busier it is.
/// </summary>
internal static class RatioRunner
{
    private const int Rounds = 15;
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(60);
    // The JIT compiles a method three times, the second time to count what happens in it. Until the last one runs, the counting is measured.
    private const int WarmUpRounds = 4;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(1000);

    // Families of workloads with a line for all of them together, after the others.
    private static readonly (string Name, IReadOnlyList<Workload> Family)[] s_families =
        [("W7-geomean", ExpressionWorkloads.OnValues), ("W7-geomean-bytes", ExpressionWorkloads.OnBytes)];

    // What was measured against each workload's first baseline.
    private static readonly Dictionary<string, Row> s_rows = new(StringComparer.Ordinal);

    public static int Run(string? filter, TextWriter output)
    {
        output.WriteLine("workload baseline ours_ns baseline_ns ratio bytes_per_op");
        foreach (Workload workload in Taken(Workloads.All, filter))
        {
            if (!SameOutputs(workload, output))
                return 1;
            Measure(workload, output);
        }
        foreach ((string name, IReadOnlyList<Workload> family) in s_families)
            Summarise(name, [.. Taken(family, filter)], output);
        return 0;
    }

    private static IEnumerable<Workload> Taken(IReadOnlyList<Workload> workloads, string? filter) =>
        workloads.Where(workload => filter is null || workload.Name.Contains(filter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The geometric means of what was measured in one family, in the form of its lines.</summary>
    private static void Summarise(string name, Workload[] family, TextWriter output)
    {
        if (family.Length < 2)
            return;
        Row[] rows = [.. family.Select(workload => s_rows[workload.Name])];
        Write(new Row(name, family[0].Baselines[0].Name, Mean(row => row.Ours), Mean(row => row.Theirs), Mean(row => row.Ratio), rows.Average(row => row.Bytes)), output);

        double Mean(Func<Row, double> value) => Math.Exp(rows.Average(row => Math.Log(value(row))));
    }

    private static void Write(Row row, TextWriter output) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{row.Name} {row.Baseline} {row.Ours:F0} {row.Theirs:F0} {row.Ratio:F2} {row.Bytes:F0}"));

    private sealed record Row(string Name, string Baseline, double Ours, double Theirs, double Ratio, double Bytes);

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
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach (Contender contender in contenders)
                Slice(contender, s_warmUp);
        }
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
            Row row = new(workload.Name, contenders[c].Name, Median(times[0]), Median(times[c]), ratio, Median(bytes));
            s_rows.TryAdd(workload.Name, row);
            Write(row, output);
        }
    }

    private static (double Nanoseconds, double Bytes) Slice(Contender contender, TimeSpan duration)
    {
        long count = 0, batch = 1;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan before = Environment.CpuUsage.TotalTime, worked;
        do
        {
            for (long i = 0; i < batch; i++)
            {
                ValueTask run = contender.Run();
                if (run.IsCompletedSuccessfully)
                    continue;
                // The rest goes on where that one ends: to wake this thread for each would cost more than what is measured.
                RestAsync(run, contender, batch - i - 1).GetAwaiter().GetResult();
                break;
            }
            count += batch;
            batch = Math.Min(batch * 2, 1024);
            worked = Environment.CpuUsage.TotalTime - before;
        }
        while (worked < duration);
        double bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return (worked.TotalNanoseconds / count, bytes / count);
    }

    private static async Task RestAsync(ValueTask run, Contender contender, long left)
    {
        await run.ConfigureAwait(false);
        for (; left > 0; left--)
            await contender.Run().ConfigureAwait(false);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
