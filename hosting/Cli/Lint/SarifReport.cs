using System.Reflection;
using System.Text.Json;
using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>Faults as a SARIF 2.1.0 log, which code scanning services read.</summary>
internal static class SarifReport
{
    // OASIS SARIF 2.1.0: the schema's published address is part of the format.
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static void Write(IReadOnlyList<LintedFile> files, Utf8JsonWriter json)
    {
        FaultDescriptor[] rules = [.. files.SelectMany(static file => file.Faults).Select(static fault => fault.Descriptor)
            .DistinctBy(static rule => rule.Id).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(rules, json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (LintedFile file in files)
            foreach ((Fault fault, SourcePlace place) in file.Placed)
                WriteResult(file, fault, place, Array.FindIndex(rules, rule => rule.Id == fault.Id), json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(FaultDescriptor[] rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Compiled");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (FaultDescriptor rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Kind);
            json.WriteStartObject("shortDescription");
            json.WriteString("text", rule.Title);
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.DefaultSeverity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(LintedFile file, Fault fault, SourcePlace place, int ruleIndex, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", fault.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(fault.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", fault.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(file.Source.Name.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", fault.Pointer);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
