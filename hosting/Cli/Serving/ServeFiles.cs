using Compiled.Events.Logs;
using Compiled.Observation.Logs;
using Compiled.Outside;
using Compiled.Outside.Lambda;
using Compiled.Server;
using Compiled.TestState.Mocking;

namespace Compiled.Cli.Serving;

/// <summary>What <c>serve</c> reads from files.</summary>
internal static class ServeFiles
{
    /// <summary>Who does the tasks: what the files name, then nobody.</summary>
    /// <exception cref="CliException">A file is missing, or says something that can't be.</exception>
    public static async Task<ITaskHandler> TasksAsync(ServeSettings settings, CliConsole console, CancellationToken cancellationToken)
    {
        ITaskHandler otherwise = settings.Tasks is { } file ? await OutsideFiles.ReadTasksAsync(file, console, cancellationToken).ConfigureAwait(false) : new MissingHandlers();
        if (settings.LambdaEndpoint is { } endpoint)
        {
            return Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
                ? OutsideTasks.Create(new OutsideConfiguration { Lambda = new LambdaConfiguration { Endpoint = url } }, otherwise)
                : throw new CliException($"--lambda-endpoint: '{endpoint}' is no URL; expected 'http://...' or 'https://...'.");
        }

        if (settings.Outside is null)
            return otherwise;
        TextSource source = await TextSource.ReadAsync(settings.Outside, console, cancellationToken).ConfigureAwait(false);
        try
        {
            return OutsideTasks.Create(OutsideConfiguration.Parse(source.Text), otherwise);
        }
        catch (ConfigurationException exception)
        {
            throw new CliException($"'{source.Name}': {exception.Message}");
        }
    }

    /// <summary>What starts executions beside the API; nothing when no file is named.</summary>
    /// <exception cref="CliException">The file is missing, or says something that can't be.</exception>
    public static async Task<StartsConfiguration> StartsAsync(ServeSettings settings, CliConsole console, CancellationToken cancellationToken)
    {
        if (settings.Starts is null)
            return new StartsConfiguration();
        TextSource source = await TextSource.ReadAsync(settings.Starts, console, cancellationToken).ConfigureAwait(false);
        try
        {
            return StartsConfiguration.Parse(source.Text);
        }
        catch (ConfigurationException exception)
        {
            throw new CliException($"'{source.Name}': {exception.Message}");
        }
    }

    /// <summary>The mock file; null for none.</summary>
    /// <exception cref="CliException">It is missing or not in the format.</exception>
    public static MockFile? Mocks(ServeSettings settings, CliConsole console)
    {
        try
        {
            return settings.Mocks is { } path ? new MockFile(Path.Combine(console.Folder, path)) : MockFile.Find();
        }
        catch (MockFileException exception)
        {
            throw new CliException(exception.Message);
        }
    }

    /// <summary>Where logs go; null for nowhere.</summary>
    /// <exception cref="CliException">The file can't be written.</exception>
    public static ILogSink? Logs(ServeSettings settings, CliConsole console)
    {
        if (settings.Log == TextSource.StandardInput)
            return new LogStream(System.Console.OpenStandardOutput());
        string? path = settings.Log ?? (settings.DataFolder is { } data ? Path.Combine(data, "logs", "executions.log") : null);
        try
        {
            return path is null ? null : new LogFile(Path.Combine(console.Folder, path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The log '{path}' can't be written: {failure.Message}");
        }
    }

    /// <summary>The access keys with their secrets; none when no file is named.</summary>
    /// <exception cref="CliException">The file is missing, holds no key, or a line is none.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> AccessKeysAsync(ServeSettings settings, CliConsole console, CancellationToken cancellationToken)
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        if (settings.AccessKeys is null)
            return keys;
        TextSource source = await TextSource.ReadAsync(settings.AccessKeys, console, cancellationToken).ConfigureAwait(false);
        int number = 0;
        foreach (string line in source.Text.Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            int at = line.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == line.Length - 1)
                throw new CliException($"'{source.Name}', line {number}: expected ACCESS_KEY=SECRET_KEY.");
            keys[line[..at]] = line[(at + 1)..];
        }

        // An empty list would take everybody.
        return keys.Count > 0 ? keys : throw new CliException($"'{source.Name}' holds no key.");
    }
}
