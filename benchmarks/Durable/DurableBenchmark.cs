using System.Globalization;

namespace Compiled.Benchmarks.Durable;

/// <summary>
/// <c>benchmarks durable [rate|memory|timers|resume] [--concurrent 1,10,100,1000] [--seconds 5] [--count 100000]</c>: the durable engine on SQLite; all
/// four when none is named.
/// </summary>
internal static class DurableBenchmark
{
    private const string Usage = "usage: benchmarks durable [rate|memory|timers|resume] [--concurrent 1,10,100,1000] [--seconds 5] [--count 100000]";

    private static readonly string[] s_parts = ["rate", "memory", "timers", "resume"];

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        string[] parts = args is [var part, ..] && s_parts.Contains(part) ? [part] : s_parts;
        Dictionary<string, string> options = new(StringComparer.Ordinal) { ["--concurrent"] = "1,10,100,1000", ["--seconds"] = "5", ["--count"] = "100000" };
        for (int i = parts.Length == 1 ? 1 : 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !options.ContainsKey(args[i]))
            {
                output.WriteLine(Usage);
                return 2;
            }

            options[args[i]] = args[i + 1];
        }

        int count = Number(options["--count"]);
        foreach (string name in parts)
        {
            await (name switch
            {
                "memory" => ManyBenchmark.MemoryAsync(count, output),
                "timers" => ManyBenchmark.TimersAsync(count, output),
                "resume" => ManyBenchmark.ResumeAsync(count, output),
                _ => RateBenchmark.RunAsync([.. options["--concurrent"].Split(',').Select(Number)], TimeSpan.FromSeconds(Number(options["--seconds"])), output),
            });
        }

        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
