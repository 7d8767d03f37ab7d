namespace Compiled.Cli;

/// <summary>Writes results to files.</summary>
internal static class TextFile
{
    /// <summary>Writes the text, replacing the file.</summary>
    /// <exception cref="CliException">The file can't be written.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{path}' can't be written: {exception.Message}");
        }
    }
}
