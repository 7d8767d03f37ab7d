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
        string token = call.Request.RequiredText("taskToken", 1, 2048);
        ReadOnlyMemory<byte> output = call.Request.Utf8("output") ?? call.Request.Missing<ReadOnlyMemory<byte>>("output", default);
        call.Request.Check();
        if (output.Length > MostBytes)
            throw ApiErrors.Validation($"1 validation error detected: Value at 'output' failed to satisfy constraint: Member must have length less than or equal to {MostBytes}");
        JsonValue value = ExecutionInput.Parse(output.Span, static reason => ApiErrors.InvalidOutput(reason));
        await server.Executions.SendTaskSuccessAsync(token, value).ConfigureAwait(false);
    }
}
