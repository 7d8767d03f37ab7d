namespace Conformance.Tests.Corpus;

/// <summary>Where the corpora are: beside the repository, in <c>../shared/conformance</c>.</summary>
internal static class CorpusFolder
{
    /// <summary>The reason for which tests are skipped where the folder is absent; null where it is there.</summary>
    public static string? AbsenceReason { get; } = Find() is null ? "The corpora are absent: there is no folder ../shared/conformance beside the repository." : null;

    /// <summary>A file or folder of the corpora.</summary>
    public static string Of(string name) => Path.Combine(Find()!, name);

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Compiled.sln"))) continue;
            string corpora = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", "conformance");
            return Directory.Exists(corpora) ? corpora : null;
        }

        return null;
    }
}
