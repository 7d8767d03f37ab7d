namespace Compiled.Tasks.Nested;

/// <summary>A workflow for one execution, and what lives as long as that.</summary>
internal sealed class WorkflowLease(Workflow workflow, IDisposable? scope = null) : IDisposable
{
    public Workflow Workflow { get; } = workflow;

    public bool HasScope => scope is not null;

    public void Dispose() => scope?.Dispose();
}
