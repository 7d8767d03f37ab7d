using System.Collections.Concurrent;
using Compiled.Durable.Journal;
using Compiled.MapRuns;
using Compiled.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Durable.Engine;

/// <summary>What the executions of one store share: the journal's writer, the clock, the machines, the activities.</summary>
internal sealed class Engine : IDisposable
{
    // Who waits so short a time again is not put away.
    private static readonly long s_shortWait = TimeSpan.FromSeconds(2).Ticks;

    private readonly ConcurrentDictionary<long, string> _troubles = [];
    private long _last;
    private volatile bool _isStopping;

    public Engine(IJournalStore store, DurableOptions options)
    {
        (Store, Options) = (store, options);
        Logger = options.Logger ?? NullLogger.Instance;
        Writer = new JournalWriter(store, Logger);
        Arns = new LocalArns(options.Region, options.AccountId);
        Machines = new MachineTable(this);
        Runs = new Runs(this);
        Activities = new ActivityTable(this);
        Alarms = new Alarms(this);
        Metrics = new EngineMetrics(this);
        Tasks = new TaskHost(this);
        MapRuns = new MapRunTable(this);
        Awaiting = new Awaiting(this);
        Reader = new ExecutionReader(store, options, id => _troubles.GetValueOrDefault(id), arn => MapRuns.Find(arn), WorkflowOf);
        (TaskTokens, PolledActivities) = (new TaskTokens(Tasks), new Compiled.Tasks.Activities(Tasks));
        _last = store.LastExecution();
    }

    public IJournalStore Store { get; }

    public DurableOptions Options { get; }

    public ILogger Logger { get; }

    public JournalWriter Writer { get; }

    public LocalArns Arns { get; }

    public MachineTable Machines { get; }

    public Runs Runs { get; }

    public ActivityTable Activities { get; }

    public Alarms Alarms { get; }

    public EngineMetrics Metrics { get; }

    /// <summary>Runs of distributed Maps that can do something now.</summary>
    public ClockGate Gate { get; } = new(static () => { });

    /// <summary>Looks at the executions.</summary>
    public ExecutionReader Reader { get; }

    public TaskHost Tasks { get; }

    public MapRunTable MapRuns { get; }

    public Awaiting Awaiting { get; }

    public TaskTokens TaskTokens { get; }

    public Compiled.Tasks.Activities PolledActivities { get; }

    /// <summary>Who waits for executions to end.</summary>
    public EndWaiters Waiters { get; } = new();

    /// <summary>Where tasks start executions.</summary>
    public required DurableExecutionService Nested { get; init; }

    /// <summary>Runs at work and handlers at work.</summary>
    public WorkCount Work { get; } = new();

    public TimeProvider Time => Options.TimeProvider;

    public long NowTicks => Time.GetUtcNow().UtcTicks;

    /// <summary>Tells this process's writes from those of another that believes to own an execution.</summary>
    public Guid WriterId { get; } = Guid.NewGuid();

    public bool IsStopping => _isStopping;

    /// <summary>Why executions stand still, by id; for people.</summary>
    public IReadOnlyDictionary<long, string> Troubles => _troubles;

    public long NewId() => Interlocked.Increment(ref _last);

    /// <summary>No execution is brought back any more.</summary>
    public void Stop() => _isStopping = true;

    /// <summary>How a workflow runs here; one of an old definition borrows the handlers of the current one.</summary>
    public Workflow Prepare(Workflow workflow, Workflow? current)
    {
        ITaskHandler? handlers = workflow.DefaultOptions.TaskHandlers ?? Options.TaskHandlers ?? new TaskHandlerRegistry();
        if (handlers is TaskHandlerRegistry registry)
            registry.AddExecutions(Nested);
        if (current is not null)
            handlers = new BorrowedHandlers(current, handlers);
        workflow.DefaultOptions = workflow.DefaultOptions with
        {
            TimeProvider = Time,
            WaitTimeScale = Options.WaitTimeScale,
            TaskHandlers = handlers,
            ObjectStore = workflow.DefaultOptions.ObjectStore ?? Options.ObjectStore,
            Logger = workflow.DefaultOptions.Logger ?? Options.Logger,
            TaskTokens = TaskTokens,
            Activities = PolledActivities,
        };
        return workflow;
    }

    /// <summary>A time has come; the work was counted when it did.</summary>
    public void Wake(long execution)
    {
        try
        {
            Runs.Send(execution, new WakeMessage());
        }
        catch (JournalUnavailableException)
        {
            Alarms.Arm(execution, NowTicks + TimeSpan.TicksPerSecond);
        }
        finally
        {
            Work.End();
        }
    }

    /// <summary>Whether nothing goes on but waiting, on a virtual clock; <paramref name="others"/> tells how many are at work outside.</summary>
    public bool IsSettled(Func<int> others)
    {
        (long gate, long work) = (Gate.Mark, Work.Mark);
        bool isQuiet = BusyCount.CountAt(gate) == 0 && BusyCount.CountAt(work) + others() <= ((Testing.VirtualTimeProvider)Time).Sleepers;
        // Work that went from one to the other between the looks was seen in neither.
        return isQuiet && (gate, work) == (Gate.Mark, Work.Mark);
    }

    public bool KeepsInMemory(Run run) => run.ExpectsHeartbeats || run.NextDueTicks - NowTicks < s_shortWait;

    public void Ended(Run run, ExecutionResult result)
    {
        _troubles.TryRemove(run.Id, out _);
        Awaiting.Ended(run.Id);
        Waiters.Ended(run.Id, result);
    }

    public void HandlerMissing(Run run, Held held)
    {
        _troubles[run.Id] = $"The state '{held.State.Name}' waits for a handler of '{held.State.Resource}'.";
        EngineLog.HandlerMissing(Logger, held.State.Name, held.State.Resource, run.Execution.ExecutionArn);
    }

    /// <summary>What the execution waited for is there.</summary>
    public void HandlerFound(Run run) => _troubles.TryRemove(run.Id, out _);

    public void Broken(Run run, Exception bug)
    {
        _troubles[run.Id] = bug.Message;
        Waiters.Broken(run.Id, bug);
    }

    public void Broken(ExecutionRow row, Exception reason)
    {
        if (_troubles.TryAdd(row.Id, reason.Message))
            EngineLog.Broken(Logger, reason, row.Head.Name);
    }

    private Workflow? WorkflowOf(ExecutionRow row, out string? trouble)
    {
        Workflow? workflow = Machines.Resolve(row)?.Workflow;
        trouble = workflow is null ? _troubles.GetValueOrDefault(row.Id) : null;
        return workflow;
    }

    public void Dispose()
    {
        Stop();
        Alarms.Dispose();
        Writer.Dispose();
        Metrics.Dispose();
    }
}
