using BenchmarkDotNet.Running;
using Compiled.Benchmarks.Analysis;
using Compiled.Benchmarks.Chart;
using Compiled.Benchmarks.ColdStart;
using Compiled.Benchmarks.Durable;
using Compiled.Benchmarks.Ratios;
using Compiled.Benchmarks.Server;
using Compiled.Benchmarks.Throughput;

if (args is ["analysis"] or ["analysis", "edits"])
    return await AnalysisRunner.RunAsync(isEditsOnly: args.Length > 1, Console.Out).ConfigureAwait(false);
if (args is ["ratios", ..])
{
    string? filter = args is [_, "--filter", var text] ? text : null;
    if (filter is null && args.Length > 1)
    {
        Console.Error.WriteLine("usage: benchmarks ratios [--filter TEXT]");
        return 2;
    }
    return RatioRunner.Run(filter, Console.Out);
}

if (args is ["journal", .. var journalOptions])
    return JournalBenchmark.Run(journalOptions, Console.Out);

if (args is ["durable", .. var durableOptions])
    return await DurableBenchmark.RunAsync(durableOptions, Console.Out);

if (args is ["server", .. var serverOptions])
    return await ServerBenchmark.RunAsync(serverOptions, Console.Out);

if (args is ["chart", .. var chartOptions])
    return ChartCommand.Run(chartOptions, Console.Out);

if (args is ["coldstart", .. var coldStartOptions])
    return await ColdStartBenchmark.RunAsync(coldStartOptions, Console.Out);

if (args is ["throughput", .. var throughputOptions])
    return await ThroughputBenchmark.RunAsync(throughputOptions, Console.Out);

BenchmarkSwitcher.FromAssembly(typeof(RatioRunner).Assembly).Run(args);
return 0;
