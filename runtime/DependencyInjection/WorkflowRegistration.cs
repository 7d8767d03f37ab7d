namespace Compiled.DependencyInjection;

/// <summary>That a collection of services has a workflow, for hosts that look for all of them.</summary>
/// <param name="Create">Makes the workflow from a provider of these services.</param>
public sealed record WorkflowRegistration(Func<IServiceProvider, Workflow> Create);
