using System.Text.Json;

namespace Conformance.Corpus;

/// <summary>The files of a corpus: what a path on the command line names.</summary>
public static class CorpusFiles
{
    /// <summary>The file itself, or the folder's files with this ending in ordinal order of their names, subfolders included.</summary>
    /// <exception cref="CorpusException">There is no such file or folder.</exception>
    public static IReadOnlyList<string> Find(string path, string ending)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new CorpusException($"'{path}' is neither a file nor a folder.");
        string[] files = Directory.GetFiles(path, "*" + ending, SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <summary>The <c>asl</c> cases of all the paths whose id contains the filter (ordinal, case ignored), in the files' order.</summary>
    /// <exception cref="CorpusException">A path does not exist or a file is not in the corpus' format.</exception>
    public static IReadOnlyList<AslCase> ReadAslCases(IEnumerable<string> paths, string? filter = null)
    {
        List<AslCase> cases = [];
        foreach (string file in paths.SelectMany(static path => Find(path, ".json")))
            cases.AddRange(ReadCases(file).Select(static json => new AslCase(json)));
        return filter is null ? cases : cases.FindAll(item => item.Id.Contains(filter, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The items of the file's <c>cases</c>, or of the array that the file is.</summary>
    public static IEnumerable<JsonElement> ReadCases(string file)
    {
        JsonElement root = ReadJson(file);
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cases", out JsonElement cases)) root = cases;
        return root.ValueKind == JsonValueKind.Array
            ? root.EnumerateArray()
            : throw new CorpusException($"'{file}' holds no array of cases.");
    }

    /// <summary>The file's JSON.</summary>
    public static JsonElement ReadJson(string file)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException exception)
        {
            throw new CorpusException($"'{file}' is not JSON: {exception.Message}");
        }
    }
}
