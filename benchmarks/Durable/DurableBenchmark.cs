using System.Globalization;
using Compiled.Durable.Journal;
using Compiled.Sqlite;

namespace Compiled.Benchmarks.Durable;

/// <summary><c>benchmarks durable [memory|sqlite]</c>: how many transitions a second the durable engine makes, on the store in memory or on a file.</summary>
internal static class DurableBenchmark
{
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args is not ([] or ["memory"] or ["sqlite"]))
        {
            output.WriteLine("usage: benchmarks durable [memory|sqlite]");
            return 2;
        }

        foreach (int concurrency in (int[])[1, 10, 100, 1000])
        {
            string folder = Directory.CreateTempSubdirectory("compiled-durable-").FullName;
            try
            {
                IJournalStore store = args is ["sqlite"] ? SqliteJournal.Open(Path.Combine(folder, "journal.db")) : new MemoryJournal();
                RateResult rate = await EngineRate.MeasureAsync(store, concurrency, TimeSpan.FromSeconds(3));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{concurrency} {rate}"));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }
}
