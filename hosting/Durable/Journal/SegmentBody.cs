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
        if (reader.Byte() != 0)
            reader.PassStart();
        for (long left = reader.Number(); left > 0; left--)
            signals.Add(reader.Signal());
    }

    /// <summary>Adds the segment's events, each AWS's JSON, to a list.</summary>
    /// <param name="body">The segment.</param>
    /// <param name="events">The list.</param>
    /// <param name="fromEvent">The number of the first event that is wanted; those before are passed over without being turned into text.</param>
    /// <param name="toEvent">The number of the last one.</param>
    /// <exception cref="InvalidDataException">The bytes are no segment.</exception>
    public static void ReadEvents(ReadOnlyMemory<byte> body, List<ReadOnlyMemory<byte>> events, int fromEvent = 1, int toEvent = int.MaxValue)
    {
        SegmentReader reader = OpenAtEvents(body.Span, fromEvent, out int id, out int end);
        ArrayBufferWriter<byte> json = new(1024);
        using Utf8JsonWriter writer = new(json, Json);
        for (; id < end && id <= toEvent; id++)
        {
            json.ResetWrittenCount();
            writer.Reset(json);
            reader.Event(id).WriteTo(writer);
            writer.Flush();
            events.Add(json.WrittenSpan.ToArray());
        }
    }

    /// <summary>Adds what the segment's events say besides their data to a list; the data is not read.</summary>
    /// <inheritdoc cref="ReadEvents"/>
    public static void ReadOutlines(ReadOnlyMemory<byte> body, List<EventOutline> outlines, int fromEvent = 1, int toEvent = int.MaxValue)
    {
        SegmentReader reader = OpenAtEvents(body.Span, fromEvent, out int id, out int end);
        for (; id < end && id <= toEvent; id++)
            outlines.Add(EventOutline.Of(reader.EventWithoutData(id)));
    }

    private static SegmentReader OpenAtEvents(ReadOnlySpan<byte> body, int fromEvent, out int id, out int end)
    {
        SegmentReader reader = Open(body);
        if (reader.Byte() != 0)
            reader.PassStart();
        for (long left = reader.Number(); left > 0; left--)
            reader.PassSignal();
        id = (int)reader.Number();
        end = id + (int)reader.Number();
        for (; id < end && id < fromEvent; id++)
            reader.PassEvent();
        return reader;
    }

    private static SegmentReader Open(ReadOnlySpan<byte> body)
    {
        SegmentReader reader = new(body);
        byte version = reader.Byte();
        return version == Version ? reader : throw new InvalidDataException($"A segment has version {version}; this program reads version {Version}.");
    }
}
