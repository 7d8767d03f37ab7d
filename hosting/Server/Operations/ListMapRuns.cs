using Compiled.Durable;
using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Lists the runs of an execution's distributed Maps. FEATURES P-121.</summary>
internal sealed class ListMapRuns(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "executionArn", "execution");
        Paging paging = Paging.Read(call, server.TimeProvider, $"{nameof(ListMapRuns)}\n{arn.Text}");
        MapRunPage page = server.Executions.ListMapRuns(arn.Text, paging.Position, paging.MaxResults);
        call.Writer.WriteStartArray("mapRuns");
        foreach (MapRunSummary run in page.MapRuns)
        {
            call.Writer.WriteStartObject();
            call.Writer.WriteString("executionArn", run.ExecutionArn);
            call.Writer.WriteString("mapRunArn", run.MapRunArn);
            call.Writer.WriteString("stateMachineArn", run.StateMachineArn);
            call.Writer.WriteDate("startDate", run.StartDate);
            call.Writer.WriteOptionalDate("stopDate", run.StopDate);
            call.Writer.WriteEndObject();
        }

        call.Writer.WriteEndArray();
        paging.WriteNext(call, page.NextToken);
        return ValueTask.CompletedTask;
    }
}
