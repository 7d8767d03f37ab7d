using Compiled.Execution;
using Compiled.Values;

namespace Compiled;

/// <summary>What a handler may know of the attempt that it does, and how it reports on the way. May be copied and kept.</summary>
public readonly struct TaskContext
{
    // Handed from method to method by value at each call, so it holds no more than most attempts have, in words as large as those that copy it.
    private readonly object? _owner;
    private readonly object? _details;
    private readonly IOwnOptions? _options;
    private readonly long _stateAndRetries, _effectAndVisit;

    internal TaskContext(Frame frame, ITaskAttempt? attempt, ExecutionOptions options)
    {
        _owner = frame;
        _details = frame.TaskToken is null && frame.Credentials.IsMissing ? attempt : new AttemptDetails(attempt, frame.TaskToken, frame.Credentials);
        _options = options;
        _stateAndRetries = Pair(frame.StateNumber, frame.Retries);
        _effectAndVisit = Pair(frame.Effect, frame.EnteredId);
    }

    // Of an attempt that needs no frame.
    internal TaskContext(AskedRun run, IOwnOptions options, int state, int retries, int effect, int visit)
    {
        _owner = run;
        _options = options;
        _stateAndRetries = Pair(state, retries);
        _effectAndVisit = Pair(effect, visit);
    }

    /// <summary>The execution's ARN.</summary>
    public string ExecutionArn => Run?.ExecutionArn ?? "";

    /// <summary>The execution's name.</summary>
    public string ExecutionName => Run?.Name ?? "";

    /// <summary>The machine's ARN.</summary>
    public string StateMachineArn => Run?.StateMachineArn ?? "";

    /// <summary>The state's name.</summary>
    public string StateName => State?.Name ?? "";

    /// <summary>The state's <c>Resource</c>.</summary>
    public string Resource => State?.Resource ?? "";

    /// <summary>The number of the attempt in this visit of the state, from 1.</summary>
    public int Attempt => (int)(_stateAndRetries >> 32) + 1;

    /// <summary>The token that completes the task; null for tasks that take none.</summary>
    public string? TaskToken => (_details as AttemptDetails)?.TaskToken;

    /// <summary>The task's credentials, <c>{"RoleArn": ...}</c>; missing when the definition gives none.</summary>
    public JsonValue Credentials => _details is AttemptDetails details ? details.Credentials : default;

    /// <summary>The execution's clock: delays on it take no real time in tests.</summary>
    public TimeProvider TimeProvider => Options.TimeProvider;

    /// <summary>The state, as it was compiled; null in a context that no execution made.</summary>
    public StateInfo? State => (_owner is AskedRun asked ? asked.Machine : Run?.Machine)?.StateTable[(int)_stateAndRetries];

    /// <summary>The options of the execution.</summary>
    public ExecutionOptions Options => _options?.Options ?? ExecutionOptions.Default;

    /// <summary>
    /// A UUID that names the task's work in this visit of the state: the same for every attempt, also for one that a durable host makes again
    /// after a crash. Hand it to whoever must not do the work twice.
    /// </summary>
    public string IdempotencyKey => Run?.DerivedUuid(System.Text.Encoding.UTF8.GetBytes($"visit:{(int)(_effectAndVisit >> 32)}")) ?? "";

    /// <summary>
    /// A UUID for an execution that the attempt starts and nobody names: the same again when a durable host makes the attempt again, and
    /// another one for the next attempt.
    /// </summary>
    public string ChildName => Run?.DerivedUuid(System.Text.Encoding.UTF8.GetBytes($"child:{(int)_effectAndVisit}:{ExecutionArn}")) ?? "";

    /// <summary>The machine's name; <c>MACHINE/LABEL</c> for a child of a distributed Map.</summary>
    public string StateMachineName => Run?.StateMachineName ?? "";

    /// <summary>The test case of a mock file that the execution was started with; null for none.</summary>
    public string? TestCase => Run?.TestCase;

    /// <summary>
    /// In an execution with a test case how often the state's task was called before, over all visits, iterations and attempts: the same number again
    /// when a durable host makes the attempt again. To be asked before the handler first waits.
    /// </summary>
    public int Invocation => Frame?.Invocation ?? 0;

    /// <summary>When the attempt began; null where no history is kept. To be asked before the handler first waits.</summary>
    internal DateTimeOffset? AttemptTime => Frame is { EffectTime: var began } && began != default ? began : null;

    /// <summary>An id for the request that the attempt stands for; the same again when a seed was given.</summary>
    internal string RequestId => Run?.DerivedUuid(System.Text.Encoding.UTF8.GetBytes($"request:{(int)_effectAndVisit}")) ?? "";

    /// <summary>Tells that the work goes on, so that the task's <c>HeartbeatSeconds</c> start again. Does nothing when it has none.</summary>
    public void Heartbeat() => Attempting?.Heartbeat();

    /// <summary>
    /// Tells that the job of a <c>.sync</c> task was submitted, with what the submitting call returned; shows as TaskSubmitted in the
    /// history. Does nothing for other tasks, or when the attempt is over.
    /// </summary>
    public void Submitted(JsonValue output) => Attempting?.Submit(in output);

    /// <inheritdoc cref="ITaskAttempt.TryAwait"/>
    internal bool TryAwait(string executionArn) => Attempting?.TryAwait(executionArn) ?? false;

    private static long Pair(int low, int high) => (uint)low | (long)high << 32;

    private Frame? Frame => _owner as Frame;

    private ExecutionRun? Run => _owner is AskedRun asked ? asked.Run : Frame?.Run;

    private ITaskAttempt? Attempting => _details is AttemptDetails details ? details.Attempt : (ITaskAttempt?)_details;
}
