using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Stops an execution. FEATURES P-085, X-025, X-026.</summary>
internal sealed class StopExecution(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        string? error = call.Request.Text("error", 0, 256), cause = call.Request.Text("cause", 0, 32_768);
        ResourceArn arn = ResourceArn.Read(call.Request, "executionArn", "execution");
        call.Writer.WriteDate("stopDate", await server.Executions.StopExecutionAsync(arn.Text, error, cause).ConfigureAwait(false));
    }
}
