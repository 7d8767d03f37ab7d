using Compiled.Execution;
using Compiled.Values;

namespace Compiled;

/// <summary>What a handler may know of the attempt that it does, and how it reports on the way. May be copied and kept.</summary>
public readonly struct TaskContext
{
    private readonly ExecutionRun? _run;
    private readonly Frame? _frame;
    private readonly ITaskAttempt? _attempt;
    private readonly IOwnOptions? _options;
    private readonly int _state;
    private readonly int _retries;
    private readonly int _effect, _visit;

    internal TaskContext(Frame frame, ITaskAttempt? attempt, ExecutionOptions options)
    {
        _run = frame.Run;
        _frame = frame;
        _attempt = attempt;
        _options = options;
        _state = frame.StateNumber;
        _retries = frame.Retries;
        _effect = frame.Effect;
        _visit = frame.EnteredId;
        TaskToken = frame.TaskToken;
        Credentials = frame.Credentials;
    }

    // Of an attempt that needs no frame.
    internal TaskContext(ExecutionRun run, IOwnOptions options, int state, int retries, int effect, int visit)
        => (_run, _options, _state, _retries, _effect, _visit) = (run, options, state, retries, effect, visit);

    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn => _run?.ExecutionArn ?? "";

    /// <summary>The execution's name.</summary>
    public string ExecutionName => _run?.Name ?? "";

    /// <summary>The machine's ARN.</summary>
    public string StateMachineArn => _run?.StateMachineArn ?? "";

    /// <summary>The state's name.</summary>
    public string StateName => State?.Name ?? "";

    /// <summary>The state's <c>Resource</c>.</summary>
    public string Resource => State?.Resource ?? "";

    /// <summary>The number of the attempt in this visit of the state, from 1.</summary>
    public int Attempt => _retries + 1;

    /// <summary>The token that completes the task; null for tasks that take none.</summary>
    public string? TaskToken { get; }

    /// <summary>The task's credentials, <c>{"RoleArn": ...}</c>; missing when the definition gives none.</summary>
    public JsonValue Credentials { get; }

    /// <summary>The execution's clock: delays on it take no real time in tests.</summary>
    public TimeProvider TimeProvider => Options.TimeProvider;

    /// <summary>The state, as it was compiled; null in a context that no execution made.</summary>
    public StateInfo? State => _run?.Machine.StateTable[_state];

    /// <summary>The options of the execution.</summary>
    public ExecutionOptions Options => _options?.Options ?? ExecutionOptions.Default;

    /// <summary>
    /// A UUID that names the task's work in this visit of the state: the same for every attempt, also for one that a durable host makes again
    /// after a crash. Hand it to whoever must not do the work twice.
    /// </summary>
    public string IdempotencyKey => _run?.DerivedUuid(System.Text.Encoding.UTF8.GetBytes($"visit:{_visit}")) ?? "";

    /// <summary>
    /// A UUID for an execution that the attempt starts and nobody names: the same again when a durable host makes the attempt again, and
    /// another one for the next attempt.
    /// </summary>
    public string ChildName => _run?.DerivedUuid(System.Text.Encoding.UTF8.GetBytes($"child:{_effect}:{ExecutionArn}")) ?? "";

    /// <summary>The machine's name; <c>MACHINE/LABEL</c> for a child of a distributed Map.</summary>
    public string StateMachineName => _run?.StateMachineName ?? "";

    /// <summary>The test case of a mock file that the execution was started with; null for none.</summary>
    public string? TestCase => _run?.TestCase;

    /// <summary>
    /// In an execution with a test case how often the state's task was called before, over all visits, iterations and attempts: the same number again
    /// when a durable host makes the attempt again. To be asked before the handler first waits.
    /// </summary>
    public int Invocation => _frame?.Invocation ?? 0;

    /// <summary>When the attempt began; null where no history is kept. To be asked before the handler first waits.</summary>
    internal DateTimeOffset? AttemptTime => _frame is { EffectTime: var began } && began != default ? began : null;

    /// <summary>An id for the request that the attempt stands for; the same again when a seed was given.</summary>
    internal string RequestId => _run?.DerivedUuid(System.Text.Encoding.UTF8.GetBytes($"request:{_effect}")) ?? "";

    /// <summary>Tells that the work goes on, so that the task's <c>HeartbeatSeconds</c> start again. Does nothing when it has none.</summary>
    public void Heartbeat() => _attempt?.Heartbeat();

    /// <summary>
    /// Tells that the job of a <c>.sync</c> task was submitted, with what the submitting call returned; shows as TaskSubmitted in the
    /// history. Does nothing for other tasks, or when the attempt is over.
    /// </summary>
    public void Submitted(JsonValue output) => _attempt?.Submit(in output);

    /// <inheritdoc cref="ITaskAttempt.TryAwait"/>
    internal bool TryAwait(string executionArn) => _attempt?.TryAwait(executionArn) ?? false;
}
