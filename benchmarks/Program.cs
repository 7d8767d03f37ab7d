using BenchmarkDotNet.Running;
using Compiled.Benchmarks.Durable;
using Compiled.Benchmarks.Ratios;

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

if (args is ["durable", ..])
{
    foreach (int concurrency in (int[])[1, 10, 100, 1000])
    {
        Compiled.Benchmarks.Durable.RateResult rate = await Compiled.Benchmarks.Durable.EngineRate.MeasureAsync(new Compiled.Durable.Journal.MemoryJournal(), concurrency, TimeSpan.FromSeconds(3));
        Console.WriteLine($"{concurrency} {rate}");
    }

    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(RatioRunner).Assembly).Run(args);
return 0;
