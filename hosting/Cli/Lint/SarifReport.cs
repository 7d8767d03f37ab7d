using System.Text.Json;
using Compiled.Language.Faults;

namespace Compiled.Cli.Lint;

/// <summary>Faults as a SARIF 2.1.0 log, which code scanning services read.</summary>
/// <param name="output">Where to write.</param>
/// <param name="folder">The folder that locations are relative to.</param>
/// <param name="rulePages">Where the pages of the rules are served, or null: <c>helpUri</c> has to be absolute.</param>
internal sealed class SarifReport(TextWriter output, string folder, Uri? rulePages) : LintReport
{
    // OASIS SARIF 2.1.0: the schema's published address is part of the format.
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    // SARIF 3.14.14: the name that consumers know for the root of the source.
    private const string Root = "%SRCROOT%";

    // The rules come before the results and are only known after them, so places and messages are kept, the texts are not.
    private readonly List<(ArtifactLocation File, IReadOnlyList<PlacedFault> Faults)> _files = [];
    private readonly List<string> _problems = [];

    /// <inheritdoc/>
    public override void Add(LintedFile file) => _files.Add((ArtifactLocation.Of(file.Name, folder), file.Faults));

    /// <inheritdoc/>
    public override void AddProblem(string message) => _problems.Add(message);

    /// <inheritdoc/>
    public override void Finish()
    {
        FaultDescriptor[] rules = [.. _files.SelectMany(static file => file.Faults).Select(static placed => placed.Fault.Descriptor)
            .DistinctBy(static rule => rule.Id).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];
        Dictionary<string, int> indexes = rules.Select(static (rule, index) => (rule.Id, index)).ToDictionary();
        using JsonOutput log = new(output);
        Utf8JsonWriter json = log.Writer;
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(rules, json);
        WriteInvocation(json);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        WriteText("description", "The folder in which lint ran.", json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach ((ArtifactLocation file, IReadOnlyList<PlacedFault> faults) in _files)
        {
            foreach ((Fault fault, SourcePlace place) in faults) WriteResult(file, fault, place, indexes[fault.Id], json);
            log.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        log.Finish();
    }

    private void WriteTool(FaultDescriptor[] rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Compiled");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (FaultDescriptor rule in rules)
        {
            RulePage page = RulePage.Of(rule.Id);
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Kind);
            WriteText("shortDescription", rule.Title, json);
            WriteText("fullDescription", page.Explanation, json);
            if (rulePages is not null) json.WriteString("helpUri", $"{rulePages.AbsoluteUri.TrimEnd('/')}/{rule.Id}.md");
            json.WriteStartObject("help");
            json.WriteString("text", page.Markdown);
            json.WriteString("markdown", page.Markdown);
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

    private void WriteInvocation(Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", _problems.Count == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (string problem in _problems)
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            WriteText("message", problem, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(ArtifactLocation file, Fault fault, SourcePlace place, int ruleIndex, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", fault.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(fault.Severity));
        WriteText("message", fault.Message, json);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", file.Uri);
        if (file.IsRelative) json.WriteString("uriBaseId", Root);
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

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
