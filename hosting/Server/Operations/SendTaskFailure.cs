using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Fails a task by its token. FEATURES P-103 to P-105.</summary>
internal sealed class SendTaskFailure(StepFunctionsServer server) : IOperation
{
    public async ValueTask HandleAsync(ApiCall call)
    {
        string token = call.Request.RequiredText("taskToken", 1, 2048);
        string? error = call.Request.Text("error", 0, 256), cause = call.Request.Text("cause", 0, 32_768);
        call.Request.Check();
        await server.Executions.SendTaskFailureAsync(token, error, cause).ConfigureAwait(false);
    }
}
