using System.Buffers;
using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Hosting;

/// <summary>Taking starts in, and what becomes of them.</summary>
public sealed partial class ExpressHost
{
    // Synchronous executions that are under way.
    private int _direct;

    /// <summary>An execution out of the queue has ended.</summary>
    internal void Ended(ExpressExecution execution, ExecutionResult result)
    {
        try
        {
            if (IsCutShort(result))
                Interlocked.Increment(ref _aborted);
            else if (execution.Kept is { } number)
                Options.Queue!.Remove(number);
            Options.Ended?.Invoke(execution, result);
        }
        catch (Exception failure)
        {
            if (Options.Logger is { } logger)
                ExpressLog.EndedFailed(logger, failure, execution.ExecutionArn);
        }
    }

    /// <summary>An execution met a bug or a host's trouble; its start stays where it is kept, so that another process tries again.</summary>
    internal void BrokeOff(ExpressExecution execution, Exception bug)
    {
        if (Options.Logger is { } logger)
            ExpressLog.BrokeOff(logger, bug, execution.ExecutionArn);
    }

    /// <summary>An execution that a worker left to itself has ended, and another may take its place.</summary>
    internal void Returned() => _workers.Returned();

    /// <summary>The seed of a start, by its number.</summary>
    internal ulong SeedOf(long number) => _seeds.Of(number);

    /// <summary>An execution is about to begin, on a worker.</summary>
    internal void Begins(ExpressExecution execution)
    {
        if (_metrics.TimesQueue)
            _metrics.Begun(execution.StateMachineName, Now - execution.StartDate);
    }

    private ValueTask<ExpressExecution> AcceptAsync(ExpressExecution execution, CancellationToken cancellationToken)
    {
        if (Options.Queue is not null || _isStopping || !_workers.TryEnter())
            return AcceptSlowlyAsync(execution, cancellationToken);
        if (_isStopping)
        {
            _workers.Leave();
            throw new ExpressHostStoppedException();
        }

        _workers.Add(execution);
        return ValueTask.FromResult(execution);
    }

    private async ValueTask<ExpressExecution> AcceptSlowlyAsync(ExpressExecution execution, CancellationToken cancellationToken)
    {
        await EnterAsync(execution.Machine, Options.WhenFull, cancellationToken).ConfigureAwait(false);
        if (Options.Queue is { } queue)
        {
            try
            {
                execution.Kept = await queue.AddAsync(execution.ToKept()).ConfigureAwait(false);
            }
            catch
            {
                _workers.Leave();
                throw;
            }
        }

        _workers.Add(execution);
        return execution;
    }

    private async ValueTask EnterAsync(ExpressMachine machine, WhenFull whenFull, CancellationToken cancellationToken)
    {
        if (_isStopping)
            throw new ExpressHostStoppedException();
        if (!_workers.TryEnter())
        {
            _metrics.Refused(machine.Name);
            if (whenFull == WhenFull.Refuses)
            {
                Options.Metrics?.Throttled(ExpressNames.MachineArnOf(machine.Options, machine.Name));
                throw new ExpressQueueFullException(Options.QueueCapacity);
            }

            await _workers.Room.EnterAsync(cancellationToken).ConfigureAwait(false);
        }

        // A stop begins by refusing, and then waits for the room to be empty: who is in it before is waited for.
        if (_isStopping)
        {
            _workers.Leave();
            throw new ExpressHostStoppedException();
        }
    }

    private ValueTask<ExecutionResult> RunAsync(ExpressExecution execution, IBufferWriter<byte>? output, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _direct);
        WorkflowLease? lease = null;
        try
        {
            if (_isStopping)
                throw new ExpressHostStoppedException();
            lease = execution.Machine.Rent();
            ValueTask<ExecutionResult> running = execution.Run(lease, cancellationToken);
            if (!running.IsCompleted)
                return AwaitAsync(running, lease, output);
            ExecutionResult result = running.GetAwaiter().GetResult();
            result.HandOver(output);
            End(lease, result);
            return ValueTask.FromResult(result);
        }
        catch
        {
            End(lease, null);
            throw;
        }
    }

    private async ValueTask<ExecutionResult> AwaitAsync(ValueTask<ExecutionResult> running, WorkflowLease lease, IBufferWriter<byte>? output)
    {
        ExecutionResult? result = null;
        try
        {
            result = await running.ConfigureAwait(false);
            result.HandOver(output);
            return result;
        }
        finally
        {
            End(lease, result);
        }
    }

    private void End(WorkflowLease? lease, ExecutionResult? result)
    {
        if (result is not null && IsCutShort(result))
            Interlocked.Increment(ref _aborted);
        Interlocked.Decrement(ref _direct);
        CheckDrained();
        lease?.Dispose();
    }

    // Somebody else may have aborted it at the same time; then it is the host's as well.
    private bool IsCutShort(ExecutionResult result) => result.Status == ExecutionStatus.Aborted && _group.IsStopped;

    private ExecutionOptions Watched(ExecutionOptions options, string machine)
    {
        if (!_observation.IsOn || options.History is not null)
            return options;
        string executionArn = ExpressNames.ArnOf(options, machine);
        return options with { ExecutionArn = executionArn, History = _observation.Of(executionArn, ExpressNames.MachineArnOf(options, machine)) };
    }
}
