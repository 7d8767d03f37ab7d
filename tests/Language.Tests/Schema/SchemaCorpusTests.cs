using System.Text.Json;
using Compiled.Language.Tests.Binding;

namespace Compiled.Language.Tests.Schema;

/// <summary>The schema over the corpora of definitions: published ones, valid ones, faulty ones.</summary>
public sealed class SchemaCorpusTests
{
    // What the schema alone must see; the other kinds need names, expressions or the whole machine.
    private static readonly string[] s_kinds =
        ["unknown-field", "missing-field", "bad-type", "missing-type", "unknown-type", "next-and-end", "missing-next-or-end", "missing-start-at", "missing-states", "out-of-range"];

    [CorpusFact]
    public void Check_EachPublishedDefinition_FindsNothingButTheKnownIssues()
    {
        string folder = Path.Combine(SharedFolder.Conformance!, "definitions");
        var wrong = new List<string>();
        int count = 0;
        foreach (JsonElement entry in Read(Path.Combine(folder, "real-index.json")).GetProperty("definitions").EnumerateArray())
        {
            count++;
            string file = entry.GetProperty("file").GetString()!;
            string[] known = [.. entry.GetProperty("known_issues").EnumerateArray().Select(issue => issue.GetProperty("pointer").GetString()!.Replace("~1", "/", StringComparison.Ordinal))];
            wrong.AddRange(SchemaFile.Check(File.ReadAllText(Path.Combine(folder, "real", file)))
                .Where(found => !known.Any(pointer => found.StartsWith(pointer + ":", StringComparison.Ordinal))).Select(found => $"{file}: {found}"));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(count >= 180, $"{count} definitions");
    }

    [CorpusFact]
    public void Check_EachValidCase_FindsNothing()
    {
        JsonElement[] cases = [.. Cases().Where(each => each.GetProperty("valid").GetBoolean())];
        string[] wrong = [.. cases.SelectMany(each => SchemaFile.Check(Text(each)).Select(found => $"{each.GetProperty("id")}: {found}"))];

        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
        Assert.True(cases.Length >= 50, $"{cases.Length} cases");
    }

    [CorpusFact]
    public void Check_EachCaseWithAFaultOfForm_FindsSomething()
    {
        JsonElement[] cases = [.. Cases().Where(each => each.GetProperty("faults").EnumerateArray().Any(IsOfForm))];
        string[] missed = [.. cases.Where(each => SchemaFile.Check(Text(each)).Count == 0).Select(each => each.GetProperty("id").GetString()!)];

        Assert.True(missed.Length == 0, string.Join("\n", missed));
        Assert.True(cases.Length >= 50, $"{cases.Length} cases");
    }

    private static bool IsOfForm(JsonElement fault) =>
        fault.GetProperty("severity").GetString() == "error"
        && !(fault.TryGetProperty("optional", out JsonElement optional) && optional.GetBoolean())
        && s_kinds.Contains(fault.GetProperty("kind").GetString());

    // Some are broken as JSON already.
    private static IEnumerable<JsonElement> Cases() => Read(Path.Combine(SharedFolder.Conformance!, "definitions", "faulty.json"))
        .GetProperty("cases").EnumerateArray().Where(each => IsJson(Text(each)));

    private static bool IsJson(string text)
    {
        try
        {
            _ = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(JsonElement entry) => entry.GetProperty("definition_text").GetString()!;

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(file));
}
