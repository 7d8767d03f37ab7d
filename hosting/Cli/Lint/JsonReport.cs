using System.Text.Json;
using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>
/// Faults for tools: an array of
/// <c>{"file", "id", "kind", "severity", "message", "pointer", "line", "column", "endLine", "endColumn"}</c>, lines and columns from 1.
/// </summary>
internal sealed class JsonReport : LintReport
{
    private readonly JsonOutput _output;

    public JsonReport(TextWriter output)
    {
        _output = new JsonOutput(output);
        _output.Writer.WriteStartArray();
    }

    /// <inheritdoc/>
    public override void Add(LintedFile file)
    {
        Utf8JsonWriter json = _output.Writer;
        foreach ((Fault fault, SourcePlace place) in file.Faults)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            json.WriteString("id", fault.Id);
            json.WriteString("kind", fault.Kind);
            json.WriteString("severity", LintedFile.Word(fault.Severity));
            json.WriteString("message", fault.Message);
            json.WriteString("pointer", fault.Pointer);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteNumber("endLine", place.EndLine);
            json.WriteNumber("endColumn", place.EndColumn);
            json.WriteEndObject();
        }

        _output.Flush();
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        _output.Writer.WriteEndArray();
        _output.Finish();
        _output.Dispose();
    }
}
