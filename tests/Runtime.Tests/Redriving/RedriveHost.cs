using System.Text;
using System.Text.Json;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Tests.Redriving;

/// <summary>
/// A host on a clock of its own that performs effects one after the other and can redrive what it ended. After every signal it folds all
/// that it recorded into a new execution, which must have the same history and wait for the same effects.
/// </summary>
internal sealed class RedriveHost
{
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Workflow _workflow;
    private readonly ExecutionStart _start;
    private readonly Func<Frame, JsonValue> _task;
    private readonly InMemoryHistory _history = new();
    private readonly List<byte[]> _records = [];
    private readonly Execution<RecordedHistory> _execution;
    private DateTimeOffset _now = Start;
    private int _told;

    /// <summary>Makes an execution and, unless a property says otherwise, runs it as far as it gets when it is first asked for something.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="input">The input as JSON.</param>
    /// <param name="task">Does a task; a missing value leaves it at work.</param>
    public RedriveHost(Workflow workflow, string input, Func<Frame, JsonValue> task)
    {
        _workflow = workflow;
        _task = task;
        _start = new ExecutionStart { Input = JsonValue.Parse(input), Time = Start, Seed = 7, Name = "run" };
        _execution = new Execution<RecordedHistory>(workflow, _start, new RecordedHistory(_history));
    }

    /// <summary>Whether what was recorded is folded and compared.</summary>
    public bool Folds { get; init; } = true;

    /// <summary>Stops the execution when it asks for a checkpoint.</summary>
    public bool StopsAtCheckpoints { get; set; }

    public ExecutionRun Run
    {
        get
        {
            Begin();
            return _execution;
        }
    }

    /// <summary>How it ended, or what it waits for.</summary>
    public string Outcome => Run.Status switch
    {
        ExecutionStatus.Succeeded => _execution.Output.ToString(),
        ExecutionStatus.Running => string.Join(' ', _execution.Outstanding().Select(frame => $"{frame.State.Name}({(frame.EffectKind == Next.Wait ? frame.DelaySeconds : 0)})")),
        _ => $"{_execution.Status} {_execution.Fault!.Error}: {_execution.Fault.Cause}",
    };

    /// <summary>The events since they were asked for last, each as id, previous id, type and state.</summary>
    public string[] News()
    {
        Begin();
        string[] lines = [.. _history.Skip(_told).Select(e => e.Type.ToString().StartsWith("MapIteration", StringComparison.Ordinal) ? $"{e}[{e.Number}]" : e.ToString())];
        _told = _history.Count;
        return lines;
    }

    public string Event(int id) => Text(_history[id - 1]);

    public void Stop() => Feed(SignalKind.Stop);

    public void TimeOut() => Feed(SignalKind.ExecutionTimedOut);

    /// <summary>Redrives the execution an hour later and runs it as far as it gets.</summary>
    public void Redrive()
    {
        Begin();
        _now += TimeSpan.FromHours(1);
        Feed(SignalKind.Redrive);
    }

    /// <summary>Feeds the reply of the task that is at work in a state, the first if there are several.</summary>
    public void Reply(string state, JsonValue value) => FeedReply(Waiting(state), value);

    /// <summary>Feeds the reply to an effect.</summary>
    public void FeedReply(int effect, JsonValue value) => Feed(SignalKind.Reply, effect, value);

    /// <summary>Lets the time of a wait or a retry's delay pass.</summary>
    public void Fire(string state) => Feed(SignalKind.Fired, Waiting(state));

    private void Begin()
    {
        if (_records.Count == 0)
            Feed(SignalKind.Start);
    }

    private int Waiting(string state)
    {
        Begin();
        return _execution.Outstanding().First(frame => frame.State.Name == state).Effect;
    }

    private void Feed(SignalKind kind, int effect = 0, JsonValue value = default)
    {
        if (kind != SignalKind.Start)
            Begin();
        Next next = Advance(new Signal(kind, effect, value, _now), inline: false, out Frame<RecordedHistory>? frame);
        while (frame is not null)
        {
            if (next == Next.Call && _task(frame) is { IsMissing: false } reply)
                next = Advance(new Signal(SignalKind.Reply, frame.Effect, reply, _now), inline: true, out frame);
            else if (next == Next.Checkpoint && StopsAtCheckpoints)
                next = Advance(new Signal(SignalKind.Stop, frame.Effect, default, _now), inline: true, out frame);
            else
                next = _execution.Advance(new Signal(SignalKind.Resume, next == Next.Checkpoint ? frame.Effect : 0, default, _now), out frame);
        }

        if (Folds)
            CheckFold();
    }

    private Next Advance(in Signal signal, bool inline, out Frame<RecordedHistory>? frame)
    {
        _records.Add(new SignalRecord(in signal, inline).ToUtf8());
        return _execution.Advance(in signal, out frame);
    }

    private void CheckFold()
    {
        InMemoryHistory history = new();
        Execution<RecordedHistory> folded = new(_workflow, ExecutionStart.Parse(_start.ToUtf8()), new RecordedHistory(history));
        Folding.Fold(folded, [.. _records.Select(record => SignalRecord.Parse(record))], out Frame<RecordedHistory>? frame);
        if (frame is not null)
            folded.Advance(new Signal(SignalKind.Resume), out _);
        Assert.Equal(_history.Select(Text), history.Select(Text));
        Assert.Equal(_execution.Outstanding().Select(Effect), folded.Outstanding().Select(Effect));
        Assert.Equal((_execution.Status, _execution.RedriveCount, _execution.Deadline), (folded.Status, folded.RedriveCount, folded.Deadline));
    }

    private static (int, Next, string, string?) Effect(Frame frame) => (frame.Effect, frame.EffectKind, frame.State.Name, frame.TaskToken);

    private static string Text(HistoryEvent recorded)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            recorded.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
