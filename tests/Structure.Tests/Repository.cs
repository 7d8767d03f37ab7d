namespace Structure.Tests;

/// <summary>The repository the tests run in, found from where the test assembly stands.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> SourceFiles(params string[] folders) =>
        (folders.Length == 0 ? ["language", "generator", "analyzers", "runtime", "hosting", "tests", "benchmarks", "samples"] : folders)
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !Relative(file).Split('/').Any(segment => segment is "bin" or "obj"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Compiled.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("No folder above the tests holds Compiled.sln.");
    }
}
