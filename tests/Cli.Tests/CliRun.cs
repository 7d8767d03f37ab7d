using Compiled.Cli;

namespace Cli.Tests;

/// <summary>One run of the command line in a folder of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compiled-cli-");

    public string Folder => _folder.FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public async Task<int> RunAsync(string[] args, string input = "")
    {
        using StringWriter output = new(), error = new();
        int code = await CliCommand.RunAsync(args, new CliConsole(new StringReader(input), output, error));
        // The folder's name differs from run to run.
        Output = output.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Error = error.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        return code;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
