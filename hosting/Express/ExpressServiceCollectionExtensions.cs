using Compiled.DependencyInjection;
using Compiled.Tasks.Nested;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compiled.Hosting;

/// <summary>An <see cref="ExpressHost"/> in a generic host.</summary>
public static class ExpressServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="ExpressHost"/> with the Express workflows of the collection. It takes up what was left when the application starts, and drains when it stops. Each
    /// execution has a scope of services of its own.
    /// </summary>
    /// <param name="services">The collection; its workflows may be added before or after.</param>
    /// <param name="configure">Changes the options, which have the clock, the loggers and the handlers of the collection.</param>
    public static IServiceCollection AddExpressHost(this IServiceCollection services, Func<IServiceProvider, ExpressHostOptions, ExpressHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddWorkflowDefaults();
        services.AddSingleton(provider =>
        {
            ExpressHostOptions options = new()
            {
                Execution = provider.GetRequiredService<ExecutionOptions>(),
                Logger = provider.GetService<ILoggerFactory>()?.CreateLogger("Compiled.Express"),
            };
            ExpressHost host = new(configure is null ? options : configure(provider, options));
            AddRegistered(host, provider.GetRequiredService<IServiceScopeFactory>());
            return host;
        });
        services.AddSingleton<IHostedService>(static provider => new ExpressService(provider.GetRequiredService<ExpressHost>()));
        return services;
    }

    // Each workflow is made once to learn its machine, and again for each execution, with services of its own.
    private static void AddRegistered(ExpressHost host, IServiceScopeFactory scopes)
    {
        using IServiceScope known = scopes.CreateScope();
        foreach (WorkflowRegistration registration in known.ServiceProvider.GetServices<WorkflowRegistration>())
        {
            Workflow workflow = registration.Create(known.ServiceProvider);
            if (workflow.Machine.Type != MachineType.Express)
                continue;
            host.Add(workflow, () =>
            {
                IServiceScope scope = scopes.CreateScope();
                return new WorkflowLease(registration.Create(scope.ServiceProvider), scope);
            });
        }
    }
}
