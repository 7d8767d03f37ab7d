namespace Compiled.Language.Tests.Binding;

/// <summary>Finds the conformance corpora, which are not part of the repository.</summary>
internal static class SharedFolder
{
    /// <summary>The folder <c>shared/conformance</c> in a folder above the tests, or null.</summary>
    public static string? Conformance { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "conformance");
            if (Directory.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
