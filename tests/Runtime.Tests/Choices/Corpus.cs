using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

/// <summary>The recorded cases, found by walking up from the tests to a folder <c>shared/conformance</c>.</summary>
internal static class Corpus
{
    public static string? Folder { get; } = Find();

    public static IEnumerable<JsonValue> Cases(string area)
    {
        JsonValue file = JsonValue.Parse(File.ReadAllBytes(Path.Combine(Folder!, "asl", $"{area}.json")));
        foreach (JsonValue recorded in file.Get("cases").Items())
        {
            yield return recorded;
        }
    }

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", "conformance");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}

/// <summary>A test on the recorded cases; skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Corpus.Folder is null)
        {
            Skip = "There is no folder shared/conformance above the tests.";
        }
    }
}
