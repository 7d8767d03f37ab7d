using System.Text.Json;
using Compiled.Durable;
using Compiled.MapRuns;
using Compiled.Server.Arns;
using Compiled.Server.Executions;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Tells how the run of a distributed Map stands. FEATURES P-120.</summary>
internal sealed class DescribeMapRun(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "mapRunArn", "mapRun");
        MapRunDescription run = server.Executions.DescribeMapRun(arn.Text);
        Utf8JsonWriter writer = call.Writer;
        writer.WriteString("mapRunArn", run.MapRunArn);
        writer.WriteString("executionArn", run.Summary.ExecutionArn);
        writer.WriteString("status", StatusWords.Of(run.Status));
        writer.WriteDate("startDate", run.Summary.StartDate);
        writer.WriteOptionalDate("stopDate", run.Summary.StopDate);
        writer.WriteNumber("maxConcurrency", run.MaxConcurrency);
        writer.WriteNumber("toleratedFailurePercentage", run.ToleratedFailurePercentage);
        writer.WriteNumber("toleratedFailureCount", run.ToleratedFailureCount);
        Write(writer, "itemCounts", run.ItemCounts);
        Write(writer, "executionCounts", run.ExecutionCounts);
        writer.WriteNumber("redriveCount", run.RedriveCount);
        writer.WriteOptionalDate("redriveDate", run.RedriveDate);
        return ValueTask.CompletedTask;
    }

    private static void Write(Utf8JsonWriter writer, string name, MapRunCounts counts)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("pending", counts.Pending);
        writer.WriteNumber("running", counts.Running);
        writer.WriteNumber("succeeded", counts.Succeeded);
        writer.WriteNumber("failed", counts.Failed);
        writer.WriteNumber("timedOut", counts.TimedOut);
        writer.WriteNumber("aborted", counts.Aborted);
        writer.WriteNumber("total", counts.Total);
        writer.WriteNumber("resultsWritten", counts.ResultsWritten);
        writer.WriteNumber("failuresNotRedrivable", counts.FailuresNotRedrivable);
        writer.WriteNumber("pendingRedrive", counts.PendingRedrive);
        writer.WriteEndObject();
    }
}
