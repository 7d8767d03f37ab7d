using System.Text.Json;
using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Language.Tests.Binding;

/// <summary>Published definitions and those that AWS itself ran: no Error may be reported in them.</summary>
public sealed class RealCorpusTests
{
    [CorpusFact]
    public void Bind_EachPublishedDefinition_ReportsNoErrorButTheKnownIssues()
    {
        string folder = Path.Combine(SharedFolder.Conformance!, "definitions");
        using JsonDocument index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "real-index.json")));
        var wrong = new List<string>();
        int count = 0;
        foreach (JsonElement entry in index.RootElement.GetProperty("definitions").EnumerateArray())
        {
            string file = entry.GetProperty("file").GetString()!;
            count++;
            IReadOnlyList<Fault> errors = Errors(MachineBinder.Bind(File.ReadAllText(Path.Combine(folder, "real", file))));
            wrong.AddRange(errors.Where(fault => !IsKnown(entry, fault)).Select(fault => $"{file}: {fault}"));
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(count >= 180, $"{count} definitions");
    }

    [CorpusFact]
    public void Bind_EachDefinitionThatAwsRan_ReportsNoError()
    {
        var wrong = new List<string>();
        int count = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(SharedFolder.Conformance!, "asl"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonElement entry in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                if (entry.GetProperty("kind").GetString() != "execution" || Text(entry) is not { } text)
                    continue;
                count++;
                MachineType type = entry.GetProperty("type").GetString() == "EXPRESS" ? MachineType.Express : MachineType.Standard;
                wrong.AddRange(Errors(MachineBinder.Bind(text, type)).Select(fault => $"{entry.GetProperty("id")}: {fault}"));
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(count >= 700, $"{count} definitions");
    }

    // A recording may have words such as <partition> where the definition that ran had 'aws'; the case says which.
    private static string? Text(JsonElement entry)
    {
        string? text = entry.TryGetProperty("definition_text", out JsonElement written) ? written.GetString()
            : entry.TryGetProperty("definition", out JsonElement definition) ? definition.GetRawText()
            : null;
        if (!entry.TryGetProperty("substitutions", out JsonElement substitutions))
            return text;
        foreach (JsonProperty word in substitutions.EnumerateObject().Where(word => word.Name.StartsWith('<') && word.Value.ValueKind == JsonValueKind.String))
            text = text?.Replace(word.Name, word.Value.GetString(), StringComparison.Ordinal);
        return text;
    }

    private static IReadOnlyList<Fault> Errors(BoundMachine bound) => [.. bound.Faults.Where(fault => fault.Severity == Severity.Error)];

    private static bool IsKnown(JsonElement entry, Fault fault) => entry.GetProperty("known_issues").EnumerateArray().Any(
        issue => issue.GetProperty("kind").GetString() == fault.Kind && issue.GetProperty("pointer").GetString() == fault.Pointer);
}
