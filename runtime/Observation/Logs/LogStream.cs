namespace Compiled.Observation.Logs;

/// <summary>Records as lines into a stream, such as that of <c>Console.OpenStandardOutput()</c>. The stream stays the caller's.</summary>
public sealed class LogStream(Stream stream) : ILogSink
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> lines)
    {
        lock (_lock)
        {
            stream.Write(lines);
            stream.Flush();
        }
    }
}
