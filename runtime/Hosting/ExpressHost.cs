using System.Buffers;
using System.Collections.Concurrent;
using Compiled.Execution;
using Compiled.Tasks.Nested;
using Compiled.Values;
using Microsoft.Extensions.Logging;

namespace Compiled.Hosting;

/// <summary>
/// Runs Express executions in memory: synchronous ones at once on their caller, asynchronous ones through a bounded queue and a number of workers. FEATURES X-004,
///
/// </summary>
/// <remarks>
/// An asynchronous start is run at most once by a process, and at least once where <see cref="ExpressHostOptions.Queue"/> outlives it. Any thread may call.
/// </remarks>
public sealed partial class ExpressHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ExpressMachine> _machines = new(StringComparer.Ordinal);
    private readonly ExpressWorkers _workers;
    private readonly ExpressObservation _observation;
    private readonly ExpressMetrics _metrics;
    private readonly StopGroup _group = new();
    private readonly ExecutionOptions _execution;
    private readonly Seeds _seeds;
    private bool _isResumed;

    /// <summary>Makes a host without machines.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1, or a time not above 0.</exception>
    public ExpressHost(ExpressHostOptions? options = null)
    {
        Options = options ?? new ExpressHostOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.WorkerCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.QueueCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MaxConcurrency, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Options.Limit, TimeSpan.Zero);
        _workers = new ExpressWorkers(Options, CheckDrained);
        _observation = new ExpressObservation(Options);
        _execution = Options.Execution with { Limit = Options.Limit, StopGroup = _group, Seed = null };
        _seeds = new Seeds(Options.Execution.Seed);
        _metrics = new ExpressMetrics(this);
    }

    /// <summary>How the host runs.</summary>
    public ExpressHostOptions Options { get; }

    /// <summary>How many asynchronous starts wait for a worker.</summary>
    public int QueuedCount => _workers.Queued;

    /// <summary>How many executions are under way, synchronous ones included.</summary>
    public int RunningCount => _workers.Running + Volatile.Read(ref _direct);

    /// <summary>How many of those wait for a handler or for time, and hold no thread.</summary>
    public int WaitingCount => _group.Count;

    /// <summary>Adds a machine under its name, in place of an earlier one of that name.</summary>
    /// <exception cref="ArgumentException">The machine is no Express one.</exception>
    public ExpressHost Add(Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        WorkflowLease lease = new(workflow);
        return Add(workflow, () => lease);
    }

    /// <summary>Adds the machine of a workflow, of which each execution is given one.</summary>
    internal ExpressHost Add(Workflow workflow, Func<WorkflowLease> rent)
    {
        MachineInfo machine = workflow.Machine;
        if (machine.Type != MachineType.Express)
        {
            throw new ArgumentException(
                $"'{machine.Name}' is a Standard machine, which the Express host does not run. 'Type = MachineType.Express' in its [StateMachine] makes it an Express one.");
        }

        ExecutionOptions options = _execution with
        {
            StateMachineArn = $"arn:aws:states:{Options.Region}:{Options.AccountId}:stateMachine:{machine.Name}",
            StateMachineName = machine.Name,
        };
        _machines[machine.Name] = new ExpressMachine(this, machine.Name, rent, options) { Projection = _observation.IsOn ? null : workflow.ProjectionFor(options) };
        return this;
    }

    /// <summary>
    /// Accepts an execution that goes on by itself. With a queue that outlives the process, the start survives it when this returns.
    /// </summary>
    /// <param name="stateMachine">The machine's name.</param>
    /// <param name="input">The input, any JSON value.</param>
    /// <param name="name">The execution's name, which others may have too; a UUID when left out.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue, and nothing else.</param>
    /// <exception cref="ExecutionServiceException">No such machine is added.</exception>
    /// <exception cref="ExpressQueueFullException">There is no room, and <see cref="WhenFull.Refuses"/> was chosen.</exception>
    /// <exception cref="ExpressHostStoppedException">The host is stopping, or has stopped.</exception>
    public ValueTask<ExpressExecution> StartAsync(string stateMachine, JsonValue input, string? name = null, CancellationToken cancellationToken = default)
    {
        ExpressMachine machine = Find(stateMachine);
        return AcceptAsync(Accepted(machine, new ReadInput(in input), name, wantsText: false), cancellationToken);
    }

    /// <summary>
    /// As the other, from JSON text: the way of the least memory. Of a machine with a fast path only what it reads is kept of the input, and the result has its output as text, which
    /// <see cref="ExecutionResult.Output"/> reads when it is asked for.
    /// </summary>
    /// <param name="stateMachine">The machine's name.</param>
    /// <param name="utf8Json">The input, any JSON value. It is read at once, so that its memory may be used again when this has returned.</param>
    /// <param name="name">The execution's name, which others may have too; a UUID when left out.</param>
    /// <param name="cancellationToken">Ends the wait for room in the queue, and nothing else.</param>
    /// <exception cref="System.Text.Json.JsonException">The input isn't JSON; nothing is started.</exception>
    /// <exception cref="ExecutionServiceException">No such machine is added.</exception>
    /// <exception cref="ExpressQueueFullException">There is no room, and <see cref="WhenFull.Refuses"/> was chosen.</exception>
    /// <exception cref="ExpressHostStoppedException">The host is stopping, or has stopped.</exception>
    public ValueTask<ExpressExecution> StartAsync(string stateMachine, ReadOnlyMemory<byte> utf8Json, string? name = null, CancellationToken cancellationToken = default)
    {
        ExpressMachine machine = Find(stateMachine);
        ReadInput input = Read(machine, utf8Json.Span, lends: _workers.Room.TakenAndKept < ReadInput.MostLent);
        return AcceptAsync(Accepted(machine, in input, name, wantsText: true), cancellationToken);
    }

    /// <summary>As the other, of a machine that needn't be added, with options of its own: what of <see cref="ExpressHostOptions.Execution"/> isn't in them doesn't apply.</summary>
    /// <exception cref="InvalidOperationException">The host has a queue that outlives the process, and a later one would not find the machine.</exception>
    public ValueTask<ExpressExecution> StartAsync(Workflow workflow, JsonValue input, ExecutionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(options);
        if (Options.Queue is not null)
            throw new InvalidOperationException("A start that is kept names its machine: add the workflow to the host, and start it by its name.");
        ExpressMachine machine = new(this, workflow.Machine.Name, () => new WorkflowLease(workflow), options);
        return AcceptAsync(new ExpressExecution(machine, new ReadInput(in input), wantsText: false, OptionsOf(machine, null), Now), cancellationToken);
    }

    /// <summary>Runs an execution to its end, at once and on the caller's thread as far as it gets, whatever is queued. FEATURES X-032.</summary>
    /// <param name="stateMachine">The machine's name.</param>
    /// <param name="input">The input, any JSON value.</param>
    /// <param name="name">The execution's name, which others may have too; a UUID when left out.</param>
    /// <param name="cancellationToken">Stops the execution: it ends as <see cref="ExecutionStatus.Aborted"/>, without an exception.</param>
    /// <exception cref="ExecutionServiceException">No such machine is added.</exception>
    /// <exception cref="ExpressHostStoppedException">The host is stopping, or has stopped.</exception>
    public ValueTask<ExecutionResult> RunAsync(string stateMachine, JsonValue input, string? name = null, CancellationToken cancellationToken = default)
    {
        ExpressMachine machine = Find(stateMachine);
        return RunAsync(Accepted(machine, new ReadInput(in input), name, wantsText: false), null, cancellationToken);
    }

    /// <summary>
    /// As the other, from JSON text to JSON text: the way of the least memory. Of a machine with a fast path only what it reads is kept of the input, and the output is made as text.
    /// </summary>
    /// <param name="stateMachine">The machine's name.</param>
    /// <param name="utf8Json">The input, any JSON value. It is read at once, so that its memory may be used again when this has returned.</param>
    /// <param name="output">Gets the output of an execution that succeeds, before the result is there, which then has none. Null to have it in the result.</param>
    /// <param name="name">The execution's name, which others may have too; a UUID when left out.</param>
    /// <param name="cancellationToken">Stops the execution: it ends as <see cref="ExecutionStatus.Aborted"/>, without an exception.</param>
    /// <exception cref="System.Text.Json.JsonException">The input isn't JSON; nothing is started.</exception>
    /// <exception cref="ExecutionServiceException">No such machine is added.</exception>
    /// <exception cref="ExpressHostStoppedException">The host is stopping, or has stopped.</exception>
    public ValueTask<ExecutionResult> RunAsync(
        string stateMachine, ReadOnlyMemory<byte> utf8Json, IBufferWriter<byte>? output = null, string? name = null, CancellationToken cancellationToken = default)
    {
        ExpressMachine machine = Find(stateMachine);
        ReadInput input = Read(machine, utf8Json.Span, lends: true);
        return RunAsync(Accepted(machine, in input, name, wantsText: true), output, cancellationToken);
    }

    /// <summary>As the other, of a machine that needn't be added, with options of its own: what of <see cref="ExpressHostOptions.Execution"/> isn't in them doesn't apply.</summary>
    public ValueTask<ExecutionResult> RunAsync(Workflow workflow, JsonValue input, ExecutionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(options);
        ExpressMachine machine = new(this, workflow.Machine.Name, () => new WorkflowLease(workflow), options);
        return RunAsync(new ExpressExecution(machine, new ReadInput(in input), wantsText: false, OptionsOf(machine, null), Now), null, cancellationToken);
    }

    /// <summary>
    /// Takes up the starts that a process before this one accepted and whose executions did not end, in their order and under their names. Machines are added before.
    /// Those whose machine isn't stay in the queue.
    /// </summary>
    /// <returns>How many were taken up.</returns>
    public async ValueTask<int> ResumeAsync(CancellationToken cancellationToken = default)
    {
        int count = 0;
        if (Options.Queue is not { } queue || Interlocked.Exchange(ref _isResumed, true))
            return count;
        foreach (KeptStart kept in queue.Left)
        {
            if (!_machines.TryGetValue(kept.StateMachine, out ExpressMachine? machine))
            {
                if (Options.Logger is { } warned)
                    ExpressLog.MachineMissing(warned, kept.Number, kept.StateMachine);
                continue;
            }

            await EnterAsync(machine, WhenFull.Waits, cancellationToken).ConfigureAwait(false);
            ExecutionOptions options = Watched(machine.Options with { Seed = kept.Seed, Name = kept.Name, TraceHeader = kept.TraceHeader }, machine.Name);
            _workers.Add(new ExpressExecution(machine, new ReadInput(JsonValue.Parse(kept.Input.Span)), wantsText: false, options, kept.StartDate) { Kept = kept.Number });
            count++;
        }

        if (count > 0 && Options.Logger is { } logger)
            ExpressLog.Resumed(logger, count);
        return count;
    }

    /// <summary>Stops, as <see cref="StopAsync"/> does.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _metrics.Dispose();
    }

    private ExpressMachine Find(string stateMachine)
        => _machines.TryGetValue(stateMachine, out ExpressMachine? machine) ? machine : throw ExecutionServiceException.StateMachineDoesNotExist(stateMachine);

    private static ReadInput Read(ExpressMachine machine, ReadOnlySpan<byte> utf8Json, bool lends)
        => ReadInput.Of(utf8Json, Telemetry.IsOn ? null : machine.LastPath.Expect(machine.Projection), lends);

    private DateTimeOffset Now => _execution.TimeProvider.GetUtcNow();

    private ExpressExecution Accepted(ExpressMachine machine, in ReadInput input, string? name, bool wantsText) => _observation.IsOn
        ? new(machine, in input, wantsText, OptionsOf(machine, name), Now)
        : new(machine, in input, wantsText, name, _seeds.Take(), Now);

    private ExecutionOptions OptionsOf(ExpressMachine machine, string? name) => Watched(machine.Options with
    {
        Name = name ?? machine.Options.Name,
        Seed = machine.Options.Seed ?? _seeds.Next(),
        Limit = machine.Options.Limit ?? Options.Limit,
        StopGroup = _group,
    }, machine.Name);
}
