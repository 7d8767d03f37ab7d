namespace Compiled.Observation.Logs;

/// <summary>Where log records go. Any thread may call.</summary>
public interface ILogSink
{
    /// <summary>Takes records: each JSON in UTF-8 on one line, with the line's end. They stay together. The bytes are the caller's again afterwards.</summary>
    void Write(ReadOnlySpan<byte> lines);
}
