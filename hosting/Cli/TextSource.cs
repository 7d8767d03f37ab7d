namespace Compiled.Cli;

/// <summary>A text and where it came from.</summary>
/// <param name="Name">The path as the caller wrote it, or <c>&lt;stdin&gt;</c>.</param>
/// <param name="Text">The whole text.</param>
public sealed record TextSource(string Name, string Text)
{
    /// <summary>What stands for standard input on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="CliException">There is no such file, or it can't be read.</exception>
    public static async Task<TextSource> ReadAsync(string path, CliConsole console, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(console);
        if (path == StandardInput) return new TextSource("<stdin>", await console.Input.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
        if (Directory.Exists(path)) throw new CliException($"'{path}' is a folder; a file was expected.");
        try
        {
            return new TextSource(path, await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException($"There is no file '{path}'.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{path}' can't be read: {exception.Message}");
        }
    }
}
