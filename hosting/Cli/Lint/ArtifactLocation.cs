namespace Compiled.Cli.Lint;

/// <summary>Where a file is, as SARIF 2.1.0, 3.4 says it.</summary>
/// <param name="Uri">A reference relative to the folder, or an absolute one for what is not below it.</param>
/// <param name="IsRelative">Whether the reference is relative to the folder.</param>
internal readonly record struct ArtifactLocation(string Uri, bool IsRelative)
{
    /// <summary>The location of a file by its name in reports.</summary>
    public static ArtifactLocation Of(string name, string folder)
    {
        if (name == TextSource.StandardInputName) return new ArtifactLocation(System.Uri.EscapeDataString(name), IsRelative: false);
        string full = Path.GetFullPath(name, folder);
        string relative = Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal)
            ? new ArtifactLocation(new Uri(full).AbsoluteUri, IsRelative: false)
            : new ArtifactLocation(string.Join('/', relative.Split('/').Select(System.Uri.EscapeDataString)), IsRelative: true);
    }
}
