using System.Runtime.CompilerServices;
using System.Text;
using Compiled.Execution;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled;

/// <summary>A compiled state machine: the base of every class that the generator emits. One instance may run any number of executions at once.</summary>
public abstract partial class Workflow
{
    /// <summary>The compiled definition.</summary>
    public abstract MachineInfo Machine { get; }

    /// <summary>The handler of tasks whose state has no method; the registry of <see cref="ExecutionOptions.TaskHandlers"/> comes after it.</summary>
    public ITaskHandler? TaskHandlers { get; init; }

    /// <summary>How executions run that are given no options of their own.</summary>
    public ExecutionOptions DefaultOptions { get; set; } = ExecutionOptions.Default;

    /// <summary>Makes the machine's own flow for an execution that keeps no history.</summary>
    protected abstract Frame<NoHistory> NewRoot(Execution<NoHistory> execution);

    /// <summary>Makes the machine's own flow for an execution that keeps its history.</summary>
    protected abstract Frame<RecordedHistory> NewRoot(Execution<RecordedHistory> execution);

    /// <summary>Whether the machine has a way from input to output without frames; emitted code overrides it.</summary>
    protected virtual bool HasFastPath => false;

    /// <summary>What of the input the machine reads on that way; null where it reads all.</summary>
    protected virtual Projection? InputProjection => null;

    /// <summary>Goes that way. The output, or a missing value where the frames have to go on.</summary>
    protected virtual JsonValue RunFastPath(scoped ref FastPath path, JsonValue input) => default;

    /// <summary>Does the task of a state; emitted code calls the handler methods of the class.</summary>
    protected virtual ValueTask<JsonValue> PerformAsync(int state, JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => PerformByResource(state, arguments, context, cancellationToken);

    /// <summary>
    /// The ASL error name of an exception that a handler threw, for exception types with <see cref="AslErrorAttribute"/>; null for
    /// others. Emitted code overrides it.
    /// </summary>
    protected virtual string? ErrorName(Exception exception) => null;

    /// <summary>
    /// Does a task through <see cref="TaskHandlers"/>, then through those of the options. Without either the task fails with
    /// <c>States.TaskFailed</c> and a cause that names the resource.
    /// </summary>
    protected ValueTask<JsonValue> PerformByResource(int state, JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => Tasks.ResourceCall.HandleAsync(TaskHandlers, arguments, context, cancellationToken);

    /// <summary>Runs an execution to its end.</summary>
    /// <param name="input">The input, any JSON value.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Stops the execution: it ends as <see cref="ExecutionStatus.Aborted"/>, without an exception.</param>
    public ValueTask<ExecutionResult> ExecuteAsync(JsonValue input, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
        => ExecuteAsync(input, options ?? DefaultOptions, null, cancellationToken);

    internal ValueTask<ExecutionResult> ExecuteAsync(JsonValue input, ExecutionOptions options, ClockGate? gate, CancellationToken cancellationToken)
        => KeepsHistory(options)
            ? RunRecorded(in input, options, gate, cancellationToken)
            : HasFastPath && gate is null && FastRunner.MayRun(options, cancellationToken) ? FastRunner.Run(this, in input, options, cancellationToken)
            : Runner<NoHistory>.Run(this, in input, default, null, options, gate, cancellationToken);

    /// <summary>Runs an execution to its end. <see cref="System.Text.Json.JsonException"/> when the input isn't JSON.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(ReadOnlyMemory<byte> utf8Json, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= DefaultOptions;
        return InputProjection is { } projection && !KeepsHistory(options) && FastRunner.MayRun(options, cancellationToken)
            ? FastRunner.Run(this, utf8Json.Span, projection, options, cancellationToken)
            : ExecuteAsync(JsonValue.Parse(utf8Json.Span), options, cancellationToken);
    }

    /// <summary>Runs an execution to its end. <see cref="System.Text.Json.JsonException"/> when the input isn't JSON.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(string json, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
        => ExecuteAsync(Encoding.UTF8.GetBytes(json).AsMemory(), options, cancellationToken);

    /// <summary>What to read of an input that is handed in before it is run by such options; null for all of it.</summary>
    internal Projection? ProjectionFor(ExecutionOptions options) => !KeepsHistory(options) && options.Logger is null ? InputProjection : null;

    /// <summary>Runs an execution whose input was read before.</summary>
    internal ValueTask<ExecutionResult> ExecuteAsync(in ReadInput input, bool wantsText, ExecutionOptions options, IOwnOptions own, CancellationToken cancellationToken)
        => HasFastPath && !KeepsHistory(options) && FastRunner.MayRun(options, cancellationToken)
            ? FastRunner.Run(this, in input, wantsText, options, own, cancellationToken)
            : ExecuteAsync(input.Whole(), own.Options, cancellationToken);

    internal JsonValue TakeFastPath(scoped ref FastPath path, in JsonValue input) => RunFastPath(ref path, input);

    internal Frame<THistory> Root<THistory>(Execution<THistory> execution) where THistory : struct, IHistory
        => execution is Execution<NoHistory> silent ? (Frame<THistory>)(object)NewRoot(silent)
            : execution is Execution<RecordedHistory> recorded ? (Frame<THistory>)(object)NewRoot(recorded)
            : throw new NotSupportedException($"No flow is emitted for histories of type '{typeof(THistory)}'.");

    // Inlined: each frame between a handler that throws and the one catch costs as much as a short workflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ValueTask<JsonValue> Perform(Frame frame, ITaskAttempt? attempt, ExecutionOptions options, CancellationToken cancellationToken)
        => PerformAsync(frame.StateNumber, frame.Arguments, new TaskContext(frame, attempt, options), cancellationToken);

    /// <summary>
    /// Calls a handler as the function that a <c>lambda:invoke</c> names: it gets the <c>Payload</c>, and its result is wrapped as AWS
    /// wraps it, in <c>{"ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"}</c>.
    /// </summary>
    protected static ValueTask<JsonValue> InvokeFunction(
        Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> function, JsonValue parameters, TaskContext context, CancellationToken cancellationToken)
        => Tasks.LambdaInvoke.HandleAsync(function, parameters, context, cancellationToken);

    /// <summary>What a handler's exception means to the state: its error and cause as a failure value.</summary>
    protected ValueTask<JsonValue> Thrown(Exception exception) => ValueTask.FromResult(HandlerFailure.Of(exception, this));

    /// <summary>Whether the handler of a state may do one attempt twice; emitted code overrides it for methods that say so.</summary>
    protected virtual bool IsIdempotent(int state, JsonValue arguments, TaskContext context)
        => Tasks.ResourceCall.IsIdempotent(TaskHandlers, arguments, context);

    internal bool MayRepeat(Frame frame) => IsIdempotent(frame.StateNumber, frame.Arguments, new TaskContext(frame, null, DefaultOptions));

    /// <summary>As the handler of one of this workflow's states would do the task of another workflow.</summary>
    internal ValueTask<JsonValue> PerformFor(int state, JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => PerformAsync(state, arguments, context, cancellationToken);

    internal bool MayRepeatFor(int state, JsonValue arguments, TaskContext context) => IsIdempotent(state, arguments, context);

    internal string? NameOf(Exception exception) => ErrorName(exception);

    // With a test case the history is made, for calls are counted with it.
    private static bool KeepsHistory(ExecutionOptions options) => options.RecordHistory || options.History is not null || options.TestCase is not null;

    private ValueTask<ExecutionResult> RunRecorded(in JsonValue input, ExecutionOptions options, ClockGate? gate, CancellationToken cancellationToken)
    {
        InMemoryHistory? kept = options.RecordHistory ? new InMemoryHistory() : null;
        // The history of a test case may be nobody's.
        IHistorySink sink = kept is null ? options.History ?? new InMemoryHistory() : options.History is null ? kept : new BothSinks(kept, options.History);
        return Runner<RecordedHistory>.Run(this, in input, new RecordedHistory(sink), kept, options, gate, cancellationToken);
    }

    private sealed class BothSinks(IHistorySink first, IHistorySink second) : IHistorySink
    {
        public void Add(in HistoryEvent recorded)
        {
            first.Add(in recorded);
            second.Add(in recorded);
        }
    }
}
