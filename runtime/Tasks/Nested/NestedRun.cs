using Compiled.Execution;
using Compiled.Testing;

namespace Compiled.Tasks.Nested;

/// <summary>One execution of <see cref="InMemoryExecutions"/>.</summary>
internal sealed class NestedRun
{
    private readonly WorkflowLease _lease;
    private readonly ExecutionOptions _options;
    private readonly Action<NestedRun> _forget;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<ExecutionView> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ExecutionView _view;
    private (string? Error, string? Cause)? _stopped;

    public NestedRun(WorkflowLease lease, ExecutionRequest request, ExecutionOptions options, Action<NestedRun> forget)
    {
        (_lease, _options, _forget) = (lease, options, forget);
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        _view = new ExecutionView
        {
            ExecutionArn = options.ExecutionArn!,
            StateMachineArn = options.StateMachineArn!,
            Name = options.Name!,
            Type = lease.Workflow.Machine.Type,
            Status = ExecutionStatus.Running,
            Input = request.Input,
            StartDate = now,
            RedriveStatus = Redrive.StatusOf(ExecutionStatus.Running, now, default, 0, now),
        };
    }

    /// <summary>The execution as it is now.</summary>
    public ExecutionView View => Volatile.Read(ref _view);

    /// <summary>Completes when the execution has ended.</summary>
    public Task<ExecutionView> Ended => _ended.Task;

    /// <summary>Runs the execution, on this thread as far as it gets. A virtual clock waits for the start.</summary>
    public void Start()
    {
        VirtualTimeProvider? clock = _options.TimeProvider as VirtualTimeProvider;
        clock?.Hold();
        _ = RunAsync();
        clock?.Release();
    }

    /// <summary>Stops the execution; the first who does gives the reason.</summary>
    public void Stop(string? error, string? cause)
    {
        lock (_stop)
            _stopped ??= (error, cause);
        _stop.Cancel();
    }

    private async Task RunAsync()
    {
        try
        {
            ExecutionResult result = await _lease.Workflow.ExecuteAsync(View.Input, _options, _stop.Token).ConfigureAwait(false);
            Volatile.Write(ref _view, EndOf(result));
            _ended.SetResult(View);
        }
        catch (Exception bug)
        {
            // As a whole execution fails in the host in memory: whoever waits is told.
            _ended.SetException(bug);
        }

        _lease.Dispose();
        _forget(this);
    }

    private ExecutionView EndOf(ExecutionResult result)
    {
        ExecutionView view = View;
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        (string? error, string? cause) = result.Status == ExecutionStatus.Aborted && _stopped is { } stopped ? stopped : (result.Error, result.Cause);
        return view with
        {
            Status = result.Status,
            Output = result.Output,
            Error = error,
            Cause = cause,
            StopDate = now,
            RedriveStatus = Redrive.StatusOf(result.Status, view.StartDate, now, result.EventCount, now),
        };
    }
}
