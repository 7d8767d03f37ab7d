using Compiled.DependencyInjection;
using Compiled.Durable.Journal;
using Compiled.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compiled.Durable;

/// <summary>Durable executions in a generic host.</summary>
public static class DurableServiceCollectionExtensions
{
    /// <summary>
    /// Makes the Standard workflows of the collection run durably: <see cref="DurableExecutions"/> is there to be injected, goes on with what was
    /// left when the host starts, and drains when it stops. Tokens and activities that other services are given are the durable ones.
    /// </summary>
    /// <param name="services">The collection; its workflows may be added before or after.</param>
    /// <param name="open">Opens the store, once.</param>
    /// <param name="configure">Changes the options, which have the clock and the loggers of the collection.</param>
    public static IServiceCollection AddDurableExecutions(
        this IServiceCollection services, Func<IServiceProvider, IJournalStore> open, Func<DurableOptions, DurableOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(open);
        services.AddWorkflowDefaults();
        services.AddSingleton(provider => new DurableExecutions(open(provider), Options(provider, configure)));
        services.Replace(ServiceDescriptor.Singleton(static provider => provider.GetRequiredService<DurableExecutions>().TaskTokens));
        services.Replace(ServiceDescriptor.Singleton(static provider => provider.GetRequiredService<DurableExecutions>().Activities));
        services.Replace(ServiceDescriptor.Singleton(static provider => provider.GetRequiredService<DurableExecutions>().ExecutionService));
        services.AddSingleton<IHostedService>(static provider => new DurableService(
            provider.GetRequiredService<DurableExecutions>(), provider.GetRequiredService<IServiceScopeFactory>()));
        return services;
    }

    /// <summary>
    /// Adds the check <c>durable-executions</c>: unhealthy while the journal can't be written, degraded while executions stand still for want of a
    /// handler or a definition.
    /// </summary>
    public static IHealthChecksBuilder AddDurableExecutions(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            "durable-executions", static provider => new DurableHealthCheck(provider.GetRequiredService<DurableExecutions>()), null, null));
    }

    private static DurableOptions Options(IServiceProvider provider, Func<DurableOptions, DurableOptions>? configure)
    {
        DurableOptions options = new()
        {
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            Logger = provider.GetService<ILoggerFactory>()?.CreateLogger("Compiled.Durable"),
        };
        return configure is null ? options : configure(options);
    }
}
