using System.Text.Json;
using Compiled.Durable;
using Compiled.Server.Arns;
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
        run.WriteNumbers(writer);
        writer.WriteOptionalDate("redriveDate", run.RedriveDate);
        return ValueTask.CompletedTask;
    }
}
