using Compiled.Durable.Engine;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Durable;

/// <summary>
/// Standard executions on a store: they survive the process at any instant and wait up to a year. What the operations of AWS's API do, as a
/// C# API. One instance owns its store; any thread may call.
/// </summary>
/// <remarks>
/// What an operation tells is durable when it tells it. Executions begin to go on with <see cref="RunAsync"/> (a generic host calls it); an
/// execution that is started before waits for it.
/// </remarks>
public sealed partial class DurableExecutions : IAsyncDisposable
{
    private readonly Engine.Engine _engine;
    private readonly IJournalStore _store;
    private readonly RequestPump _requests;

    /// <summary>Takes a store over; it is disposed with this.</summary>
    public DurableExecutions(IJournalStore store, DurableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        InMemoryExecutions express = new();
        _engine = new Engine.Engine(store, options ?? new DurableOptions()) { Nested = new DurableExecutionService(this, express, isInHandlers: true) };
        ExecutionService = new DurableExecutionService(this, express, isInHandlers: false);
        _requests = new RequestPump(this, _engine);
        _engine.Activities.Load();
        _engine.Awaiting.Load();
    }

    /// <summary>The executions as tasks of other workflows start and describe them.</summary>
    public IExecutionService ExecutionService { get; }

    internal Engine.Engine Engine => _engine;

    /// <summary>Looks at the executions.</summary>
    public ExecutionReader Reader => _engine.Reader;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider => _engine.Time;

    /// <summary>
    /// Makes a machine known under its definition's name, in place of an earlier one of that name. Executions that run keep the definition
    /// with which they started. FEATURES X-024. An Express machine is there for tasks that start it, and runs in memory.
    /// </summary>
    /// <returns>The machine's ARN.</returns>
    public string AddMachine(Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        _engine.Prepare(workflow, null);
        if (workflow.Machine.Type == MachineType.Express)
            _engine.Nested.Express.Add(workflow);
        return _engine.Machines.Add(workflow).Arn;
    }

    /// <summary>
    /// Forgets the current definition of a machine: <see cref="DurableOptions.FindMachine"/> is asked for it again. Executions that run go on.
    /// </summary>
    public void ForgetMachine(string stateMachineArn)
    {
        ArgumentNullException.ThrowIfNull(stateMachineArn);
        _engine.Machines.Forget(stateMachineArn);
    }

    /// <summary>The machines that can be started: name and ARN, by name.</summary>
    public IReadOnlyList<(string Name, string Arn)> Machines
        => [.. _engine.Machines.Current.Select(static machine => (machine.Name, machine.Arn)).OrderBy(static machine => machine.Name, StringComparer.Ordinal)];

    /// <summary>Starts an execution; when the answer comes, it is durable. FEATURES P-080, X-020 to X-022.</summary>
    /// <param name="machine">The machine's name or ARN.</param>
    /// <param name="input">The input, any JSON value; an empty object when left out.</param>
    /// <param name="name">
    /// The execution's name, 1 to 80 characters, unique in its machine; a UUID when left out. The name of an execution that runs with the same
    /// input gives that one; any other name that is taken is refused.
    /// </param>
    /// <exception cref="StateMachineDoesNotExistException">No machine of that name is known.</exception>
    /// <exception cref="StateMachineTypeNotSupportedException">The machine is an Express one, which runs in memory: see <see cref="Workflow.ExecuteAsync(JsonValue, ExecutionOptions?, CancellationToken)"/>.</exception>
    /// <exception cref="InvalidExecutionNameException">The name is too long or has a character that names can't have.</exception>
    /// <exception cref="ExecutionAlreadyExistsException">The name is taken by an execution that ended or has another input.</exception>
    /// <exception cref="JournalUnavailableException">The journal can't be written now: a full disk, a locked file. Nothing was started, unless a crash follows.</exception>
    public Task<StartedExecution> StartAsync(string machine, JsonValue input = default, string? name = null) => StartAsync(machine, input, new StartOptions { Name = name });

    /// <summary>Starts an execution of a version of a machine, or with more than an input; when the answer comes, it is durable. FEATURES P-068, P-080.</summary>
    /// <param name="machine">The machine's name or ARN.</param>
    /// <param name="input">The input, any JSON value; an empty object when missing.</param>
    /// <param name="options">What else is said.</param>
    /// <exception cref="StateMachineDoesNotExistException">No machine of that name is known.</exception>
    /// <exception cref="StateMachineTypeNotSupportedException">The machine is an Express one, which runs in memory.</exception>
    /// <exception cref="InvalidExecutionNameException">The name is too long or has a character that names can't have.</exception>
    /// <exception cref="ExecutionAlreadyExistsException">The name is taken by an execution that ended or has another input.</exception>
    /// <exception cref="JournalUnavailableException">The journal can't be written now: a full disk, a locked file. Nothing was started, unless a crash follows.</exception>
    public async Task<StartedExecution> StartAsync(string machine, JsonValue input, StartOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Machine found = Startable(machine);
        if (options.Workflow is { } workflow)
            found = _engine.Machines.Of(found, workflow);
        if (options.Name is { } name)
            ExecutionNames.Check(name);
        input = input.IsMissing ? JsonValue.EmptyObject : input;
        if (options.Name is not null && _store.Find(found.Arn, options.Name) is { } taken)
            return Same(taken, in input);
        return await StartNewAsync(found, _engine.NewId(), input, options.Name ?? Guid.NewGuid().ToString(), options).ConfigureAwait(false);
    }

    /// <summary>Starts an execution without a name of its own and waits until it has ended. The wait may be cancelled; the execution goes on.</summary>
    /// <exception cref="StateMachineDoesNotExistException">No machine of that name is known.</exception>
    /// <exception cref="StateMachineTypeNotSupportedException">The machine is an Express one.</exception>
    public async Task<ExecutionResult> ExecuteAsync(string machine, JsonValue input = default, CancellationToken cancellationToken = default)
    {
        Machine found = Startable(machine);
        long id = _engine.NewId();
        EndWaiter waiter = _engine.Waiters.Add(id);
        try
        {
            await StartNewAsync(found, id, input.IsMissing ? JsonValue.EmptyObject : input, Guid.NewGuid().ToString()).ConfigureAwait(false);
            return await waiter.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _engine.Waiters.Remove(id, waiter);
        }
    }

    /// <summary>
    /// Waits until an execution has ended, and gives how. The wait may be cancelled; the execution goes on.
    /// </summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public async Task<ExecutionDescription> WaitAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        ExecutionRow row = Reader.RowOf(executionArn);
        EndWaiter waiter = _engine.Waiters.Add(row.Id);
        try
        {
            // Asked after the wait began, so that no end goes by unseen.
            if (Row(row.Id).Status == ExecutionStatus.Running)
                await waiter.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _engine.Waiters.Remove(row.Id, waiter);
        }

        return Reader.Describe(Row(row.Id));
    }

    private Machine Startable(string machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Machine found = _engine.Machines.Find(machine) ?? throw new StateMachineDoesNotExistException(machine);
        return found.Workflow.Machine.Type == MachineType.Standard ? found : throw new StateMachineTypeNotSupportedException(found.Arn);
    }

    /// <inheritdoc cref="ExecutionReader.Describe(string)"/>
    public ExecutionDescription Describe(string executionArn) => Reader.Describe(executionArn);

    /// <inheritdoc cref="ExecutionReader.List"/>
    public ExecutionPage List(ExecutionQuery? query = null, string? nextToken = null, int maxResults = 100) => Reader.List(query, nextToken, maxResults);

    /// <inheritdoc cref="ExecutionReader.GetHistory"/>
    public HistoryPage GetHistory(string executionArn, bool reverse = false, string? nextToken = null, int maxResults = 100)
        => Reader.GetHistory(executionArn, reverse, nextToken, maxResults);

    /// <inheritdoc cref="ExecutionReader.Verify"/>
    public string? Verify(string executionArn) => Reader.Verify(executionArn);

    /// <inheritdoc cref="ExecutionReader.CountByStatus"/>
    public IReadOnlyDictionary<ExecutionStatus, long> CountByStatus() => Reader.CountByStatus();

    private async Task<StartedExecution> StartNewAsync(Machine machine, long id, JsonValue input, string name, StartOptions? options = null, bool isRefusable = true)
    {
        // Who starts one is told at once and may go elsewhere; a task that starts one waits as its execution does.
        if (isRefusable && JournalTrouble is { } trouble)
            throw new JournalUnavailableException(trouble.Message, trouble);
        DateTimeOffset now = _engine.Time.GetUtcNow();
        (int version, string? alias) = (options?.Version ?? 0, options?.Alias);
        ExecutionStart start = new()
        {
            Input = input,
            Time = now,
            Seed = BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)),
            Name = name,
            ExecutionArn = LocalArns.Execution(machine.Arn, name),
            StateMachineArn = machine.Arn,
            StateMachineName = machine.Name,
            RoleArn = options?.RoleArn ?? machine.Workflow.DefaultOptions.RoleArn,
            StateMachineVersionArn = version == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{machine.Arn}:{version}"),
            StateMachineAliasArn = alias is null ? null : $"{machine.Arn}:{alias}",
            TraceHeader = options?.TraceHeader,
            TestCase = options?.TestCase,
            TokenPrefix = id,
        };
        ExecutionHead head = new(machine.Arn, name, MachineType.Standard, machine.Hash, now.UtcTicks, Version: version, Alias: alias);
        try
        {
            return await StartAsync(machine, id, start, head, isRefusable).ConfigureAwait(false);
        }
        catch (NameTakenException)
        {
            return Same(_store.Find(machine.Arn, name)!, in input);
        }
    }

    private async Task<StartedExecution> StartAsync(Machine machine, long id, ExecutionStart start, ExecutionHead head, bool isRefusable = true)
    {
        Run run = new(_engine, machine, id, in start, head) { IsRefusable = isRefusable };
        _engine.Runs.Add(run);
        await run.StartAsync().ConfigureAwait(false);
        return new StartedExecution(start.ExecutionArn!, start.Time);
    }

    /// <summary>Starts an execution of which everything is given, for tests; the name in the store is the execution's own.</summary>
    internal Task<StartedExecution> StartAsync(Workflow workflow, ExecutionStart start)
    {
        long id = _engine.NewId();
        (string stateMachineArn, string name) = LocalArns.Parse(start.ExecutionArn!)!.Value;
        Machine machine = _engine.Machines.Add(new Machine(stateMachineArn, workflow.Machine.Name, _engine.Prepare(workflow, null)));
        return StartAsync(machine, id, start with { TokenPrefix = id }, new ExecutionHead(machine.Arn, name, MachineType.Standard, machine.Hash, start.Time.UtcTicks));
    }

    //
    private StartedExecution Same(ExecutionRow taken, in JsonValue input)
    {
        string arn = LocalArns.Execution(taken.Head.StateMachineArn, taken.Head.Name);
        return taken.Status == ExecutionStatus.Running && Reader.StartOf(taken.Id).Input.Equals(input)
            ? new StartedExecution(arn, new DateTimeOffset(taken.Head.StartedTicks, TimeSpan.Zero))
            : throw new ExecutionAlreadyExistsException(arn);
    }

    /// <summary>Starts an execution for a task; null when the name is taken by one that is not <paramref name="isSame"/>.</summary>
    internal async Task<ExecutionRow?> StartForTaskAsync(Machine machine, JsonValue input, string name, Func<ExecutionRow, JsonValue, bool> isSame, StartOptions? options = null)
    {
        if (_store.Find(machine.Arn, name) is { } taken)
            return isSame(taken, Reader.StartOf(taken.Id).Input) ? taken : null;
        long id = _engine.NewId();
        await StartNewAsync(machine, id, input, name, options, isRefusable: false).ConfigureAwait(false);
        return _store.Find(machine.Arn, name);
    }

    private ExecutionRow Row(long id) => _store.Find(id) ?? throw new ExecutionDoesNotExistException(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
