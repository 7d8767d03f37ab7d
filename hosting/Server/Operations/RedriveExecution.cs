using System.Text.RegularExpressions;
using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Takes an execution that failed on from where it failed. FEATURES P-087, X-040 to X-045.</summary>
internal sealed partial class RedriveExecution(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        string? token = call.Request.Text("clientToken", 1, 64, ClientToken());
        ResourceArn arn = ResourceArn.Read(call.Request, "executionArn", "execution");
        call.Writer.WriteDate("redriveDate", await server.Executions.RedriveAsync(arn.Text, token).ConfigureAwait(false));
    }

    [GeneratedRegex("^[!-~]+$")]
    private static partial Regex ClientToken();
}
