namespace Graph.Tests.Corpus;

/// <summary>Finds the real definitions, which are not part of the repository.</summary>
internal static class RealDefinitions
{
    /// <summary>The folder <c>shared/conformance/definitions/real</c> in a folder above the tests, or null.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "conformance", "definitions", "real");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
