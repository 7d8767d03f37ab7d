using System.Globalization;

namespace Compiled.Events.Logs;

/// <summary>
/// Records as lines in a file. Before a line that would make the file too large the file gets the number 1, the one that has it number 2, and so on; the last is deleted. Each line is
/// handed to the system as a whole when <see cref="Write"/> returns, though not synced to the disk.
/// </summary>
public sealed class LogFile : ILogSink, IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly long _mostBytes;
    private readonly int _mostFiles;
    private FileStream? _file;
    private byte[] _line = new byte[4096];

    /// <summary>Opens or makes a file.</summary>
    /// <param name="path">The file; its folder is made when it is missing. Older ones are <c>path.1</c>, <c>path.2</c>.</param>
    /// <param name="mostBytes">How large a file may be, from 1 KiB; 64 MiB unless said. A longer line gets a file of its own.</param>
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
    /// <exception cref="IOException">The line could not be written; it may be there in part, and the next one begins on a new line.</exception>
    public void Write(ReadOnlySpan<byte> record)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_line.Length == 0, this);
            // A failed rotation left no file open.
            _file ??= Open();
            if (_file.Length > 0 && _file.Length + record.Length + 1 > _mostBytes)
                Rotate();
            if (_line.Length <= record.Length)
                _line = new byte[Math.Max(record.Length + 1, _line.Length * 2)];
            record.CopyTo(_line);
            _line[record.Length] = (byte)'\n';
            try
            {
                // One call, so that a process that is killed leaves whole lines.
                _file.Write(_line, 0, record.Length + 1);
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
            (_file, _line) = (null, []);
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
