using System.Text;
using Compiled.Cli;

namespace Cli.Tests;

/// <summary>One run of the command line in a folder of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compiled-cli-");

    public string Folder => _folder.FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The lines of <see cref="Output"/>.</summary>
    public string[] Lines => Output.TrimEnd().Split(Environment.NewLine);

    /// <summary>Writes a file, and the folders on the way to it, and gives its path.</summary>
    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs in the folder, so that relative paths start there.</summary>
    public async Task<int> RunAsync(string[] args, string input = "", bool usesColour = false)
    {
        using StringWriter output = new(), error = new();
        int code = await CliCommand.RunAsync(args, new CliConsole(new StringReader(input), output, error) { Folder = Folder, UsesColour = usesColour });
        // The folder's name differs from run to run.
        Output = output.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Error = error.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
