using System.Globalization;

namespace Compiled.Benchmarks.Throughput;

/// <summary>
/// How many executions an Express host runs. Two hosts, one of a single worker and one of all, are kept full in turns, so that what disturbs the machine disturbs both; then starts are
/// offered at equal distances, below saturation, for the latencies.
/// </summary>
internal static class ThroughputBenchmark
{
    private const int Rounds = 10;

    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        if (ThroughputOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine(ThroughputOptions.Usage);
            return 2;
        }

        HostedWorkload workload = HostedWorkload.All.Single(workload => workload.Name == options.Workload);
        int transitions = await workload.CountTransitionsAsync();
        // Whoever offers starts at equal distances has a processor to itself, as clients on another machine have: the host has the others.
        int others = Math.Max(1, options.Workers - 1);
        await using Load single = new(workload, 1), all = new(workload, options.Workers), paced = new(workload, others);
        TimeSpan slice = TimeSpan.FromSeconds(options.Seconds / 2 / Rounds);
        foreach (Load load in (Load[])[single, all, single, all])
            load.Fill(TimeSpan.FromSeconds(1));
        Slice[] singles = new Slice[Rounds], alls = new Slice[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            // Each goes first in half of the rounds.
            if (round % 2 == 0)
                singles[round] = single.Fill(slice);
            alls[round] = all.Fill(slice);
            if (round % 2 == 1)
                singles[round] = single.Fill(slice);
        }

        double perWorker = Median(singles, static each => each.PerSecond);
        output.WriteLine($"workload {workload.Name}, {transitions} transitions an execution, {GcWords()}");
        output.WriteLine("host workers starts/s transitions/s cpu_us bytes p50_us p99_us p99.9_us gc0 gc1 gc2");
        Write("full", 1, singles, transitions, output);
        Write("full", options.Workers, alls, transitions, output);
        double offered = options.Load * perWorker * others;
        paced.Pace(TimeSpan.FromSeconds(1), offered);
        Write(Number($"paced-at-{offered:F0}"), others, [paced.Pace(slice * 4, offered)], transitions, output);
        double wall = Ratio(alls, singles, static each => each.PerSecond), processor = Ratio(singles, alls, static each => each.Each.TotalMicroseconds);
        output.WriteLine(Number($"scaling {wall:F2} of one worker, {wall / options.Workers:F2} of {options.Workers}; by processor time of an execution {processor:F2} of {options.Workers}"));
        return 0;
    }

    private static void Write(string host, int workers, Slice[] slices, int transitions, TextWriter output)
    {
        LatencyHistogram latencies = new();
        foreach (Slice each in slices)
            latencies.Add(each.Latencies);
        double rate = Median(slices, static each => each.PerSecond);
        int[] collections = [.. Enumerable.Range(0, 3).Select(generation => slices.Sum(each => each.Collections[generation]))];
        output.WriteLine(Number(
            $"{host} {workers} {rate:F0} {rate * transitions:F0} {Median(slices, static each => each.Each.TotalMicroseconds):F2} {Median(slices, static each => each.BytesEach):F0} {At(0.5):F1} {At(0.99):F1} {At(0.999):F1} {collections[0]} {collections[1]} {collections[2]}"));

        double At(double share) => latencies.At(share).TotalMicroseconds;
    }

    // Taken inside each round, so that the machine was the same for both.
    private static double Ratio(Slice[] above, Slice[] below, Func<Slice, double> value)
        => Median([.. above.Zip(below, (upper, lower) => value(upper) / value(lower))]);

    private static double Median(Slice[] slices, Func<Slice, double> value) => Median([.. slices.Select(value)]);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string GcWords() => $"{(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} garbage collection";

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
