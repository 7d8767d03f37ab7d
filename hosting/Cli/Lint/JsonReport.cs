using System.Text.Json;
using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>
/// Faults for tools: an array of
/// <c>{"file", "id", "kind", "severity", "message", "pointer", "line", "column", "endLine", "endColumn"}</c>, lines and columns from 1.
/// </summary>
internal static class JsonReport
{
    public static void Write(IReadOnlyList<LintedFile> files, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (LintedFile file in files)
        {
            foreach ((Fault fault, SourcePlace place) in file.Placed)
            {
                json.WriteStartObject();
                json.WriteString("file", file.Source.Name);
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
        }

        json.WriteEndArray();
    }
}
