using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Deletes an activity; one that isn't there is deleted already. FEATURES P-101.</summary>
internal sealed class DeleteActivity(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        ResourceArn arn = ResourceArn.Read(call.Request, "activityArn", "activity");
        await server.Executions.DeleteActivityAsync(arn.Text).ConfigureAwait(false);
        server.Catalog.ChangeActivity(arn.Text, static _ => null);
    }
}
