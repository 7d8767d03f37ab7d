using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Testing;

/// <summary>The host of <see cref="FoldingRunner"/>: the in-memory host, with a new execution after every recorded signal.</summary>
internal sealed class FoldingDriver : Driver<RecordedHistory>
{
    private readonly byte[] _start;
    private readonly FoldedHistory _history;
    private readonly List<byte[]> _records = [];

    public FoldingDriver(Workflow workflow, in JsonValue input, ExecutionOptions options, FoldedHistory history, CancellationToken cancellationToken)
        : this(workflow, ExecutionStart.Of(in input, Runner<RecordedHistory>.Ticks(options), options).ToUtf8(), options, history, cancellationToken)
    {
    }

    private FoldingDriver(Workflow workflow, byte[] start, ExecutionOptions options, FoldedHistory history, CancellationToken cancellationToken)
        : base(workflow, NewExecution(workflow, start, history.Current), options, history, null, null, null, cancellationToken)
        => (_start, _history) = (start, history);

    public ValueTask<ExecutionResult> Run()
    {
        Next next = Advance(new Signal(SignalKind.Start, 0, default, Execution.StartTime), inline: false, out Frame<RecordedHistory>? frame);
        return Start(next, frame);
    }

    private protected override Next Advance(in Signal signal, bool inline, out Frame<RecordedHistory>? frame)
    {
        if (signal.Kind == SignalKind.Resume)
            return Execution.Advance(in signal, out frame);
        _records.Add(new SignalRecord(in signal, inline).ToUtf8());
        InMemoryHistory before = _history.Current;
        _history.Current = new InMemoryHistory();
        Execution = NewExecution(Workflow, _start, _history.Current);
        Next next = Folding.Fold(Execution, [.. _records.Select(static record => SignalRecord.Parse(record))], out frame);
        Compare(before, _history.Current);
        AttachOutstanding();
        return next;
    }

    private static Execution<RecordedHistory> NewExecution(Workflow workflow, byte[] start, InMemoryHistory history)
        => new(workflow, ExecutionStart.Parse(start), new RecordedHistory(history));

    private void AttachOutstanding()
    {
        Dictionary<int, PendingEffect> pending = Outstanding().ToDictionary(static effect => effect.Effect);
        while (Execution.TryTakeAborted(out AbortedEffect aborted))
        {
            if (pending.Remove(aborted.Effect, out PendingEffect? forgotten))
                End(forgotten);
        }

        if (Execution.Status != ExecutionStatus.Running)
            return;
        foreach ((int effect, PendingEffect kept) in pending)
        {
            Frame<RecordedHistory> frame = Execution.Find(effect)
                ?? throw new InvalidOperationException($"Effect {effect} was outstanding before the fold and is not after it.");
            frame.Host = kept;
        }
    }

    private static void Compare(InMemoryHistory before, InMemoryHistory after)
    {
        for (int i = 0; i < before.Count; i++)
        {
            string was = Text(before[i]), got = i < after.Count ? Text(after[i]) : "nothing";
            if (was != got)
                throw new InvalidOperationException($"Event {i + 1} was {was}, and after folding it is {got}.");
        }
    }

    private static string Text(HistoryEvent recorded)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
            recorded.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
