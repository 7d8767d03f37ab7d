using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.Durable;
using Compiled.History;

namespace Compiled.Events.Logs;

/// <summary>An event as CloudWatch shows it: every scalar is a string. FEATURES V-031 to V-033.</summary>
internal static class LogRecord
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ExecutionLogLevel LevelOf(HistoryEventType type) => type switch
    {
        HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionTimedOut => ExecutionLogLevel.Fatal,
        HistoryEventType.FailStateEntered
            or HistoryEventType.LambdaFunctionFailed or HistoryEventType.LambdaFunctionScheduleFailed or HistoryEventType.LambdaFunctionStartFailed
            or HistoryEventType.LambdaFunctionTimedOut or HistoryEventType.MapStateAborted or HistoryEventType.MapStateFailed
            or HistoryEventType.MapIterationAborted or HistoryEventType.MapIterationFailed or HistoryEventType.MapRunAborted or HistoryEventType.MapRunFailed
            or HistoryEventType.ParallelStateAborted or HistoryEventType.ParallelStateFailed or HistoryEventType.TaskFailed or HistoryEventType.TaskStartFailed
            or HistoryEventType.TaskStateAborted or HistoryEventType.TaskSubmitFailed or HistoryEventType.TaskTimedOut or HistoryEventType.WaitStateAborted => ExecutionLogLevel.Error,
        _ => ExecutionLogLevel.All,
    };

    /// <summary>Writes the record of an event, on one line.</summary>
    public static void Write(IBufferWriter<byte> output, in HistoryEvent recorded, ExecutionStep step, bool withData)
    {
        ArrayBufferWriter<byte> history = new(512);
        using (Utf8JsonWriter writer = new(history))
            recorded.WriteTo(writer);
        using JsonDocument document = JsonDocument.Parse(history.WrittenMemory);
        JsonElement root = document.RootElement;

        using Utf8JsonWriter record = new(output, s_plain);
        record.WriteStartObject();
        record.WriteString("id", root.GetProperty("id").GetRawText());
        record.WriteString("type", root.GetProperty("type").GetString());
        record.WriteStartObject("details");
        foreach (JsonProperty member in root.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
                WriteMembers(record, member.Value, withData);
        }

        record.WriteEndObject();
        record.WriteString("previous_event_id", root.GetProperty("previousEventId").GetRawText());
        record.WriteString("event_timestamp", recorded.Timestamp.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        record.WriteString("execution_arn", step.ExecutionArn);
        record.WriteString("redrive_count", step.RedriveCount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        record.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement details, bool withData)
    {
        foreach (JsonProperty member in details.EnumerateObject())
        {
            // Besides inputs and outputs: what else may hold data of the execution.
            if (!withData && member.Name is ("input" or "output" or "inputDetails" or "outputDetails" or "parameters" or "assignedVariables" or "assignedVariablesDetails"))
                continue;
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                writer.WriteStartObject(member.Name);
                WriteMembers(writer, member.Value, withData: true);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteString(member.Name, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : member.Value.GetRawText());
            }
        }
    }
}
