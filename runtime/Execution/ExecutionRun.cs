using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>What an execution is apart from its history: who it is, its clock and randomness, its counters, and how it ended.</summary>
public abstract class ExecutionRun
{
    // the event that ends an execution for its number of events is number 25,000.
    private const int LastStandardEvent = 24_999;

    private readonly IOwnOptions? _options;
    private readonly TimeProvider? _clock;
    private ExecutionIdentity? _identity;
    private Evaluation? _evaluation;

    private protected ExecutionRun(MachineInfo machine, in ExecutionStart start)
        : this(machine, start.Input, start.Time.UtcTicks, start.Clock)
        => _identity = new ExecutionIdentity(this, in start);

    // An execution in memory is told who it is by its options, which are looked at when somebody asks.
    private protected ExecutionRun(MachineInfo machine, in JsonValue input, long ticks, TimeProvider clock, IOwnOptions options)
        : this(machine, in input, ticks, clock)
        => _options = options;

    private ExecutionRun(MachineInfo machine, in JsonValue input, long ticks, TimeProvider? clock)
    {
        Machine = machine;
        Input = input;
        _clock = clock;
        EventLimit = machine.Type == MachineType.Standard ? LastStandardEvent : int.MaxValue - 1;
        StartTicks = Ticks = ticks;
    }

    /// <summary>The compiled definition.</summary>
    public MachineInfo Machine { get; }

    /// <summary>The execution's input.</summary>
    public JsonValue Input { get; private protected set; }

    /// <summary>Running until the execution ended.</summary>
    public ExecutionStatus Status { get; private protected set; }

    /// <summary>The output of an execution that succeeded; missing otherwise.</summary>
    public JsonValue Output { get; private protected set; }

    /// <summary>The error of an execution that ended otherwise; null when it succeeded or none was given.</summary>
    public Fault? Fault { get; private protected set; }

    /// <summary>How many events there were, recorded or not.</summary>
    public int EventCount => Events;

    /// <summary>
    /// The time as the execution sees it: that of the last signal. Where no history is kept the signals carry none, and the clock
    /// is read at the first call after each signal.
    /// </summary>
    public DateTimeOffset Now => new(ReadTicks(), TimeSpan.Zero);

    /// <summary>When the execution started.</summary>
    public DateTimeOffset StartTime
    {
        get
        {
            if (StartTicks == 0)
                StartTicks = ReadTicks();
            return new DateTimeOffset(StartTicks, TimeSpan.Zero);
        }
    }

    /// <summary>The execution's randomness: jitter, UUIDs and <c>States.MathRandom</c> draw from it.</summary>
    public SeededRandom Random => Identity.Random;

    /// <summary>The seed, taken from the system when none was given.</summary>
    public ulong Seed => Identity.Seed;

    /// <summary>The execution's name.</summary>
    public string Name => Identity.Name;

    /// <summary>The execution's ARN. X-023.</summary>
    public string ExecutionArn => Identity.ExecutionArn;

    /// <summary>The machine's ARN, without version or alias.</summary>
    public string StateMachineArn => Identity.StateMachineArn;

    /// <summary>The machine's name.</summary>
    public string StateMachineName => Identity.StateMachineName;

    /// <summary>The role.</summary>
    public string RoleArn => Identity.RoleArn;

    internal Qualifier? Qualifier => Identity.Qualifier;

    /// <summary>The test case of a mock file by which its tasks are answered; null for none.</summary>
    public string? TestCase => _identity is { } identity ? identity.TestCase : _options?.Options.TestCase;

    /// <summary>How often the execution was redriven.</summary>
    public int RedriveCount => Identity.RedriveCount;

    /// <summary>When the execution was redriven last; null when it never was.</summary>
    public DateTimeOffset? RedriveTime => Identity.RedriveTime;

    /// <summary>
    /// When the host has to feed <see cref="SignalKind.ExecutionTimedOut"/>: the machine's <c>TimeoutSeconds</c> count from the last
    /// redrive, the longest life of its type from the start.
    /// </summary>
    public DateTimeOffset Deadline => Machine.DeadlineOf(StartTime, RedriveTime);

    // What a redrive has still to bring back; kept apart, since few executions are redriven and none without knowing who it is.
    private protected object? Restarts
    {
        get => _identity?.Restarts;
        set => Identity.Restarts = value;
    }

    private protected void CountRedrive() => Identity.Redriven(Now);

    internal JsonValue ContextExecution => Identity.ContextExecution(this);

    internal JsonValue ContextStateMachine => Identity.ContextStateMachine;

    // One for all expressions of the execution, which runs on one thread at a time.
    internal Evaluation Evaluate()
    {
        Evaluation evaluation = _evaluation ??= new Evaluation(this);
        evaluation.Renew();
        return evaluation;
    }

    internal string Region => Arns.Region(ExecutionArn);

    internal int Events;
    internal readonly int EventLimit;
    internal int Effects;
    internal bool Overflowed;

    private protected long Ticks;
    private protected long StartTicks;

    private protected long ReadTicks()
    {
        if (Ticks == 0)
            Ticks = (_clock ?? TimeProvider.System).GetUtcNow().UtcTicks;
        return Ticks;
    }

    /// <summary>Time is about to pass: who asks later when the execution started is told this, where nobody asked before.</summary>
    internal long Started(long ticks)
    {
        if (StartTicks == 0)
            StartTicks = ticks;
        return StartTicks;
    }

    /// <summary>Takes over who the execution is from what was told so before.</summary>
    private protected void TakeOver(ExecutionRun other) => (_identity, StartTicks) = (other.Identity, other.StartTicks);

    internal int CountCall(int state) => Identity.CountCall(state);

    internal string NewTaskToken() => Identity.NewTaskToken();

    internal bool HasIssued(string token) => Identity.HasIssued(token);

    internal string DerivedUuid(ReadOnlySpan<byte> purpose) => Identity.DerivedUuid(purpose);

    /// <summary>A copy that is told the same, and has evaluations and randomness of its own.</summary>
    internal ExecutionRun Isolate()
    {
        ExecutionRun copy = (ExecutionRun)MemberwiseClone();
        copy._evaluation = null;
        copy._identity = Identity.Isolate();
        return copy;
    }

    /// <summary>Starts the randomness of a copy anew.</summary>
    internal void Reseed(ulong seed) => Identity.Reseed(seed);

    internal (Guid Id, ulong Seed) Derive(string purpose) => Identity.Derive(purpose);

    // Handlers on other threads ask too, and all must see one seed.
    private ExecutionIdentity Identity => _identity
        ?? Interlocked.CompareExchange(ref _identity, new ExecutionIdentity(this, ExecutionStart.Of(Input, Ticks, _options!.Options)), null) ?? _identity;
}
