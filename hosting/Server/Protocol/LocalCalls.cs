using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compiled.Server.Protocol;

/// <summary>Calls operations from within the process, with the same checks as over HTTP.</summary>
internal sealed class LocalCalls(OperationTable operations, StepFunctionsOptions options)
{
    /// <summary>Calls an operation.</summary>
    /// <exception cref="ApiException">The operation refuses it.</exception>
    public async ValueTask<JsonElement> CallAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        IOperation found = operations.Find(OperationTable.StepFunctions + operation) ?? throw ApiErrors.UnknownOperation();
        ArrayBufferWriter<byte> answer = new();
        using Utf8JsonWriter writer = new(answer);
        writer.WriteStartObject();
        try
        {
            ApiRequest sent = new(Values.JsonValue.FromJsonNode(request));
            await found.HandleAsync(new ApiCall(sent, new ApiCaller(options.Region, options.AccountId), writer, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not ApiException && ApiFailures.Of(failure) is not null)
        {
            throw ApiFailures.Of(failure)!;
        }

        writer.WriteEndObject();
        writer.Flush();
        return JsonElement.Parse(answer.WrittenSpan);
    }
}
