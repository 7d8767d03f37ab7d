using System.Text;

namespace Crash;

/// <summary>What handlers did to the world outside: a line for each attempt, which outlives the process that wrote it.</summary>
internal sealed class EffectLog(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private readonly Lock _lock = new();

    public void Add(string line)
    {
        // One write, so that a kill leaves whole lines.
        lock (_lock)
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }

    public void Dispose() => _file.Dispose();
}
