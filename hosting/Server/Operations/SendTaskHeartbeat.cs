using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Tells that the work on a task goes on. FEATURES P-103, P-104.</summary>
internal sealed class SendTaskHeartbeat(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        string token = call.Request.RequiredText("taskToken", 1, 2048);
        call.Request.Check();
        await server.Executions.SendTaskHeartbeatAsync(token).ConfigureAwait(false);
    }
}
