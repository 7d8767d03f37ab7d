using Compiled.Durable.Journal;
using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>
/// Executions that tasks start: durable ones, and Express ones in memory. After a crash the task is done again and finds the execution that it started
/// by its name.
/// </summary>
/// <param name="executions">The executions.</param>
/// <param name="express">Express executions, which are kept in memory only. X-031.</param>
/// <param name="isInHandlers">It is asked by handlers, which are at rest while they wait.</param>
internal sealed class DurableExecutionService(DurableExecutions executions, InMemoryExecutions express, bool isInHandlers) : IExecutionService
{
    /// <summary>Express executions.</summary>
    public InMemoryExecutions Express => express;

    public async ValueTask<ExecutionView> StartAsync(ExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        (Machine machine, StartOptions? options) = Find(request.StateMachine);
        if (machine.Workflow.Machine.Type == MachineType.Express)
        {
            return request.NeedsStandard
                ? throw ExecutionServiceException.StateMachineTypeNotSupported()
                : await express.StartAsync(ByArn(request, machine), cancellationToken).ConfigureAwait(false);
        }

        if (!ExecutionNames.IsName(request.Name))
            throw ExecutionServiceException.InvalidName(request.Name);
        try
        {
            ExecutionRow? row = await executions.StartForTaskAsync(machine, request.Input, request.Name, (taken, input) => IsSame(request, taken, in input) || IsAwaited(request, taken), options).ConfigureAwait(false);
            return row is null
                ? throw ExecutionServiceException.ExecutionAlreadyExists(LocalArns.Execution(machine.Arn, request.Name))
                : View(executions.Reader.Describe(row));
        }
        catch (ExecutionAlreadyExistsException taken)
        {
            throw new ExecutionServiceException("ExecutionAlreadyExists", taken.Message);
        }
    }

    public ValueTask<ExecutionView> RunAsync(ExecutionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Machine machine = Find(request.StateMachine).Machine;
        return machine.Workflow.Machine.Type == MachineType.Express
            ? express.RunAsync(ByArn(request, machine), cancellationToken)
            : throw ExecutionServiceException.StateMachineTypeNotSupported();
    }

    public ValueTask<ExecutionView> DescribeAsync(string executionArn, CancellationToken cancellationToken = default)
        => IsExpress(executionArn) ? express.DescribeAsync(executionArn, cancellationToken) : ValueTask.FromResult(View(executions.Reader.Describe(RowOf(executionArn))));

    public async ValueTask<ExecutionView> WaitAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        if (IsExpress(executionArn))
            return await express.WaitAsync(executionArn, cancellationToken).ConfigureAwait(false);
        long id = RowOf(executionArn).Id;
        Engine engine = executions.Engine;
        EndWaiter waiter = engine.Waiters.Add(id, isInHandlers ? engine.Work.Begin : null);
        bool rests = false;
        try
        {
            if (engine.Store.Find(id) is { Status: ExecutionStatus.Running })
            {
                rests = true;
                if (isInHandlers)
                    engine.Work.End();
                await waiter.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return View(executions.Reader.Describe(RowOf(executionArn)));
        }
        finally
        {
            // Who did not rest has counted itself once more, and at no moment less.
            waiter.Resume();
            if (isInHandlers && !rests)
                engine.Work.End();
            engine.Waiters.Remove(id, waiter);
        }
    }

    public async ValueTask<ExecutionView> StopAsync(string executionArn, string? error, string? cause, CancellationToken cancellationToken = default)
    {
        if (IsExpress(executionArn))
            return await express.StopAsync(executionArn, error, cause, cancellationToken).ConfigureAwait(false);
        RowOf(executionArn);
        await executions.StopExecutionAsync(executionArn, error, cause).ConfigureAwait(false);
        return View(executions.Reader.Describe(RowOf(executionArn)));
    }

    // X-021, and the execution that the same attempt started before it was made again.
    private static bool IsSame(ExecutionRequest request, ExecutionRow taken, in JsonValue input)
        => request.IsOwn(input, new DateTimeOffset(taken.Head.StartedTicks, TimeSpan.Zero)) || taken.Status == ExecutionStatus.Running && input.Equals(request.Input);

    // A name means the machine of this host's region and account.
    private static ExecutionRequest ByArn(ExecutionRequest request, Machine machine)
        => request.StateMachine.StartsWith("arn:", StringComparison.Ordinal) ? request : request with { StateMachine = machine.Arn };

    // A task that is done again when the execution has ended that it waits for, which others may have started.
    private bool IsAwaited(ExecutionRequest request, ExecutionRow taken)
        => request.ParentArn is { } arn && LocalArns.Parse(arn) is var (machine, name) && executions.Engine.Store.Find(machine, name) is { } parent
        && executions.Engine.Awaiting.Awaits(parent.Id, taken.Id);

    private static bool IsExpress(string executionArn) => executionArn.Split(':') is [_, _, _, _, _, "express", ..];

    private (Machine Machine, StartOptions? Options) Find(string machine)
        => executions.Engine.Machines.FindQualified(machine) ?? throw ExecutionServiceException.StateMachineDoesNotExist(machine);

    private ExecutionRow RowOf(string executionArn)
        => LocalArns.Parse(executionArn) is var (machine, name) && executions.Engine.Store.Find(machine, name) is { } row
            ? row
            : throw ExecutionServiceException.ExecutionDoesNotExist(executionArn);

    private static ExecutionView View(ExecutionDescription description) => new()
    {
        ExecutionArn = description.ExecutionArn,
        StateMachineArn = description.Summary.StateMachineArn,
        Name = description.Summary.Name,
        Status = description.Status,
        Input = description.Input,
        Output = description.Output,
        Error = description.Error,
        Cause = description.Cause,
        StartDate = description.Summary.StartDate,
        StopDate = description.Summary.StopDate,
        RedriveCount = description.Summary.RedriveCount,
    };
}
