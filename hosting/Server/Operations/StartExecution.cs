using Compiled.Durable;
using Compiled.Server.Arns;
using Compiled.Server.Executions;
using Compiled.Server.Protocol;
using Compiled.Values;

namespace Compiled.Server.Operations;

/// <summary>Starts an execution of a machine, a version or an alias. FEATURES P-068, P-080, P-081, X-020 to X-022.</summary>
internal sealed class StartExecution(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        StartRequest request = StartRequest.Read(call);
        StartTarget target = StartTarget.Read(call.Request, server);
        JsonValue input = ExecutionInput.Read(call.Request);
        if (target.Machine.IsExpress)
        {
            ExpressStart start = ExpressStart.New(target.Machine.Arn, request.Name, input, request.TraceHeader);
            Write(call, start.ExecutionArn, await server.Express.StartAsync(target, start).ConfigureAwait(false));
            return;
        }

        StartedExecution started = await server.Executions.StartAsync(target.Machine.Arn, input, new StartOptions
        {
            Name = request.Name,
            Workflow = server.Workflows.Get(target.Machine.Name, isExpress: false, target.Settings.Definition),
            RoleArn = target.Settings.RoleArn,
            Version = target.Version,
            Alias = target.Alias,
            TraceHeader = request.TraceHeader,
            TestCase = target.TestCase,
        }).ConfigureAwait(false);
        Write(call, started.ExecutionArn, started.StartDate);
    }

    private static void Write(ApiCall call, string executionArn, DateTimeOffset started)
    {
        call.Writer.WriteString("executionArn", executionArn);
        call.Writer.WriteDate("startDate", started);
    }
}
