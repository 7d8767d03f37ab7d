using System.Buffers;
using Compiled.History;

namespace Compiled.Observation.Logs;

/// <summary>
/// Writes what executions do as AWS writes it to CloudWatch Logs: one JSON object a line, <c>{"id", "type", "details", "previous_event_id", "event_timestamp", "execution_arn",
/// "redrive_count"}</c>, all of them text. The only history that Express executions have. FEATURES V-030 to V-035.
/// </summary>
/// <param name="settingsOf">How the machine of an ARN is logged; null for not at all. Asked at each step, so it may change.</param>
/// <param name="sinkOf">Where the records of the machine of an ARN go.</param>
public sealed class ExecutionLog(Func<string, ExecutionLogSettings?> settingsOf, Func<string, ILogSink> sinkOf) : IExecutionObserver
{
    /// <summary>Writes everything in one way to one place.</summary>
    public ExecutionLog(ExecutionLogSettings settings, ILogSink sink)
        : this(_ => settings, _ => sink)
    {
    }

    /// <inheritdoc/>
    public void Recorded(ExecutionStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (settingsOf(step.StateMachineArn) is not { Level: not ExecutionLogLevel.Off } settings)
            return;
        ArrayBufferWriter<byte>? lines = null, history = null;
        foreach (HistoryEvent recorded in step.Events)
        {
            if (!settings.Includes(recorded.Type))
                continue;
            LogRecord.Write(lines ??= new ArrayBufferWriter<byte>(2048), in recorded, step, settings.IncludeExecutionData, history ??= new ArrayBufferWriter<byte>(512));
        }

        if (lines is not null)
            sinkOf(step.StateMachineArn).Write(lines.WrittenSpan);
    }
}
