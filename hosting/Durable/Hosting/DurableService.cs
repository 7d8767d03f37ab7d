using Compiled.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Compiled.Durable;

/// <summary>Starts and stops durable executions with their host.</summary>
internal sealed class DurableService(DurableExecutions executions, IServiceScopeFactory scopes) : IHostedService
{
    // Workflows live as long as the host, and so do the scoped services that their handlers use.
    private IServiceScope? _scope;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _scope = scopes.CreateScope();
        foreach (WorkflowRegistration registration in _scope.ServiceProvider.GetServices<WorkflowRegistration>())
            executions.AddMachine(registration.Create(_scope.ServiceProvider));

        _ = executions.RunAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await executions.StopAsync(cancellationToken).ConfigureAwait(false);
        _scope?.Dispose();
    }
}
