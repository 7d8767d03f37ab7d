using System.Text.Json;
using Compiled.Durable;
using Compiled.Server.Arns;
using Compiled.Server.Protocol;

namespace Compiled.Server.Operations;

/// <summary>Gives the events of an execution. FEATURES P-086.</summary>
internal sealed class GetExecutionHistory(StepFunctionsServer server) : IOperation
{
    public ValueTask HandleAsync(ApiCall call)
    {
        ApiRequest request = call.Request;
        bool isReverse = request.Boolean("reverseOrder") ?? false, withData = request.Boolean("includeExecutionData") ?? true;
        ResourceArn arn = ResourceArn.Read(request, "executionArn", "execution");
        Paging paging = Paging.Read(call, server.TimeProvider, $"{nameof(GetExecutionHistory)}\n{arn.Text}\n{isReverse}");
        HistoryPage page = server.Executions.GetHistory(arn.Text, isReverse, paging.Position, paging.MaxResults);
        call.Writer.WriteStartArray("events");
        foreach (JsonElement item in page.Events)
        {
            if (withData)
                item.WriteTo(call.Writer);
            else
                WriteWithoutData(call.Writer, item);
        }

        call.Writer.WriteEndArray();
        paging.WriteNext(call, page.NextToken);
        return ValueTask.CompletedTask;
    }

    private static void WriteWithoutData(Utf8JsonWriter writer, JsonElement item)
    {
        writer.WriteStartObject();
        foreach (JsonProperty member in item.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object && member.Name.EndsWith("Details", StringComparison.Ordinal))
            {
                writer.WritePropertyName(member.Name);
                writer.WriteStartObject();
                foreach (JsonProperty detail in member.Value.EnumerateObject())
                {
                    if (detail.Name is not ("input" or "output" or "inputDetails" or "outputDetails" or "assignedVariables" or "assignedVariablesDetails"))
                        detail.WriteTo(writer);
                }

                writer.WriteEndObject();
            }
            else
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
