using Compiled.Durable;
using Compiled.Execution;
using Compiled.Server.Arns;
using Compiled.Server.Executions;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Tells everything about an execution but its history. FEATURES P-083.</summary>
internal sealed class DescribeExecution(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        string? data = call.Request.Word("includedData", "ALL_DATA", "METADATA_ONLY");
        ResourceArn arn = ResourceArn.Read(call.Request, "executionArn", "execution");
        ExecutionDescription described = server.Executions.Describe(arn.Text);
        ExecutionSummary summary = described.Summary;
        bool withData = data != "METADATA_ONLY";

        call.Writer.WriteString("executionArn", summary.ExecutionArn);
        call.Writer.WriteString("stateMachineArn", summary.StateMachineArn);
        call.Writer.WriteString("name", summary.Name);
        call.Writer.WriteString("status", StatusWords.Of(summary.Status));
        call.Writer.WriteDate("startDate", summary.StartDate);
        call.Writer.WriteOptionalDate("stopDate", summary.StopDate);
        if (withData)
            call.Writer.WriteTextOf("input", described.Input.ToUtf8());
        call.Writer.WriteIncluded("inputDetails", withData);
        if (!described.Output.IsMissing)
        {
            if (withData)
                call.Writer.WriteTextOf("output", described.Output.ToUtf8());
            call.Writer.WriteIncluded("outputDetails", withData);
        }

        call.Writer.WriteOptional("traceHeader", described.TraceHeader);
        call.Writer.WriteOptional("mapRunArn", described.MapRunArn);
        call.Writer.WriteOptional("error", described.Error);
        call.Writer.WriteOptional("cause", described.Cause);
        call.Writer.WriteOptional("stateMachineVersionArn", described.StateMachineVersionArn);
        call.Writer.WriteOptional("stateMachineAliasArn", described.StateMachineAliasArn);
        call.Writer.WriteNumber("redriveCount", summary.RedriveCount);
        call.Writer.WriteOptionalDate("redriveDate", summary.RedriveDate);
        RedriveStatus redrive = server.Executions.Reader.GetRedriveStatus(arn.Text);
        call.Writer.WriteString("redriveStatus", redrive.Name);
        call.Writer.WriteOptional("redriveStatusReason", redrive.Reason);
        return ValueTask.CompletedTask;
    }
}
