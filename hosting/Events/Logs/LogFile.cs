using System.Globalization;
using Compiled.Observation.Logs;

namespace Compiled.Events.Logs;

/// <summary>
/// Records as lines in a file. Before lines that would make the file too large the file gets the number 1, the one that has it number 2, and so on; the last is deleted. Lines are
/// handed to the system as a whole when <see cref="Write"/> returns, though not synced to the disk.
/// </summary>
public sealed class LogFile : ILogSink, IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly long _mostBytes;
    private readonly int _mostFiles;
    private FileStream? _file;
    private bool _isDisposed;

    /// <summary>Opens or makes a file.</summary>
    /// <param name="path">The file; its folder is made when it is missing. Older ones are <c>path.1</c>, <c>path.2</c>.</param>
    /// <param name="mostBytes">How large a file may be, from 1 KiB; 64 MiB unless said. Lines that are longer get a file of their own.</param>
    /// <param name="mostFiles">How many files there are at most, this one included.</param>
    public LogFile(string path, long mostBytes = 64 * 1024 * 1024, int mostFiles = 10)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostFiles, 1);
        (_path, _mostBytes, _mostFiles) = (Path.GetFullPath(path), mostBytes, mostFiles);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _file = Open();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The lines could not be written; they may be there in part, and the next ones begin on a new line.</exception>
    public void Write(ReadOnlySpan<byte> lines)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // A failed rotation left no file open.
            _file ??= Open();
            if (_file.Length > 0 && _file.Length + lines.Length > _mostBytes)
                Rotate();
            try
            {
                // One call, so that a process that is killed leaves whole lines.
                _file.Write(lines);
            }
            catch (IOException)
            {
                // Opened again, the file is looked at for half a line.
                _file.Dispose();
                _file = null;
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            (_file, _isDisposed) = (null, true);
        }
    }

    private void Rotate()
    {
        _file!.Dispose();
        _file = null;
        File.Delete(Numbered(_mostFiles - 1));
        for (int number = _mostFiles - 2; number >= 0; number--)
        {
            if (File.Exists(Numbered(number)))
                File.Move(Numbered(number), Numbered(number + 1));
        }

        _file = Open();
    }

    private string Numbered(int number) => number == 0 ? _path : string.Create(CultureInfo.InvariantCulture, $"{_path}.{number}");

    // A process that was killed, or a full disk, may have left half a line.
    private FileStream Open()
    {
        FileStream file = new(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
                file.WriteByte((byte)'\n');
        }

        return file;
    }
}
