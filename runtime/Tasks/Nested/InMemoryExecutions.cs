using System.Collections.Concurrent;
using Compiled.Execution;
using Compiled.Values;

namespace Compiled.Tasks.Nested;

/// <summary>
/// Executions in memory that tasks start: of machines that were added, known by name and by ARN. They begin on the thread that starts them, and
/// run as their parent does: on its clock, with its tokens, activities and handlers, and with seeds that derive from its.
/// </summary>
public sealed class InMemoryExecutions : IExecutionService
{
    // How many executions that ended are remembered, and their names refused.
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<string, KnownMachine> _machines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NestedRun> _runs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<NestedRun> _ended = new();
    private readonly ExecutionOptions? _options;
    private Action<InMemoryExecutions>? _load;

    /// <summary>Makes a service without machines.</summary>
    /// <param name="options">How executions run whose parent runs with none of its own.</param>
    public InMemoryExecutions(ExecutionOptions? options = null) => _options = options;

    // The machines of a service provider are looked up when the first execution is started: to make them takes this service.
    internal InMemoryExecutions(ExecutionOptions? options, Action<InMemoryExecutions> load)
        : this(options)
        => _load = load;

    /// <summary>Adds a machine under its definition's name, in place of an earlier one of that name.</summary>
    public InMemoryExecutions Add(Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return Add(workflow.Machine.Name, () => new WorkflowLease(workflow));
    }

    /// <summary>Adds a machine under a name or an ARN, in place of an earlier one.</summary>
    public InMemoryExecutions Add(string nameOrArn, Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return Add(nameOrArn, () => new WorkflowLease(workflow));
    }

    /// <summary>Adds a machine of which each execution has its own workflow.</summary>
    internal InMemoryExecutions Add(string nameOrArn, Func<WorkflowLease> rent)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrArn);
        _machines[nameOrArn] = new KnownMachine(nameOrArn, rent);
        return this;
    }

    /// <summary>Forgets a machine, and its versions and aliases; executions that run go on.</summary>
    /// <param name="nameOrArn">The name or ARN under which it was added.</param>
    public void Remove(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        _machines.TryRemove(nameOrArn, out _);
        foreach (string name in _machines.Keys)
        {
            if (name.Length > nameOrArn.Length && name[nameOrArn.Length] == ':' && name.StartsWith(nameOrArn, StringComparison.Ordinal))
                _machines.TryRemove(name, out _);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionView> StartAsync(ExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(Start(request, request.NeedsStandard ? MachineType.Standard : null).View);
    }

    /// <inheritdoc/>
    public async ValueTask<ExecutionView> RunAsync(ExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        NestedRun run = Start(request, MachineType.Express);
        using (cancellationToken.UnsafeRegister(static run => ((NestedRun)run!).Stop(null, null), run))
            return await run.Ended.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<ExecutionView> DescribeAsync(string executionArn, CancellationToken cancellationToken = default) => ValueTask.FromResult(Find(executionArn).View);

    /// <inheritdoc/>
    public async ValueTask<ExecutionView> WaitAsync(string executionArn, CancellationToken cancellationToken = default)
        => await Find(executionArn).Ended.WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<ExecutionView> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default)
    {
        NestedRun run = Find(executionArn);
        run.Stop(error, cause);
        return await run.Ended.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private NestedRun Find(string executionArn)
        => _runs.GetValueOrDefault(executionArn) ?? throw ExecutionServiceException.ExecutionDoesNotExist(executionArn);

    private NestedRun Start(ExecutionRequest request, MachineType? type)
    {
        (KnownMachine machine, string arn, string name) = FindMachine(request.StateMachine);
        WorkflowLease lease = machine.Rent();
        MachineType actual = lease.Workflow.Machine.Type;
        if (type is not null && type != actual)
        {
            lease.Dispose();
            throw ExecutionServiceException.StateMachineTypeNotSupported();
        }

        string executionArn = Arns.Execution(arn, actual, request.Name, () => Guid.NewGuid().ToString());
        ExecutionOptions options = OptionsOf(request, lease, arn, name, executionArn);
        NestedRun run = new(lease, request, options, Forget);
        if (actual == MachineType.Standard && Taken(executionArn, request, run) is { } taken)
        {
            lease.Dispose();
            return taken;
        }

        _runs[executionArn] = run;
        run.Start();
        return run;
    }

    // the name of one that runs with the same input gives that one. Seeds that tests repeat also repeat derived names.
    private NestedRun? Taken(string executionArn, ExecutionRequest request, NestedRun run)
    {
        NestedRun taken = _runs.GetOrAdd(executionArn, run);
        if (ReferenceEquals(taken, run))
            return null;
        ExecutionView view = taken.View;
        if (request.IsOwn(view.Input, view.StartDate) || view.Status == ExecutionStatus.Running && view.Input.Equals(request.Input))
            return taken;
        return request.IsNameDerived ? null : throw ExecutionServiceException.ExecutionAlreadyExists(executionArn);
    }

    // A version or an alias that was not added as such is the machine.
    private (KnownMachine Machine, string Arn, string Name) FindMachine(string nameOrArn)
    {
        Load();
        bool isArn = nameOrArn.StartsWith("arn:", StringComparison.Ordinal);
        string[] parts = nameOrArn.Split(':');
        string arn = !isArn ? Arns.StateMachine(nameOrArn) : parts.Length > 7 ? string.Join(':', parts[..7]) : nameOrArn;
        string name = Arns.StateMachineName(arn) ?? nameOrArn;
        KnownMachine? found = _machines.GetValueOrDefault(nameOrArn) ?? _machines.GetValueOrDefault(arn) ?? _machines.GetValueOrDefault(name);
        return found is null ? throw ExecutionServiceException.StateMachineDoesNotExist(nameOrArn) : (found, arn, name);
    }

    private void Load()
    {
        if (Volatile.Read(ref _load) is not { } load)
            return;
        lock (_machines)
        {
            if (_load is null)
                return;
            load(this);
            Volatile.Write(ref _load, null);
        }
    }

    private ExecutionOptions OptionsOf(ExecutionRequest request, WorkflowLease lease, string arn, string name, string executionArn)
    {
        ExecutionOptions own = lease.Workflow.DefaultOptions, options = request.ParentOptions ?? _options ?? own;
        return options with
        {
            // Handlers out of a service provider live in a scope of their own.
            TaskHandlers = lease.HasScope ? own.TaskHandlers ?? options.TaskHandlers : options.TaskHandlers,
            Name = request.Name,
            ExecutionArn = executionArn,
            StateMachineArn = arn,
            StateMachineName = name,
            RecordHistory = false,
            History = null,
            Seed = options.Seed is { } seed ? SeededRandom.DeriveSeed(seed, executionArn) : null,
        };
    }

    private void Forget(NestedRun run)
    {
        _ended.Enqueue(run);
        while (_ended.Count > Remembered && _ended.TryDequeue(out NestedRun? oldest))
            _runs.TryRemove(KeyValuePair.Create(oldest.View.ExecutionArn, oldest));
    }

    private sealed record KnownMachine(string NameOrArn, Func<WorkflowLease> Rent);
}
