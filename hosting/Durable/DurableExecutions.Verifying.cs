using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled.Durable.Engine;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.History;

namespace Compiled.Durable;

/// <summary>Checking what is stored.</summary>
public sealed partial class DurableExecutions
{
    /// <summary>
    /// Feeds an execution's recorded signals to its definition again and compares the history that follows with the stored one, event by event.
    /// Null when they are the same; otherwise what differs first.
    /// </summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public string? Verify(string executionArn)
    {
        ExecutionRow row = Reader.RowOf(executionArn);
        if (_engine.Machines.Resolve(row) is not { } machine)
            return _engine.Troubles.GetValueOrDefault(row.Id);
        IReadOnlyList<Segment> segments = _store.ReadSegments(row.Id);
        List<SignalRecord> signals = [];
        List<ReadOnlyMemory<byte>> stored = [];
        foreach (Segment segment in segments)
        {
            SegmentBody.ReadSignals(segment.Body.Span, signals);
            SegmentBody.ReadEvents(segment.Body, stored);
        }

        RunEvents again = new();
        ExecutionStart start = SegmentBody.ReadStart(segments[0].Body.Span)!.Value;
        Execution<RecordedHistory> execution = new(machine.Workflow, in start, new RecordedHistory(again));
        foreach (SignalRecord signal in signals)
        {
            Run.FeedAgain(execution, signal);
        }

        return Difference(stored, again.Events);
    }

    private static string? Difference(List<ReadOnlyMemory<byte>> stored, List<HistoryEvent> again)
    {
        for (int i = 0; i < Math.Max(stored.Count, again.Count); i++)
        {
            string was = i < stored.Count ? Encoding.UTF8.GetString(stored[i].Span) : "nothing", got = i < again.Count ? Text(again[i]) : "nothing";
            if (was != got)
                return $"event {i + 1} is stored as {was}, and its signals give {got}";
        }

        return null;
    }

    private static string Text(HistoryEvent recorded)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, SegmentBody.Json))
            recorded.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
