using System.Text;
using Compiled.Server.Executions;
using Compiled.Server.Protocol;
using Compiled.Values;

namespace Compiled.Server.Operations;

/// <summary>Completes a task by its token. FEATURES P-103 to P-105.</summary>
internal sealed class SendTaskSuccess(StepFunctionsServer server) : IOperation
{
    private const int MostBytes = 262_144;

    public async ValueTask HandleAsync(ApiCall call)
    {
        string token = call.Request.RequiredText("taskToken", 1, 2048), output = call.Request.RequiredText("output", 0);
        call.Request.Check();
        if (Encoding.UTF8.GetByteCount(output) > MostBytes)
            throw ApiErrors.Validation($"1 validation error detected: Value at 'output' failed to satisfy constraint: Member must have length less than or equal to {MostBytes}");
        JsonValue value = ExecutionInput.Parse(output, static reason => ApiErrors.InvalidOutput(reason));
        await server.Executions.SendTaskSuccessAsync(token, value).ConfigureAwait(false);
    }
}
