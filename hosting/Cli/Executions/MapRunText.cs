using System.Text.Json;
using Compiled.Durable;

namespace Compiled.Cli.Executions;

/// <summary>The Map Runs of an execution, for people and for programs.</summary>
internal static class MapRunText
{
    // An execution has as many as it enters or retries distributed Maps; more than this would hide the execution itself.
    private const int MostShown = 100;

    public static IReadOnlyList<MapRunDescription> Of(ExecutionReader reader, string executionArn)
        => [.. reader.ListMapRuns(executionArn, maxResults: MostShown).MapRuns.Select(run => reader.DescribeMapRun(run.MapRunArn))];

    /// <summary>A table of them; nothing when there are none.</summary>
    public static void Write(IReadOnlyList<MapRunDescription> runs, TextWriter output)
    {
        if (runs.Count == 0)
            return;
        output.WriteLine();
        TextTable table = new("MAP RUN", "STATUS", "ITEMS", "SUCCEEDED", "FAILED", "RUNNING", "REDRIVEN", "STARTED", "ENDED");
        foreach (MapRunDescription run in runs)
        {
            table.Add([
                run.MapRunArn, StatusWords.Of(run.Status), $"{run.ItemCounts.Total}", $"{run.ItemCounts.Succeeded}", $"{run.ItemCounts.Unsuccessful}", $"{run.ItemCounts.Running}",
                $"{run.RedriveCount}", ExecutionWords.Short(run.Summary.StartDate), ExecutionWords.Short(run.Summary.StopDate)]);
        }

        table.Write(output);
    }

    /// <summary>The member <c>mapRuns</c>, each with the members of DescribeMapRun; left out when there are none.</summary>
    public static void Write(IReadOnlyList<MapRunDescription> runs, Utf8JsonWriter json)
    {
        if (runs.Count == 0)
            return;
        json.WriteStartArray("mapRuns");
        foreach (MapRunDescription run in runs)
        {
            json.WriteStartObject();
            json.WriteString("mapRunArn", run.MapRunArn);
            json.WriteString("executionArn", run.Summary.ExecutionArn);
            json.WriteString("status", StatusWords.Of(run.Status));
            json.WriteString("startDate", ExecutionWords.Of(run.Summary.StartDate));
            if (run.Summary.StopDate is { } stop)
                json.WriteString("stopDate", ExecutionWords.Of(stop));
            run.WriteNumbers(json);
            if (run.RedriveDate is { } redriven)
                json.WriteString("redriveDate", ExecutionWords.Of(redriven));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
