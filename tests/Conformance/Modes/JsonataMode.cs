using System.Text.Json;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Modes;

/// <summary>The <c>jsonata</c> corpus. JSONata is not implemented yet, so each case is counted as unsupported, none as passed.</summary>
public static class JsonataMode
{
    /// <summary>Lists the cases of the groups' files.</summary>
    public static IReadOnlyList<CaseResult> Run(IEnumerable<string> paths, string? filter) =>
        [.. paths.SelectMany(Groups)
            .SelectMany(static file => CorpusFiles.ReadCases(file).Select((json, index) => Id(file, json, index)))
            .Where(id => filter is null || id.Contains(filter, StringComparison.OrdinalIgnoreCase))
            .Select(static id => new CaseResult(id, Outcome.Unsupported, "JSONata expressions are not evaluated yet."))];

    /// <summary>A folder may be the corpus itself, whose datasets are no cases, or its <c>groups</c>.</summary>
    private static IReadOnlyList<string> Groups(string path)
    {
        string groups = Path.Combine(path, "groups");
        return CorpusFiles.Find(Directory.Exists(groups) ? groups : path, ".json");
    }

    private static string Id(string file, JsonElement json, int index) =>
        json.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}/{index}");
}
