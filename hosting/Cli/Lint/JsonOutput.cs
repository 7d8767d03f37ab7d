using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Compiled.Cli.Lint;

/// <summary>Writes JSON to a text writer, piece by piece.</summary>
internal sealed class JsonOutput : IDisposable
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly TextWriter _output;

    public JsonOutput(TextWriter output)
    {
        _output = output;
        Writer = new Utf8JsonWriter(_buffer, s_options);
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>Hands on what was written; only between two values, where no character is in two pieces.</summary>
    public void Flush()
    {
        Writer.Flush();
        _output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }

    /// <summary>Hands on the rest and ends the line.</summary>
    public void Finish()
    {
        Flush();
        _output.WriteLine();
    }

    public void Dispose() => Writer.Dispose();
}
