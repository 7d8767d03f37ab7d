using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.Execution;
using Compiled.History;

namespace Compiled.Durable.Journal;

/// <summary>
/// The bytes of a segment: a version, the execution's start in its first segment, the signals that folding needs, and the events that they
/// caused, so that a history is read without the machine that made it.
/// </summary>
/// <remarks>
/// Version 1: <c>01</c>; 1 and the start, or 0; the number of signals, then each; the id of the first event; the number of events, then each. Numbers
/// have seven bits a byte, the lowest first. Values and texts that stood before are numbers of what stood. Event types, signal kinds and resource kinds
/// are the numbers of their enumerations, which never change.
/// </remarks>
public static class SegmentBody
{
    private const byte Version = 1;

    internal static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a segment.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="start">The start, in the first segment of an execution.</param>
    /// <param name="signals">The signals, in the order in which they were fed.</param>
    /// <param name="events">The events that they caused, at least one.</param>
    public static void Write(ArrayBufferWriter<byte> writer, in ExecutionStart? start, IReadOnlyList<SignalRecord> signals, IReadOnlyList<HistoryEvent> events)
    {
        SegmentWriter segment = new(writer);
        segment.Byte(Version);
        segment.Byte((byte)(start is null ? 0 : 1));
        if (start is { } first)
            segment.Start(in first);
        segment.Number(signals.Count);
        for (int i = 0; i < signals.Count; i++)
            segment.Signal(signals[i]);
        segment.Number(events[0].Id);
        segment.Number(events.Count);
        for (int i = 0; i < events.Count; i++)
            segment.Event(events[i]);
    }

    /// <summary>The start, if the segment is an execution's first.</summary>
    /// <exception cref="InvalidDataException">The bytes are no segment.</exception>
    public static ExecutionStart? ReadStart(ReadOnlySpan<byte> body)
    {
        SegmentReader reader = Open(body);
        return reader.Byte() == 0 ? null : reader.Start();
    }

    /// <summary>Adds the segment's signals to a list.</summary>
    /// <exception cref="InvalidDataException">The bytes are no segment.</exception>
    public static void ReadSignals(ReadOnlySpan<byte> body, List<SignalRecord> signals)
    {
        SegmentReader reader = Open(body);
        ReadSignals(ref reader, signals);
    }

    /// <summary>Adds the segment's events, each AWS's JSON, to a list.</summary>
    /// <exception cref="InvalidDataException">The bytes are no segment.</exception>
    public static void ReadEvents(ReadOnlyMemory<byte> body, List<ReadOnlyMemory<byte>> events)
    {
        SegmentReader reader = Open(body.Span);
        ReadSignals(ref reader, null);
        int id = (int)reader.Number();
        ArrayBufferWriter<byte> json = new(1024);
        using Utf8JsonWriter writer = new(json, Json);
        for (long left = reader.Number(); left > 0; left--, id++)
        {
            json.ResetWrittenCount();
            writer.Reset(json);
            reader.Event(id).WriteTo(writer);
            writer.Flush();
            events.Add(json.WrittenSpan.ToArray());
        }
    }

    private static SegmentReader Open(ReadOnlySpan<byte> body)
    {
        SegmentReader reader = new(body);
        byte version = reader.Byte();
        return version == Version ? reader : throw new InvalidDataException($"A segment has version {version}; this program reads version {Version}.");
    }

    private static void ReadSignals(ref SegmentReader reader, List<SignalRecord>? signals)
    {
        if (reader.Byte() != 0)
            reader.Start();
        for (long left = reader.Number(); left > 0; left--)
        {
            SignalRecord signal = reader.Signal();
            signals?.Add(signal);
        }
    }
}
