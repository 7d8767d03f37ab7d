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

        if (options.Collector == Collector.Server)
            return await Collector.RunWithServersAsync(arguments);
        HostedWorkload workload = HostedWorkload.All.Single(workload => workload.Name == options.Workload);
        int transitions = await workload.CountTransitionsAsync();
        output.WriteLine($"workload {workload.Name}, {transitions} transitions an execution, {Collector.Words}");
        output.WriteLine("what workers starts/s transitions/s cpu_us bytes p50_us p99_us p99.9_us gc0 gc1 gc2 gc_ms");
        TimeSpan slice = TimeSpan.FromSeconds(options.Seconds / 4 / Rounds);
        await using Load single = new(workload, 1), all = new(workload, options.Workers);
        // The controls are as many threads and no host.
        Rates hosts = new("host", 1, options.Workers, single.Fill, all.Fill), loops = new("loops", 1, options.Workers, new Loops(workload, 1).Fill, new Loops(workload, options.Workers).Fill);
        foreach (Rates rates in (Rates[])[hosts, loops])
            rates.WarmUp();
        for (int round = 0; round < Rounds; round++)
        {
            hosts.Round(round, slice);
            loops.Round(round, slice);
        }

        foreach (Rates rates in (Rates[])[hosts, loops])
            rates.Write(transitions, output);
        await PaceAsync(workload, options, transitions, hosts.PerWorker, slice * 4, output);
        foreach (Rates rates in (Rates[])[hosts, loops])
            rates.WriteScaling(output);
        return 0;
    }

    private static async Task PaceAsync(HostedWorkload workload, ThroughputOptions options, int transitions, double perWorker, TimeSpan time, TextWriter output)
    {
        // Whoever offers starts at equal distances has a processor to itself, as clients on another machine have: the host has the others.
        int others = Math.Max(1, options.Workers - 1);
        await using Load paced = new(workload, others);
        double offered = options.Load * perWorker * others;
        Settling.Run(piece => paced.Pace(piece, offered, options.Load, out _));
        Slice slice = paced.Pace(time, offered, options.Load, out PacedLatencies ours);
        SliceLine.Write(SliceLine.Number($"paced-at-{offered:F0}"), others, [slice], transitions, output);
        BareQueue bare = new(TimeSpan.FromSeconds(1 / perWorker));
        Settling.Run(piece => bare.Pace(piece, options.Load * perWorker, options.Load));
        PacedLatencies control = bare.Pace(time, options.Load * perWorker, options.Load);
        Write("all", ours.All, control.All);
        Write("outside-collections", ours.OutsideCollections, control.OutsideCollections);
        Write("outside-stalls", ours.OutsideStalls, control.OutsideStalls);
        await using Synchronous synchronous = new(workload);
        Settling.Run(piece => synchronous.Pace(piece, options.Load * perWorker));
        output.WriteLine(SliceLine.Number($"paced synchronous: host {Words(synchronous.Pace(time, options.Load * perWorker))}"));

        void Write(string which, LatencyHistogram host, LatencyHistogram machine)
            => output.WriteLine(SliceLine.Number($"paced {which}: host {Words(host)}; the machine alone {Words(machine)}"));

        static string Words(LatencyHistogram latencies)
        {
            double half = latencies.At(0.5).TotalMicroseconds, most = latencies.At(0.99).TotalMicroseconds;
            return SliceLine.Number($"{latencies.Count} p50 {half:F1} p99 {most:F1} p99.9 {latencies.At(0.999).TotalMicroseconds:F1} us, p99/p50 {most / half:F1}");
        }
    }
}
