using Compiled.Durable;
using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Lists executions of a machine, of a version or an alias, the newest first. FEATURES P-084.</summary>
internal sealed class ListExecutions(StepFunctionsServer server) : IOperation
{
    private const int LongestToken = 3096;

    // In the order in which AWS's refusal names them.
    private static readonly string[] s_filters = ["SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING"];

    public ValueTask HandleAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        string? status = request.Word("statusFilter", s_filters), redriven = request.Word("redriveFilter", "REDRIVEN", "NOT_REDRIVEN");
        string? machine = request.Text("stateMachineArn", 1, 256), mapRun = request.Text("mapRunArn", 1, 2000);
        Paging paging = Paging.Read(call, server.TimeProvider, $"{nameof(ListExecutions)}\n{machine}\n{mapRun}\n{status}\n{redriven}", LongestToken);
        if (machine is null == mapRun is null)
            throw ApiErrors.Validation("Must provide exactly one of the following fields: [stateMachineArn, mapRunArn]");
        ExecutionQuery which = machine is null ? new ExecutionQuery { MapRun = ResourceArn.Of(mapRun!, "mapRun").Text } : OfMachine(ResourceArn.Of(machine, "stateMachine"));
        ExecutionQuery query = which with { Status = StatusWords.Parse(status), IsRedriven = redriven is null ? null : redriven == "REDRIVEN" };
        // Only children of a Map Run wait to be redriven by it.
        ExecutionPage page = status == "PENDING_REDRIVE" ? new ExecutionPage([], null) : server.Executions.List(query, paging.Position, paging.MaxResults);

        call.Writer.WriteStartArray("executions");
        foreach (ExecutionSummary summary in page.Executions)
            Write(call, summary, mapRun);
        call.Writer.WriteEndArray();
        paging.WriteNext(call, page.NextToken);
        return ValueTask.CompletedTask;
    }

    private ExecutionQuery OfMachine(ResourceArn arn)
    {
        if (server.Catalog.Find(arn.StateMachineArn) is not { } known)
            throw ApiErrors.StateMachineDoesNotExist(arn.Text);
        if (known.Machine.IsExpress)
            throw ApiErrors.StateMachineTypeNotSupported();
        string whole = arn.Label is null ? arn.StateMachineArn : $"{arn.StateMachineArn}/{arn.Label}";
        return new ExecutionQuery { Machine = whole, Version = arn.Version == 0 ? null : arn.Version, Alias = arn.Version == 0 ? arn.Qualifier : null, WithItems = arn.Label is not null };
    }

    private static void Write(ApiCall call, ExecutionSummary summary, string? mapRun)
    {
        call.Writer.WriteStartObject();
        call.Writer.WriteString("executionArn", summary.ExecutionArn);
        call.Writer.WriteString("stateMachineArn", summary.StateMachineArn);
        call.Writer.WriteString("name", summary.Name);
        call.Writer.WriteString("status", StatusWords.Of(summary.Status));
        call.Writer.WriteDate("startDate", summary.StartDate);
        call.Writer.WriteOptionalDate("stopDate", summary.StopDate);
        call.Writer.WriteOptional("mapRunArn", mapRun);
        call.Writer.WriteOptional("stateMachineVersionArn", summary.Version == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{summary.StateMachineArn}:{summary.Version}"));
        call.Writer.WriteOptional("stateMachineAliasArn", summary.Alias is null ? null : $"{summary.StateMachineArn}:{summary.Alias}");
        call.Writer.WriteNumber("redriveCount", summary.RedriveCount);
        call.Writer.WriteOptionalDate("redriveDate", summary.RedriveDate);
        call.Writer.WriteEndObject();
    }
}
