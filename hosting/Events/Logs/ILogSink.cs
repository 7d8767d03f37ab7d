namespace Compiled.Events.Logs;

/// <summary>Where log records go. Any thread may call.</summary>
public interface ILogSink
{
    /// <summary>Takes one record: JSON in UTF-8 on one line, without the line's end. The bytes are the caller's again afterwards.</summary>
    void Write(ReadOnlySpan<byte> record);
}
