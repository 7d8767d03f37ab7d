using Compiled.Execution;
using Compiled.Tasks.Nested;

namespace Compiled.Hosting;

/// <summary>An execution that an <see cref="ExpressHost"/> accepted.</summary>
public sealed class ExpressExecution : IOwnOptions
{
    private readonly bool _wantsText;
    private readonly string? _name;
    private readonly long _number;
    private readonly long _started;
    private ReadInput _input;
    private ExecutionOptions? _options;
    private object? _end;
    private bool _isKept;
    private long _kept;

    /// <summary>Of its machine's options and a name and a seed of its own, by the number of the start.</summary>
    internal ExpressExecution(ExpressMachine machine, in ReadInput input, bool wantsText, string? name, long number, DateTimeOffset started)
        => (Machine, _input, _wantsText, _name, _number, _started) = (machine, input, wantsText, name, number, started.UtcTicks);

    /// <summary>Of options that were made for it.</summary>
    internal ExpressExecution(ExpressMachine machine, in ReadInput input, bool wantsText, ExecutionOptions options, DateTimeOffset started)
        => (Machine, _input, _wantsText, _options, _started) = (machine, input, wantsText, options, started.UtcTicks);

    /// <summary>The machine's name.</summary>
    public string StateMachineName => Machine.Name;

    /// <summary>The execution's name; a UUID when the start named none.</summary>
    public string Name => Named.Name!;

    /// <summary>The execution's ARN. FEATURES X-023.</summary>
    public string ExecutionArn => Named.ExecutionArn!;

    /// <summary>When the start was accepted.</summary>
    public DateTimeOffset StartDate => new(_started, TimeSpan.Zero);

    /// <summary>
    /// Completes with the end of the execution, whatever its end. Cancelled when the host stopped before the execution began.
    /// </summary>
    public Task<ExecutionResult> Ended
    {
        get
        {
            object? end = Volatile.Read(ref _end);
            if (end is null)
            {
                // Who never asks doesn't pay for a task.
                TaskCompletionSource<ExecutionResult> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
                end = Interlocked.CompareExchange(ref _end, source, null) ?? source;
            }

            return end switch
            {
                TaskCompletionSource<ExecutionResult> source => source.Task,
                ExecutionResult result => Task.FromResult(result),
                OperationCanceledException => Task.FromCanceled<ExecutionResult>(new CancellationToken(canceled: true)),
                _ => Task.FromException<ExecutionResult>((Exception)end),
            };
        }
    }

    ExecutionOptions IOwnOptions.Options => Options;

    internal ExpressMachine Machine { get; }

    /// <summary>The number of the start in a queue that outlives the process.</summary>
    internal long? Kept
    {
        get => _isKept ? _kept : null;
        set => (_isKept, _kept) = (value.HasValue, value.GetValueOrDefault());
    }

    // Few executions are asked who they are: a copy of the options is more than all else that a start takes. Of several that ask at once one makes them, for seeds differ.
    private ExecutionOptions Options => _options ?? Interlocked.CompareExchange(
        ref _options, Machine.Options with { Name = _name ?? Machine.Options.Name, Seed = Machine.Host.SeedOf(_number) }, null) ?? _options;

    private ExecutionOptions Named
    {
        get
        {
            ExecutionOptions options = Options;
            return options is { Name: not null, ExecutionArn: not null }
                ? options
                : _options = options with { Name = ExpressNames.NameOf(options), ExecutionArn = ExpressNames.ArnOf(options, StateMachineName) };
        }
    }

    /// <summary>Begins the execution on this thread.</summary>
    /// <returns>It has ended already; otherwise the host is told when it has.</returns>
    internal bool Begin()
    {
        WorkflowLease? lease = null;
        ValueTask<ExecutionResult> running;
        try
        {
            Machine.Host.Begins(this);
            lease = Machine.Rent();
            running = Run(lease, default);
        }
        catch (Exception bug)
        {
            running = ValueTask.FromException<ExecutionResult>(bug);
        }

        if (running.IsCompleted)
        {
            End(in running, lease);
            return true;
        }

        running.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(new Wait(this, running, lease!).OnCompleted);
        return false;
    }

    /// <summary>Runs the execution, as far as it gets on this thread.</summary>
    internal ValueTask<ExecutionResult> Run(WorkflowLease lease, CancellationToken cancellationToken)
    {
        ValueTask<ExecutionResult> running = RunInput(lease, cancellationToken);
        _input = default;
        Machine.LastPath.Note(isLeft: !running.IsCompleted);
        return running;
    }

    /// <summary>The execution as a queue keeps its start.</summary>
    internal KeptStart ToKept() => new()
    {
        StateMachine = StateMachineName,
        Name = Options.Name,
        Seed = Options.Seed!.Value,
        TraceHeader = Options.TraceHeader,
        StartDate = StartDate,
        Input = _input.ToUtf8(),
    };

    /// <summary>The host stopped before the execution began.</summary>
    internal void Cancel() => Complete(new OperationCanceledException());

    private ValueTask<ExecutionResult> RunInput(WorkflowLease lease, CancellationToken cancellationToken)
    {
        if (!lease.HasScope)
            return lease.Workflow.ExecuteAsync(in _input, _wantsText, _options ?? Machine.Options, this, cancellationToken);
        ExecutionOptions options = ExpressMachine.For(lease, Options);
        // Whoever makes the workflows of a scope may make others than the one by which the input was read.
        return ReferenceEquals(lease.Workflow.ProjectionFor(options), Machine.Projection)
            ? lease.Workflow.ExecuteAsync(in _input, _wantsText, options, options, cancellationToken)
            : lease.Workflow.ExecuteAsync(_input.Whole(), options, cancellationToken);
    }

    private void End(in ValueTask<ExecutionResult> running, WorkflowLease? lease)
    {
        ExecutionResult? result = null;
        Exception? bug = null;
        try
        {
            using (lease)
                result = running.GetAwaiter().GetResult();
            if (result.Status == ExecutionStatus.Succeeded)
                result.HandOver(Machine.Host.Options.Outputs?.Invoke(this));
        }
        catch (Exception thrown)
        {
            bug = thrown;
        }

        if (bug is null)
            Machine.Host.Ended(this, result!);
        else
            Machine.Host.BrokeOff(this, bug);
        Complete((object?)bug ?? result!);
    }

    private void Complete(object end)
    {
        if (Interlocked.CompareExchange(ref _end, end, null) is not TaskCompletionSource<ExecutionResult> source)
            return;
        if (end is ExecutionResult result)
            source.SetResult(result);
        else if (end is OperationCanceledException)
            source.SetCanceled();
        else
            source.SetException((Exception)end);
    }

    /// <summary>What the end of an execution needs that waits for a handler or for time; most don't.</summary>
    private sealed class Wait(ExpressExecution execution, ValueTask<ExecutionResult> running, WorkflowLease lease)
    {
        public void OnCompleted()
        {
            execution.End(in running, lease);
            execution.Machine.Host.Returned();
        }
    }
}
