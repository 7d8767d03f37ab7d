using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.Durable;
using Compiled.Values;

namespace Compiled.Cli.Executions;

/// <summary>Answers for programs: AWS's member names, one document a command.</summary>
internal static class JsonDocumentWriter
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <summary>The members of an execution in ListExecutions.</summary>
    public static void WriteSummary(Utf8JsonWriter json, ExecutionSummary execution)
    {
        json.WriteString("executionArn", execution.ExecutionArn);
        json.WriteString("stateMachineArn", execution.StateMachineArn);
        json.WriteString("name", execution.Name);
        json.WriteString("status", StatusWords.Of(execution.Status));
        json.WriteString("startDate", ExecutionWords.Of(execution.StartDate));
        if (execution.StopDate is { } stop) json.WriteString("stopDate", ExecutionWords.Of(stop));
        json.WriteNumber("redriveCount", execution.RedriveCount);
        if (execution.RedriveDate is { } redriven) json.WriteString("redriveDate", ExecutionWords.Of(redriven));
    }

    /// <summary>The members of DescribeExecution; input and output are JSON in a string, as there.</summary>
    public static void WriteDescription(Utf8JsonWriter json, ExecutionDescription execution)
    {
        WriteSummary(json, execution.Summary);
        json.WriteString("input", execution.Input.ToString());
        if (!execution.Output.IsMissing) json.WriteString("output", execution.Output.ToString());
        if (execution.Error is not null) json.WriteString("error", execution.Error);
        if (execution.Cause is not null) json.WriteString("cause", execution.Cause);
    }
}
