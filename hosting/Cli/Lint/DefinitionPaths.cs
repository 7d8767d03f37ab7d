using System.IO.Enumeration;

namespace Compiled.Cli.Lint;

/// <summary>
/// Finds the files that a path of the command line means: a file, a folder with all definitions below it, <c>-</c>, or a pattern with <c>*</c> and
/// <c>?</c> within a name and <c>**</c> for any number of folders. Patterns are matched here because not every shell does, and none a quoted one.
/// </summary>
/// <param name="folder">Where relative paths start.</param>
internal sealed class DefinitionPaths(string folder)
{
    private const string Ending = ".asl.json";
    private const string AnyFolders = "**";

    private static readonly bool s_ignoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>Paths that mean nothing and folders that can't be read, in words.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The files of each path in turn, those of one in the order of their names; none twice. Relative where the path is.</summary>
    public IReadOnlyList<string> FindAll(IEnumerable<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
            foreach (string file in Find(path))
                if (_seen.Add(file == TextSource.StandardInput ? file : Path.GetFullPath(file, folder))) files.Add(file);
        return files;
    }

    private IEnumerable<string> Find(string path)
    {
        // A file may have a name with * in it. One that is not there is left to who reads it.
        if (path == TextSource.StandardInput || File.Exists(Path.Combine(folder, path))) return [path];
        bool isFolder = Directory.Exists(Path.Combine(folder, path));
        if (!isFolder && !IsPattern(path)) return [path];
        SortedSet<string> found = new(StringComparer.Ordinal);
        int before = _problems.Count;
        if (isFolder)
        {
            Walk(path, [AnyFolders, "*" + Ending], found);
        }
        else
        {
            string root = Path.GetPathRoot(path) ?? "";
            Walk(root, path[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries), found);
        }

        if (found.Count == 0 && _problems.Count == before)
            _problems.Add(isFolder ? $"The folder '{path}' holds no *{Ending} file." : $"The pattern '{path}' matches no file.");
        return found;
    }

    private void Walk(string at, ReadOnlySpan<string> segments, SortedSet<string> found)
    {
        string segment = segments[0];
        ReadOnlySpan<string> rest = segments[1..];
        if (segment == AnyFolders)
        {
            // Twice ** is no more than once; at the end it means the definitions.
            Walk(at, rest.IsEmpty ? ["*" + Ending] : rest, found);
            if (!rest.IsEmpty && rest[0] == AnyFolders) return;
            // A link may lead back up.
            foreach (FileSystemInfo below in Entries(at, "*", folders: true))
                if (below.LinkTarget is null) Walk(Path.Combine(at, below.Name), segments, found);
        }
        else if (!IsPattern(segment))
        {
            string next = Path.Combine(at, segment);
            string full = Path.Combine(folder, next);
            if (rest.IsEmpty && File.Exists(full)) found.Add(next);
            else if (!rest.IsEmpty && Directory.Exists(full)) Walk(next, rest, found);
        }
        else
        {
            foreach (FileSystemInfo entry in Entries(at, segment, folders: !rest.IsEmpty))
            {
                string next = Path.Combine(at, entry.Name);
                if (rest.IsEmpty) found.Add(next);
                else Walk(next, rest, found);
            }
        }
    }

    /// <summary>The folders or files of a folder whose names fit; as in shells, a name that begins with a dot only where the pattern does.</summary>
    private FileSystemInfo[] Entries(string at, string pattern, bool folders)
    {
        try
        {
            DirectoryInfo parent = new(Path.Combine(folder, at));
            return [.. (folders ? (IEnumerable<FileSystemInfo>)parent.EnumerateDirectories() : parent.EnumerateFiles())
                .Where(entry => (entry.Name[0] != '.' || pattern[0] == '.') && FileSystemName.MatchesSimpleExpression(pattern, entry.Name, s_ignoresCase))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string problem = $"The folder '{(at.Length == 0 ? "." : at)}' can't be read: {exception.Message}";
            if (!_problems.Contains(problem)) _problems.Add(problem);
            return [];
        }
    }

    private static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');
}
