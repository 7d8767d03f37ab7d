using System.Globalization;

namespace Compiled.Benchmarks.Throughput;

/// <summary>What <c>throughput</c> is asked for.</summary>
/// <param name="Seconds">How long the rates are measured together.</param>
/// <param name="Workers">How many workers the larger host has.</param>
/// <param name="Workload">The workload's name.</param>
/// <param name="Load">The offered load of the latencies, of the rate of the workers that are left beside the one who offers.</param>
/// <param name="Collector">The garbage collection: server, or what the environment gives.</param>
internal sealed record ThroughputOptions(double Seconds, int Workers, string Workload, double Load, string Collector)
{
    public const string Usage = "usage: benchmarks throughput [--seconds N] [--workers N] [--workload W1|W2|W2-async|W4|W4b|W5|W6] [--load 0.5] [--collector server|given]";

    public static ThroughputOptions? Read(string[] arguments)
    {
        ThroughputOptions options = new(20, Environment.ProcessorCount, "W2", 0.5, Throughput.Collector.Server);
        for (int at = 0; at < arguments.Length; at += 2)
        {
            if (at + 1 == arguments.Length)
                return null;
            string word = arguments[at + 1];
            bool isNumber = double.TryParse(word, CultureInfo.InvariantCulture, out double number) && number > 0;
            switch (arguments[at])
            {
                case "--workload" when HostedWorkload.All.Any(workload => workload.Name == word):
                    options = options with { Workload = word };
                    break;
                case "--seconds" when isNumber:
                    options = options with { Seconds = number };
                    break;
                case "--workers" when isNumber:
                    options = options with { Workers = (int)number };
                    break;
                case "--load" when isNumber && number < 1:
                    options = options with { Load = number };
                    break;
                case "--collector" when word is Throughput.Collector.Server or Throughput.Collector.Given:
                    options = options with { Collector = word };
                    break;
                default:
                    return null;
            }
        }

        return options.Workers < 1 ? null : options;
    }
}
