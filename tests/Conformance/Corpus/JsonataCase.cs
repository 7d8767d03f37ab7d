using System.Globalization;
using System.Text.Json;
using Compiled.Language.Json;
using Compiled.Values;

namespace Conformance.Corpus;

/// <summary>One case of the <c>jsonata</c> corpus: an expression, its input, and the value or the error expected of it.</summary>
public sealed class JsonataCase
{
    private readonly JsonElement _json;
    private readonly Lazy<JsonElement> _input;

    /// <summary>Reads a case; <paramref name="json"/> must outlive it.</summary>
    /// <param name="json">The case.</param>
    /// <param name="id">Its id where it has none of its own.</param>
    /// <param name="readDataset">Reads a dataset by its name.</param>
    /// <exception cref="CorpusException">The case has no expression, or expects nothing.</exception>
    public JsonataCase(JsonElement json, string id, Func<string, JsonElement> readDataset)
    {
        _json = json;
        Id = Member("id") is { ValueKind: JsonValueKind.String } named ? named.GetString()! : id;
        Expression = Member("expr") is { ValueKind: JsonValueKind.String } text ? Decode(text) : throw new CorpusException($"Case '{Id}' has no 'expr'.");
        if (Code is null && Result.ValueKind == JsonValueKind.Undefined && !ExpectsUndefined)
            throw new CorpusException($"Case '{Id}' has none of 'result', 'undefinedResult', 'code' and 'error'.");
        // Datasets are shared, so one that is missing is told when a case needs it and not for every case.
        _input = new(() => Member("data") is { ValueKind: not JsonValueKind.Undefined } data ? data
            : Member("dataset") is { ValueKind: JsonValueKind.String } dataset ? readDataset(dataset.GetString()!) : default);
    }

    /// <summary>The case's name, unique in the corpus.</summary>
    public string Id { get; }

    /// <summary>The expression.</summary>
    public string Expression { get; }

    /// <summary>The variables bound before the expression is evaluated, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Bindings =>
        Member("bindings") is { ValueKind: JsonValueKind.Object } bindings
            ? [.. bindings.EnumerateObject().Select(static binding => KeyValuePair.Create(binding.Name, binding.Value))]
            : [];

    /// <summary>The value expected; undefined when it is an error, or no value.</summary>
    public JsonElement Result => Member("result");

    /// <summary>Whether the expression must give no value.</summary>
    public bool ExpectsUndefined => Member("undefinedResult").ValueKind == JsonValueKind.True;

    /// <summary>The code of the error expected, at compile time or at run time; null when it is a value.</summary>
    public string? Code => Text(_json, "code") ?? Text(Member("error"), "code");

    /// <summary>The text of the error expected; null when the case doesn't say it.</summary>
    public string? Message => Text(Member("error"), "message");

    /// <summary>Whether arrays are compared as bags.</summary>
    public bool IsUnordered => Member("unordered").ValueKind == JsonValueKind.True;

    /// <summary>How long the expression may take; null when the case doesn't bound it.</summary>
    public TimeSpan? TimeLimit => Member("timelimit") is { ValueKind: JsonValueKind.Number } limit ? TimeSpan.FromMilliseconds(limit.GetDouble()) : null;

    /// <summary>How deep functions may call each other; null when the case doesn't bound it.</summary>
    public int? Depth => Member("depth") is { ValueKind: JsonValueKind.Number } depth ? depth.GetInt32() : null;

    /// <summary>The expression's input; missing where it is evaluated on nothing.</summary>
    /// <exception cref="CorpusException">The case's dataset does not exist.</exception>
    public JsonValue Input() => JsonValue.FromJsonElement(_input.Value);

    /// <summary>Reads the cases of all the paths whose id contains the filter (ordinal, case ignored), in the files' order.</summary>
    /// <exception cref="CorpusException">A path does not exist or a file is not in the corpus' format.</exception>
    public static IReadOnlyList<JsonataCase> Read(IEnumerable<string> paths, string? filter = null)
    {
        List<JsonataCase> cases = [];
        foreach (string file in paths.SelectMany(Groups))
        {
            Dictionary<string, JsonElement> datasets = new(StringComparer.Ordinal);
            cases.AddRange(CorpusFiles.ReadCases(file).Select((json, index) => new JsonataCase(
                json, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}/{index}"), name => Dataset(file, name, datasets))));
        }

        return filter is null ? cases : cases.FindAll(item => item.Id.Contains(filter, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A folder may be the corpus itself, whose datasets are no cases, or its <c>groups</c>.</summary>
    private static IReadOnlyList<string> Groups(string path)
    {
        string groups = Path.Combine(path, "groups");
        return CorpusFiles.Find(Directory.Exists(groups) ? groups : path, ".json");
    }

    /// <summary>A dataset stands in <c>datasets</c>, beside the group's folder or in it.</summary>
    private static JsonElement Dataset(string group, string name, Dictionary<string, JsonElement> read)
    {
        if (read.TryGetValue(name, out JsonElement dataset)) return dataset;
        string folder = Path.GetDirectoryName(Path.GetFullPath(group))!;
        string file = Path.Combine("datasets", name + ".json");
        string found = new[] { Path.Combine(folder, "..", file), Path.Combine(folder, file) }.FirstOrDefault(File.Exists)
            ?? throw new CorpusException($"Dataset '{name}' of '{group}' is not in a folder 'datasets' beside it.");
        return read[name] = CorpusFiles.ReadJson(found);
    }

    /// <summary>An expression may hold half of a surrogate pair, which System.Text.Json does not give as a string.</summary>
    private static string Decode(JsonElement text) => ((StringNode)JsonReader.ReadValue(text.GetRawText()).Root!).Value;

    private JsonElement Member(string name) => _json.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
