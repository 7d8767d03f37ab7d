using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Compiled.Cli;

/// <summary>A text and where it came from.</summary>
/// <param name="Name">The path as the caller wrote it, or <c>&lt;stdin&gt;</c>.</param>
/// <param name="Text">The whole text.</param>
public sealed record TextSource(string Name, string Text)
{
    /// <summary>What stands for standard input on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>What reports call standard input.</summary>
    public const string StandardInputName = "<stdin>";

    /// <summary>Reads a file, or standard input for <c>-</c>. A byte order mark of UTF-8 is no part of the text.</summary>
    /// <exception cref="CliException">There is no such file, it can't be read, or it is not UTF-8.</exception>
    public static async Task<TextSource> ReadAsync(string path, CliConsole console, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(console);
        if (path == StandardInput) return new TextSource(StandardInputName, await console.Input.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
        string full = Path.Combine(console.Folder, path);
        if (Directory.Exists(full)) throw new CliException($"'{path}' is a folder; a file was expected.");
        try
        {
            return new TextSource(path, Decode(path, await File.ReadAllBytesAsync(full, cancellationToken).ConfigureAwait(false)));
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

    // RFC 8259, 8.1: JSON that systems exchange is UTF-8. A reader that puts U+FFFD for what is not would judge another text.
    private static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        char[] characters = new char[bytes.Length];
        if (Utf8.ToUtf16(bytes, characters, out int read, out int written, replaceInvalidSequences: false) == OperationStatus.Done)
            return new string(characters, 0, written);
        int line = bytes[..read].Count((byte)'\n') + 1;
        throw new CliException($"'{path}' is not UTF-8: line {line} has the byte 0x{bytes[read]:X2} where a character was expected.");
    }
}
