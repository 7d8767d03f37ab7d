using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Hosting;

/// <summary>An execution that an <see cref="ExpressHost"/> accepted to run by itself.</summary>
public sealed class ExpressExecution
{
    private readonly ExpressHost _host;
    private readonly ExecutionOptions _options;
    private JsonValue _input;
    private string? _name, _arn;
    private object? _end;
    private ValueTask<ExecutionResult> _running;
    private WorkflowLease? _lease;

    internal ExpressExecution(ExpressHost host, ExpressMachine machine, JsonValue input, ExecutionOptions options, DateTimeOffset started)
        => (_host, Machine, _input, _options, StartDate) = (host, machine, input, options, started);

    /// <summary>The machine's name.</summary>
    public string StateMachineName => Machine.Name;

    /// <summary>The execution's name; a UUID when the start named none.</summary>
    public string Name => _name ??= ExpressNames.NameOf(_options);

    /// <summary>The execution's ARN. FEATURES X-023.</summary>
    public string ExecutionArn => _arn ??= ExpressNames.ArnOf(_options, StateMachineName);

    /// <summary>When the start was accepted.</summary>
    public DateTimeOffset StartDate { get; }

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

    internal ExpressMachine Machine { get; }

    /// <summary>The number of the start in a queue that outlives the process.</summary>
    internal long? Kept { get; set; }

    /// <summary>Begins the execution on this thread.</summary>
    /// <returns>It has ended already; otherwise the host is told when it has.</returns>
    internal bool Begin()
    {
        try
        {
            _host.Begins(this);
            _lease = Machine.Rent();
            ValueTask<ExecutionResult> running = _lease.Workflow.ExecuteAsync(_input, ExpressMachine.For(_lease, _options));
            _input = default;
            if (running.IsCompleted)
            {
                End(in running);
                return true;
            }

            _running = running;
        }
        catch (Exception bug)
        {
            End(ValueTask.FromException<ExecutionResult>(bug));
            return true;
        }

        _running.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(OnCompleted);
        return false;
    }

    /// <summary>The execution as a queue keeps its start.</summary>
    internal KeptStart ToKept() => new()
    {
        StateMachine = StateMachineName,
        Name = _options.Name,
        Seed = _options.Seed!.Value,
        TraceHeader = _options.TraceHeader,
        StartDate = StartDate,
        Input = _input.ToUtf8(),
    };

    /// <summary>The host stopped before the execution began.</summary>
    internal void Cancel() => Complete(new OperationCanceledException());

    private void OnCompleted()
    {
        ValueTask<ExecutionResult> running = _running;
        _running = default;
        End(in running);
        _host.Returned();
    }

    private void End(in ValueTask<ExecutionResult> running)
    {
        ExecutionResult? result = null;
        Exception? bug = null;
        try
        {
            using (_lease)
                result = running.GetAwaiter().GetResult();
        }
        catch (Exception thrown)
        {
            bug = thrown;
        }

        if (bug is null)
            _host.Ended(this, result!);
        else
            _host.BrokeOff(this, bug);
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
}
