using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Compiled.Server.Protocol;

/// <summary>Where an answer is written before it is sent whole; a thread uses its buffer again for later requests.</summary>
internal sealed class AnswerBuffer : IDisposable
{
    // A rare large answer must not stay in memory.
    private const int LargestKept = 256 * 1024;

    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static AnswerBuffer? t_kept;

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    private AnswerBuffer() => Writer = new Utf8JsonWriter(_bytes, s_writing);

    /// <summary>Writes the answer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>What was flushed.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>An empty one.</summary>
    public static AnswerBuffer Rent()
    {
        AnswerBuffer buffer = t_kept ?? new AnswerBuffer();
        t_kept = null;
        return buffer;
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        Writer.Reset();
    }

    /// <summary>Gives it back; nobody may use it any more.</summary>
    public void Dispose()
    {
        if (_bytes.Capacity > LargestKept)
            return;
        Clear();
        t_kept = this;
    }
}
