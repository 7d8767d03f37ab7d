using System.Diagnostics;
using System.Globalization;
using System.Text;
using Compiled.Sqlite;
using Console.Tests.Host;

namespace Console.Tests.Pictures;

/// <summary>How long pages take over many executions and a long history; only when docs/console/measure.sh asks.</summary>
public sealed class MeasureTests
{
    private const int Executions = 10_000;
    private const int Loops = 6_245;

    [MeasureFact]
    public async Task Pages_OverTenThousandExecutionsAndALongHistory_AreMeasured()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("console-measure");
        try
        {
            // The store that servers have; what is kept in memory is read without a file.
            using SqliteJournal store = SqliteJournal.Open(Path.Combine(folder.FullName, "executions.db"));
            await using ConsoleHost host = await ConsoleHost.StartAsync(store: store);
            await MeasureAsync(host);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(ConsoleHost host)
    {
        string machine = await host.CreateAsync("Greeting", Samples.Greeting);
        await host.CreateAsync("Loop", Samples.Loop);
        await Parallel.ForAsync(0, Executions, async (i, _) => await host.StartExecutionAsync("Greeting", "{}", FormattableString.Invariant($"run-{i}")));
        await File.WriteAllTextAsync(MeasureFactAttribute.File!, "The executions are there.");
        string arn = await host.RunExecutionAsync("Loop", FormattableString.Invariant($"{{\"n\":{Loops}}}"));
        int events = host.Executions.Reader.LastEventOf(arn);
        StringBuilder report = new(FormattableString.Invariant($"{Executions} executions, one of {events} events\n| page | first ms | median of 10 ms | KB |\n|---|---|---|---|\n"));
        foreach (string path in new[]
        {
            "/", "/executions", $"/machines/{machine}", $"/machines/{machine}?status=Failed", $"/machines/{machine}?name=run-99", $"/executions/{arn}", $"/executions/{arn}?view=table", $"/executions/{arn}?view=events",
            $"/parts/graph?arn={arn}", $"/parts/head?arn={arn}", $"/parts/state?arn={arn}&state=Count", $"/parts/events?arn={arn}&page=900", $"/parts/events?arn={arn}&kind=failed", $"/parts/event?arn={arn}&id=24000", $"/export/history?arn={arn}",
        })
        {
            await MeasurePageAsync(host, path, report, arn, machine);
            await File.WriteAllTextAsync(MeasureFactAttribute.File!, report.ToString());
        }
    }

    private static async Task MeasurePageAsync(ConsoleHost host, string path, StringBuilder report, string arn, string machine)
    {
        List<double> times = [];
        int size = 0;
        for (int i = 0; i <= 10; i++)
        {
            long start = Stopwatch.GetTimestamp();
            size = (await host.GetAsync(path)).Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        string name = path.Replace(arn, "ARN", StringComparison.Ordinal).Replace(machine, "ARN", StringComparison.Ordinal);
        report.AppendLine(CultureInfo.InvariantCulture, $"| `{name}` | {times[0]:0.0} | {times.Skip(1).Order().ElementAt(5):0.0} | {size / 1024.0:0} |");
    }
}
