using Compiled.Execution;
using Compiled.Tasks.Nested;
using Compiled.Values;

namespace Compiled.Hosting;

/// <summary>A machine that a host runs.</summary>
/// <param name="Host">The host.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rent">Gives the workflow of an execution.</param>
/// <param name="Options">How its executions run.</param>
internal sealed record ExpressMachine(ExpressHost Host, string Name, Func<WorkflowLease> Rent, ExecutionOptions Options)
{
    private LastPath _lastPath;

    /// <summary>What its executions read of their input; null for all of it.</summary>
    public Projection? Projection { get; init; }

    /// <summary>Whether the execution that began last waits for a handler or for time.</summary>
    public ref LastPath LastPath => ref _lastPath;

    /// <summary>Options for an execution of a workflow: handlers out of a service provider live in a scope of their own.</summary>
    public static ExecutionOptions For(WorkflowLease lease, ExecutionOptions options)
        => lease.HasScope && lease.Workflow.DefaultOptions.TaskHandlers is { } own ? options with { TaskHandlers = own } : options;
}
