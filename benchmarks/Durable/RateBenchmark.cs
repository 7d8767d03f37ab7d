using System.Globalization;
using Compiled.Sqlite;

namespace Compiled.Benchmarks.Durable;

/// <summary>
/// Ten-state executions on SQLite, engine and history included, and the same segments written by the bare loop, round by round in one run. The best
/// round of each is printed, with the ratio of the two and that of the processor time of a transition.
/// </summary>
internal static class RateBenchmark
{
    private const int Rounds = 3;

    public static async Task RunAsync(int[] concurrencies, TimeSpan time, TextWriter output)
    {
        (int steps, int bytes) = await TenStatesLoad.SegmentsAsync();
        output.WriteLine($"ten states in {steps} segments of {bytes} bytes");
        output.WriteLine("concurrent raw_transitions_per_s raw_p99_ms raw_cpu_us engine_transitions_per_s engine_p50_ms engine_p99_ms engine_cpu_us ratio cpu_ratio");
        foreach (int concurrent in concurrencies)
        {
            JournalLoad load = new(concurrent, steps, bytes, time);
            (JournalFigures? raw, RateResult? engine) = (null, null);
            for (int round = 0; round < Rounds; round++)
            {
                JournalFigures bare = await Folder.InAsync(path => Task.FromResult(Raw(path, load)));
                raw = raw is null || bare.TransitionsPerSecond > raw.TransitionsPerSecond ? bare : raw;
                RateResult whole = await Folder.InAsync(path => EngineRate.MeasureAsync(SqliteJournal.Open(path), concurrent, time));
                engine = engine is null || whole.PerSecond > engine.PerSecond ? whole : engine;
            }

            // The bare loop counts segments; an execution of so many has ten transitions.
            double perSegment = (double)TenStates.Transitions / steps, rawRate = raw!.TransitionsPerSecond * perSegment;
            TimeSpan rawProcessor = raw.Processor / perSegment;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{concurrent} {rawRate:F0} {raw.Percentile99.TotalMilliseconds:F2} {rawProcessor.TotalMicroseconds:F1} {engine!.PerSecond:F0} {engine.Median.TotalMilliseconds:F2} {engine.Percentile99.TotalMilliseconds:F2} {engine.Processor.TotalMicroseconds:F1} {engine.PerSecond / rawRate:F2} {rawProcessor / engine.Processor:F2}"));
        }
    }

    private static JournalFigures Raw(string path, JournalLoad load)
    {
        using RawJournal journal = new(path, load);
        return new LoadRun(load, journal.HandIn).Measure();
    }
}
