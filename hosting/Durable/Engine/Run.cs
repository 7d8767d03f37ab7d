using System.Buffers;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>
/// One execution in memory. What comes to it is fed to the kernel in turn; what follows is written as one step of the journal, and only when
/// that is durable do the effects of the step begin and the senders get their answers.
/// </summary>
/// <remarks>
/// One thread at a time works on a run: whoever finds it at rest takes it up, on the thread pool. While a step is on its way to the disk
/// nothing is fed, and what comes meanwhile goes into the next step.
/// </remarks>
internal sealed partial class Run : JournalWrite, IThreadPoolWorkItem
{

    private readonly Engine _engine;
    private Execution<RecordedHistory> _execution;
    private readonly RunEvents _events = new();
    private readonly List<Held> _held = [];

    // The step that is being made or written.
    private readonly List<SignalRecord> _signals = [];
    private readonly List<Message> _answers = [];
    private readonly List<Held> _begun = [];
    private List<TaskChange>? _tasks;
    private HistoryEvent[]? _observed;
    private ExecutionStart? _start;
    private ExecutionHead? _head;
    private Append? _append;
    private Appended _appended;
    private Exception? _failure;
    private long _ticks;
    private bool _isParked;

    /// <summary>Makes the run of an execution that starts.</summary>
    public Run(Engine engine, Machine machine, long id, in ExecutionStart start, ExecutionHead head)
        : this(engine, machine, id, in start)
    {
        (_start, _head) = (start, head);
        _observer = RunObserver.TryCreate(_execution, machine.Workflow.DefaultOptions, start.TraceHeader);
    }

    private Run(Engine engine, Machine machine, long id, in ExecutionStart start)
    {
        (_engine, Machine, Id) = (engine, machine, id);
        _execution = new Execution<RecordedHistory>(machine.Workflow, in start, new RecordedHistory(_events));
        _ticks = start.Time.UtcTicks;
    }

    public long Id { get; }

    public Machine Machine { get; }

    /// <summary>Whoever starts it is told when the store can't be written, and does not wait until it can.</summary>
    public bool IsRefusable { get; init; }

    public Workflow Workflow => Machine.Workflow;

    /// <summary>The execution as it is; read by its own thread, or when it has ended.</summary>
    public ExecutionRun Execution => _execution;

    /// <summary>The row of its children has this as parent and this effect.</summary>
    public Held? Find(int effect) => _held.Find(held => held.Effect == effect);

    /// <summary>Feeds the start; the first step of a run.</summary>
    public Task StartAsync(int attempt = 0)
    {
        StartMessage start = new(attempt);
        Task answer = start.Answer;
        Post(start);
        return answer;
    }

    /// <summary>Feeds a signal and all that follows from it before anything comes from outside.</summary>
    public void Feed(SignalKind kind, int effect = 0, in JsonValue value = default)
    {
        Signal signal = new(kind, effect, in value, _ticks);
        _signals.Add(new SignalRecord(in signal, inline: false));
        Settle(_execution.Advance(in signal, out Frame<RecordedHistory>? frame), frame);
        EndAborted();
    }

    /// <summary>Ends an effect whose outcome has come, and feeds it.</summary>
    public void Feed(Held held, SignalKind kind, in JsonValue value = default)
    {
        End(held);
        _observer?.Received(kind, null, in value);
        Feed(kind, held.Effect, in value);
    }

    /// <summary>The message was heard; its sender is answered when the step is durable.</summary>
    public void AnswerWhenDurable(Message message) => _answers.Add(message);

    // Takes the effects that the kernel hands out, until it has no more.
    private void Settle(Next next, Frame<RecordedHistory>? frame)
    {
        List<Held>? queued = null;
        while (next is Next.Call or Next.Wait or Next.MapRun or Next.Checkpoint)
        {
            if (next != Next.Checkpoint && Hold(frame!) is { IsCall: true, IsActivity: true } task)
                (queued ??= []).Add(task);
            next = _execution.Advance(new Signal(SignalKind.Resume, next == Next.Checkpoint ? frame!.Effect : 0, default, 0L), out frame);
        }

        foreach (Held task in queued ?? [])
        {
            if (!task.IsOver && _execution.Status == ExecutionStatus.Running)
                Queue(task);
        }
    }

    private Held Hold(Frame<RecordedHistory> frame)
    {
        Held held = new(this, frame);
        frame.Host = held;
        _held.Add(held);
        _begun.Add(held);
        if (held.IsMapRun)
            KeepMapRun(held);
        return held;
    }

    // An activity's task stands in its queue as soon as the step is durable, so it is scheduled in the same step.
    private void Queue(Held task)
    {
        if (!_engine.Activities.Exists(task.State.Resource))
        {
            Feed(task, SignalKind.Reply, JsonValue.Failure(Expressions.Faults.ActivityDoesNotExist(task.State.Resource)));
            return;
        }

        task.IsQueued = true;
        (_tasks ??= []).Add(new TaskChange(task.State.Resource, task.Effect, IsAdded: true));
        Feed(SignalKind.Submitted, task.Effect);
    }

    /// <summary>Takes an activity's task out of its queue, since a worker has it or nobody waits for it any more.</summary>
    public void Unqueue(Held task)
    {
        if (!task.IsQueued)
            return;
        task.IsQueued = false;
        (_tasks ??= []).Add(new TaskChange(task.State.Resource, task.Effect, IsAdded: false));
    }

    private void EndAborted()
    {
        while (_execution.TryTakeAborted(out AbortedEffect aborted))
        {
            if (aborted.Host is Held held)
                End(held);
        }
    }

    private void End(Held held)
    {
        if (held.IsOver)
            return;
        _held.Remove(held);
        Unqueue(held);
        Forget(held);
        if (held.IsMapRun && !held.HasEnded)
            AbortMapRun(held);
        held.End();
    }
}
