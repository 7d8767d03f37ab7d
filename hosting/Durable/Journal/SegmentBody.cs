using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Durable.Journal;

/// <summary>
/// The bytes of a segment: a version, the execution's start in its first segment, the signals that folding needs, and the events that they
/// caused, as AWS's JSON, so that a history is read without the machine that made it.
/// </summary>
/// <remarks>
/// Version 1: <c>01</c>; the start's length and JSON (length 0: none); the number of signals, then each one's length and JSON; then each event's
/// length and JSON to the end. Lengths and numbers are 4 bytes, little-endian.
/// </remarks>
public static class SegmentBody
{
    private const byte Version = 1;

    /// <summary>Writes a segment.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="start">The start, in the first segment of an execution.</param>
    /// <param name="signals">The signals, in the order in which they were fed.</param>
    /// <param name="events">The events that they caused.</param>
    public static void Write(ArrayBufferWriter<byte> writer, in ExecutionStart? start, IReadOnlyList<SignalRecord> signals, IReadOnlyList<HistoryEvent> events)
    {
        writer.GetSpan(1)[0] = Version;
        writer.Advance(1);
        if (start is { } first)
            Part(writer, first.ToUtf8());
        else
            Number(writer, 0);
        Number(writer, signals.Count);
        foreach (SignalRecord signal in signals)
            Part(writer, signal.ToUtf8());
        using Utf8JsonWriter json = new(writer, Json);
        foreach (HistoryEvent recorded in events)
        {
            int at = writer.WrittenCount;
            Number(writer, 0);
            json.Reset(writer);
            recorded.WriteTo(json);
            json.Flush();
            // The length is known only now; what was written before stays where it is unless the writer grew, so it is looked up again.
            BinaryPrimitives.WriteInt32LittleEndian(System.Runtime.InteropServices.MemoryMarshal.AsMemory(writer.WrittenMemory).Span[at..], writer.WrittenCount - at - 4);
        }
    }

    /// <summary>The start, if the segment is an execution's first.</summary>
    /// <exception cref="InvalidDataException">The bytes are no segment.</exception>
    public static ExecutionStart? ReadStart(ReadOnlySpan<byte> body)
    {
        Open(ref body);
        ReadOnlySpan<byte> start = Part(ref body);
        return start.IsEmpty ? null : ExecutionStart.Parse(start);
    }

    /// <summary>Adds the segment's signals to a list.</summary>
    /// <exception cref="InvalidDataException">The bytes are no segment.</exception>
    public static void ReadSignals(ReadOnlySpan<byte> body, List<SignalRecord> signals)
    {
        Open(ref body);
        Part(ref body);
        int count = Number(ref body);
        for (int i = 0; i < count; i++)
            signals.Add(SignalRecord.Parse(Part(ref body)));
    }

    /// <summary>Adds the segment's events, each AWS's JSON, to a list.</summary>
    /// <exception cref="InvalidDataException">The bytes are no segment.</exception>
    public static void ReadEvents(ReadOnlyMemory<byte> body, List<ReadOnlyMemory<byte>> events)
    {
        ReadOnlySpan<byte> rest = body.Span;
        Open(ref rest);
        Part(ref rest);
        int signals = Number(ref rest);
        for (int i = 0; i < signals; i++)
            Part(ref rest);
        while (!rest.IsEmpty)
        {
            int length = Part(ref rest).Length, end = body.Length - rest.Length;
            events.Add(body[(end - length)..end]);
        }
    }

    internal static readonly JsonWriterOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static void Open(ref ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body[0] != Version)
            throw new InvalidDataException(body.IsEmpty
                ? "A segment is empty."
                : $"A segment has version {body[0]}; this program reads version {Version}.");
        body = body[1..];
    }

    private static void Part(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> part)
    {
        Number(writer, part.Length);
        writer.Write(part);
    }

    private static void Number(ArrayBufferWriter<byte> writer, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(writer.GetSpan(4), number);
        writer.Advance(4);
    }

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> body)
    {
        int length = Number(ref body);
        if (length < 0 || length > body.Length)
            throw new InvalidDataException("A segment is cut off.");
        ReadOnlySpan<byte> part = body[..length];
        body = body[length..];
        return part;
    }

    private static int Number(ref ReadOnlySpan<byte> body)
    {
        if (body.Length < 4)
            throw new InvalidDataException("A segment is cut off.");
        int number = BinaryPrimitives.ReadInt32LittleEndian(body);
        body = body[4..];
        return number;
    }
}
