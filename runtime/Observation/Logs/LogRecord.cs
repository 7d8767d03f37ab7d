using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.History;

namespace Compiled.Observation.Logs;

/// <summary>An event as CloudWatch shows it: every scalar is a string. FEATURES V-031 to V-033.</summary>
internal static class LogRecord
{
    private static readonly string[] s_types = Enum.GetNames<HistoryEventType>();

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

    /// <summary>Writes the record of an event as a line. <paramref name="history"/> is only lent, so that it needn't be made for every event.</summary>
    public static void Write(IBufferWriter<byte> output, in HistoryEvent recorded, ExecutionStep step, bool withData, ArrayBufferWriter<byte> history)
    {
        history.ResetWrittenCount();
        using (Utf8JsonWriter writer = new(history))
            recorded.WriteTo(writer);

        using (Utf8JsonWriter record = new(output, s_plain))
        {
            record.WriteStartObject();
            WriteNumber(record, "id", recorded.Id);
            record.WriteString("type", s_types[(int)recorded.Type]);
            record.WriteStartObject("details");
            WriteDetails(record, history.WrittenSpan, withData);
            record.WriteEndObject();
            WriteNumber(record, "previous_event_id", recorded.PreviousEventId);
            WriteNumber(record, "event_timestamp", recorded.Timestamp.ToUnixTimeMilliseconds());
            record.WriteString("execution_arn", step.ExecutionArn);
            WriteNumber(record, "redrive_count", step.RedriveCount);
            record.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    // The details are the only object in an event; what they hold is copied member by member.
    private static void WriteDetails(Utf8JsonWriter record, ReadOnlySpan<byte> history, bool withData)
    {
        Utf8JsonReader reader = new(history);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 1))
        {
        }

        while (reader.Read() && reader.CurrentDepth > 1)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    if (!withData && reader.CurrentDepth == 2 && IsData(ref reader))
                        reader.Skip();
                    else
                        record.WritePropertyName(reader.GetString()!);
                    break;
                case JsonTokenType.StartObject:
                    record.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    record.WriteEndObject();
                    break;
                case JsonTokenType.String:
                    record.WriteStringValue(reader.GetString());
                    break;
                default:
                    record.WriteStringValue(reader.ValueSpan);
                    break;
            }
        }
    }

    // Besides inputs and outputs: what else may hold data of the execution.
    private static bool IsData(ref Utf8JsonReader reader)
        => reader.ValueTextEquals("input"u8) || reader.ValueTextEquals("inputDetails"u8) || reader.ValueTextEquals("output"u8) || reader.ValueTextEquals("outputDetails"u8)
            || reader.ValueTextEquals("parameters"u8) || reader.ValueTextEquals("assignedVariables"u8) || reader.ValueTextEquals("assignedVariablesDetails"u8);

    private static void WriteNumber(Utf8JsonWriter record, string name, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out int written);
        record.WriteString(name, digits[..written]);
    }
}
