using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled.Durable.Engine;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.History;

namespace Compiled.Durable;

/// <summary>Checking what is stored.</summary>
public sealed partial class ExecutionReader
{
    /// <summary>
    /// Feeds an execution's recorded signals to its definition again and compares the history that follows with the stored one, event by event.
    /// Null when they are the same; otherwise what differs first, or why the definition is not to be had (<see cref="DurableOptions.CompileDefinition"/>).
    /// </summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public string? Verify(string executionArn)
    {
        ExecutionRow row = RowOf(executionArn);
        Workflow? workflow = _definitions(row, out string? trouble);
        if (workflow is null)
            return trouble;
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
        Execution<RecordedHistory> execution = new(workflow, in start, new RecordedHistory(again));
        foreach (SignalRecord signal in signals)
        {
            Run.FeedAgain(execution, signal);
        }

        return Difference(stored, again.Events);
    }

    // The workflow of a stored definition, for who has no machines of its own.
    private Workflow? Compile(ExecutionRow row, out string? trouble)
    {
        string[] hash = row.Head.DefinitionHash.Split('/');
        trouble = null;
        if (_store.FindDefinition(hash[0]) is not { } stored)
        {
            trouble = $"The journal has no definition {hash[0]}.";
            return null;
        }

        try
        {
            Workflow? workflow = _compile?.Invoke(stored.Name, stored.Text, stored.Type);
            if (workflow is null)
                trouble = $"The definition of the machine '{stored.Name}' can't be compiled here (DurableOptions.CompileDefinition).";
            // A child of a distributed Map has a part of the whole definition.
            return hash.Length == 1 ? workflow : workflow?.ChildOf(int.Parse(hash[1], System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception failure)
        {
            trouble = failure.Message;
            return null;
        }
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
