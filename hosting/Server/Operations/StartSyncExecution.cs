using Compiled.Server.Executions;
using Compiled.Server.Protocol;
using Compiled.Values;

namespace Compiled.Server.Operations;

/// <summary>Runs an Express execution and tells how it ended, whatever its end. FEATURES P-082.</summary>
internal sealed class StartSyncExecution(StepFunctionsServer server) : IOperation
{
    private const int BilledMegabytes = 64;

    public async ValueTask HandleAsync(ApiCall call)
    {
        string? data = call.Request.Word("includedData", "ALL_DATA", "METADATA_ONLY");
        StartRequest request = StartRequest.Read(call);
        StartTarget target = StartTarget.Read(call.Request, server);
        JsonValue input = ExecutionInput.Read(call.Request);
        if (!target.Machine.IsExpress)
            throw ApiErrors.StateMachineTypeNotSupported();
        ExpressStart start = ExpressStart.New(target.Machine.Arn, request.Name, input, request.TraceHeader);
        ExpressOutcome outcome = await server.Express.RunAsync(target, start, call.CancellationToken).ConfigureAwait(false);
        Write(call, target, start, outcome, withData: data != "METADATA_ONLY");
    }

    private static void Write(ApiCall call, StartTarget target, ExpressStart start, ExpressOutcome outcome, bool withData)
    {
        ExecutionResult result = outcome.Result;
        call.Writer.WriteString("executionArn", start.ExecutionArn);
        call.Writer.WriteString("stateMachineArn", target.Machine.Arn);
        call.Writer.WriteString("name", start.Name);
        call.Writer.WriteDate("startDate", outcome.StartDate);
        call.Writer.WriteDate("stopDate", outcome.StopDate);
        call.Writer.WriteString("status", StatusWords.Of(result.Status));
        call.Writer.WriteOptional("error", result.Error);
        call.Writer.WriteOptional("cause", result.Cause);
        // As it was sent: written again it would be the same JSON in other bytes.
        if (withData && !call.Request.TryWriteText(call.Writer, "input"))
            call.Writer.WriteString("input", "{}"u8);
        call.Writer.WriteIncluded("inputDetails", withData);
        if (withData && !result.Output.IsMissing)
            call.Writer.WriteTextOf("output", result.OutputUtf8.Span);
        call.Writer.WriteIncluded("outputDetails", withData);
        call.Writer.WriteOptional("traceHeader", start.TraceHeader);
        call.Writer.WriteStartObject("billingDetails");
        call.Writer.WriteNumber("billedMemoryUsedInMB", BilledMegabytes);
        call.Writer.WriteNumber("billedDurationInMilliseconds", outcome.BilledMilliseconds);
        call.Writer.WriteEndObject();
    }
}
