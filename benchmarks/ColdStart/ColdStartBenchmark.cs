using System.Globalization;

namespace Compiled.Benchmarks.ColdStart;

/// <summary>
/// How long a process takes from its start to its first result: the compiled order workflow, and the same logic written by hand, each published as JIT, ReadyToRun and NativeAOT. The
/// programs are started in turns.
/// </summary>
internal static class ColdStartBenchmark
{
    private const string Usage = "usage: benchmarks coldstart [--rounds N] [--publish FOLDER]";
    private static readonly string[] s_programs = ["Ours", "Typed"];

    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        int rounds = 30;
        string? kept = null;
        for (int at = 0; at < arguments.Length; at += 2)
        {
            if (at + 1 < arguments.Length && arguments[at] == "--rounds" && int.TryParse(arguments[at + 1], CultureInfo.InvariantCulture, out rounds) && rounds > 0)
                continue;
            if (at + 1 == arguments.Length || arguments[at] != "--publish")
            {
                Console.Error.WriteLine(Usage);
                return 2;
            }

            kept = arguments[at + 1];
        }

        string folder = kept ?? Folder, input = WriteInput(folder);
        output.WriteLine("kind ours_ms typed_ms ratio ours_cpu_ms typed_cpu_ms cpu_ratio ours_bytes typed_bytes");
        foreach (PublishKind kind in PublishKind.All)
        {
            PublishedProgram[] programs = new PublishedProgram[s_programs.Length];
            string? refusal = null;
            for (int at = 0; at < programs.Length && refusal is null; at++)
                (programs[at], refusal) = await kind.PublishAsync(s_programs[at], folder);
            if (refusal is null)
                Measure(kind, programs, input, rounds, output);
            else
                output.WriteLine($"{kind.Name} can't be built here: {refusal}");
        }

        return 0;
    }

    /// <summary>Where programs are published unless said.</summary>
    public static string Folder => Path.Combine(Path.GetTempPath(), "compiled-coldstart");

    /// <summary>Writes what the programs read.</summary>
    public static string WriteInput(string folder)
    {
        Directory.CreateDirectory(folder);
        string input = Path.Combine(folder, "order.json");
        File.WriteAllBytes(input, Ratios.Workloads.Input("W2Order"));
        return input;
    }

    private static void Measure(PublishKind kind, PublishedProgram[] programs, string input, int rounds, TextWriter output)
    {
        byte[][] results = [.. programs.Select(program => program.Run(input).Output)];
        if (!System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(results[0]), System.Text.Json.Nodes.JsonNode.Parse(results[1])))
            throw new InvalidOperationException("The programs give different results.");
        double[][] wall = [new double[rounds], new double[rounds]], processor = [new double[rounds], new double[rounds]];
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < 2; turn++)
            {
                // Neither always runs after the other.
                int program = (round + turn) % 2;
                ProcessRun run = programs[program].Run(input);
                (wall[program][round], processor[program][round]) = (run.ToFirstResult.TotalMilliseconds, run.Processor.TotalMilliseconds);
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind.Name} {Median(wall[0]):F1} {Median(wall[1]):F1} {Ratio(wall):F2} {Median(processor[0]):F1} {Median(processor[1]):F1} {Ratio(processor):F2} {programs[0].Bytes} {programs[1].Bytes}"));
    }

    private static double Ratio(double[][] times) => Median([.. times[0].Zip(times[1], static (ours, theirs) => ours / theirs)]);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
