using Compiled.Durable;
using Compiled.Server.Pages;
using Compiled.WebConsole;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compiled.Server;

/// <summary>The server in a generic host.</summary>
public static class StepFunctionsServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="StepFunctionsServer"/>, which goes on with what was left when the host starts, and drains when it stops.
    /// <see cref="StepFunctionsEndpoints.MapStepFunctions"/> opens its API.
    /// </summary>
    public static IServiceCollection AddStepFunctions(this IServiceCollection services, StepFunctionsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(provider => new StepFunctionsServer(options, provider.GetService<TimeProvider>(), provider.GetService<ILoggerFactory>()));
        services.AddSingleton(static provider => provider.GetRequiredService<StepFunctionsServer>().Executions);
        services.Replace(ServiceDescriptor.Singleton(static provider => provider.GetRequiredService<StepFunctionsServer>().Executions.ExecutionService));
        services.AddSingleton<IConsoleStateTests>(static provider => new ConsoleStateTests(provider.GetRequiredService<StepFunctionsServer>()));
        services.AddSingleton<IConsoleExpress>(static provider => provider.GetRequiredService<StepFunctionsServer>().RecentExpress);
        services.AddSingleton<IConsoleMachines>(static provider => new ConsoleMachines(provider.GetRequiredService<StepFunctionsServer>()));
        services.AddSingleton<IHostedService, ServerService>();
        return services;
    }

    private sealed class ServerService(StepFunctionsServer server) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = server.RunAsync();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);
    }
}
