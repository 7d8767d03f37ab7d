using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Takes an execution that failed on from where it failed. FEATURES P-087, X-040 to X-045.</summary>
internal sealed class RedriveExecution(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        call.Request.Text("clientToken", 1, 64);
        ResourceArn arn = ResourceArn.Read(call.Request, "executionArn", "execution");
        call.Writer.WriteDate("redriveDate", await server.Executions.RedriveAsync(arn.Text).ConfigureAwait(false));
    }
}
