using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Compiled.Benchmarks.Baselines;

/// <summary>Where a baseline writes its output: one buffer and one writer, used again for every run.</summary>
internal sealed class Output
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Utf8JsonWriter _writer;

    public Output() => _writer = new Utf8JsonWriter(Buffer, s_options);

    public ArrayBufferWriter<byte> Buffer { get; } = new(1 << 16);

    public ReadOnlySpan<byte> Written => Buffer.WrittenSpan;

    public Utf8JsonWriter Writer()
    {
        Buffer.ResetWrittenCount();
        _writer.Reset(Buffer);
        return _writer;
    }
}
