using Compiled.ObjectStore;
using Compiled.Simulation;

namespace Compiled.Cli;

/// <summary>What stands for the world outside of executions, from files that the command line names.</summary>
internal static class OutsideFiles
{
    /// <summary>Reads what resources do.</summary>
    /// <exception cref="CliException">There is no such file, or it says something that can't be.</exception>
    public static async Task<TaskSimulator> ReadTasksAsync(string file, CliConsole console, CancellationToken cancellationToken)
    {
        TextSource source = await TextSource.ReadAsync(file, console, cancellationToken).ConfigureAwait(false);
        try
        {
            return TaskSimulator.Read(JsonText.Parse(source));
        }
        catch (TaskScriptException exception)
        {
            throw new CliException($"'{source.Name}': {exception.Message}");
        }
    }

    /// <summary>The buckets in a folder.</summary>
    /// <exception cref="CliException">There is no such folder.</exception>
    public static FolderObjectStore Buckets(string folder) =>
        Directory.Exists(folder) ? new FolderObjectStore(folder) : throw new CliException($"'{folder}' is no folder.");
}
