using System.Globalization;
using Compiled.Durable.Journal;
using Compiled.Sqlite;

namespace Compiled.Benchmarks.Durable;

/// <summary>
/// <c>benchmarks journal [--concurrent 1,10,100,1000] [--steps 10] [--bytes 600] [--seconds 5] [--rounds 3]</c>: what the journal in SQLite makes durable
/// in a second, and which part that is of the bare calls. Rounds alternate between the two, so that what disturbs the machine disturbs both; the best round
/// of each is printed, with the ratio of the two, and that of the processor time of a step.
/// </summary>
internal static class JournalBenchmark
{
    public static int Run(string[] args, TextWriter output)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal) { ["--concurrent"] = "1,10,100,1000", ["--steps"] = "10", ["--bytes"] = "600", ["--seconds"] = "5", ["--rounds"] = "3" };
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !options.ContainsKey(args[i]))
            {
                output.WriteLine("usage: benchmarks journal [--concurrent 1,10,100,1000] [--steps 10] [--bytes 600] [--seconds 5] [--rounds 3]");
                return 2;
            }

            options[args[i]] = args[i + 1];
        }

        output.WriteLine("concurrent raw_per_s raw_p50_ms raw_p99_ms raw_cpu_us journal_per_s journal_p50_ms journal_p99_ms journal_cpu_us ratio cpu_ratio");
        foreach (string concurrent in options["--concurrent"].Split(','))
        {
            JournalLoad load = new(Number(concurrent), Number(options["--steps"]), Number(options["--bytes"]), TimeSpan.FromSeconds(Number(options["--seconds"])));
            Measure(load, Number(options["--rounds"]), output);
        }

        return 0;
    }

    private static void Measure(JournalLoad load, int rounds, TextWriter output)
    {
        (JournalFigures? raw, JournalFigures? journal) = (null, null);
        for (int round = 0; round < rounds; round++)
        {
            raw = Better(raw, InFolder(path => Raw(path, load)));
            journal = Better(journal, InFolder(path => Journal(path, load)));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{load.Concurrent} {Text(raw!)} {Text(journal!)} {journal!.TransitionsPerSecond / raw!.TransitionsPerSecond:F2} {raw.Processor / journal.Processor:F2}"));
    }

    private static JournalFigures Raw(string path, JournalLoad load)
    {
        using RawJournal journal = new(path, load);
        return new LoadRun(load, journal.HandIn).Measure();
    }

    private static JournalFigures Journal(string path, JournalLoad load)
    {
        using SqliteJournal journal = SqliteJournal.Open(path);
        using JournalWriter writer = new(journal);
        return new LoadRun(load, new JournalSteps(writer, load).HandIn).Measure();
    }

    private static JournalFigures InFolder(Func<string, JournalFigures> measure)
    {
        string folder = Directory.CreateTempSubdirectory("compiled-journal-").FullName;
        try
        {
            return measure(Path.Combine(folder, "journal.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JournalFigures Better(JournalFigures? best, JournalFigures figures)
        => best is null || figures.TransitionsPerSecond > best.TransitionsPerSecond ? figures : best;

    private static string Text(JournalFigures figures) => string.Create(CultureInfo.InvariantCulture,
        $"{figures.TransitionsPerSecond:F0} {figures.Median.TotalMilliseconds:F2} {figures.Percentile99.TotalMilliseconds:F2} {figures.Processor.TotalMicroseconds:F1}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
