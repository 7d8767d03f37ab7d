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
    /// <summary>What its executions read of their input; null for all of it.</summary>
    public Projection? Projection { get; init; }

    /// <summary>
    /// Whether the execution that began last waits for a handler or for time. Then the fast path was left, for which the input must be whole; the next one mostly does the same. Any thread
    /// writes it, and it need not be right: an input that was read in parts is read again.
    /// </summary>
    public bool Waits { get; set; }

    /// <summary>Options for an execution of a workflow: handlers out of a service provider live in a scope of their own.</summary>
    public static ExecutionOptions For(WorkflowLease lease, ExecutionOptions options)
        => lease.HasScope && lease.Workflow.DefaultOptions.TaskHandlers is { } own ? options with { TaskHandlers = own } : options;
}
