using Compiled.Durable;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Compiled.WebConsole;

/// <summary>The console in an ASP.NET Core application.</summary>
public static class ConsoleEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves the console below a path. It takes <see cref="DurableExecutions"/> and <see cref="IConsoleMachines"/> from the services, <see cref="ConsoleOptions"/>,
    /// <see cref="IConsoleStateTests"/> and <see cref="IConsoleExpress"/> where they are.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path, beginning with a slash.</param>
    /// <returns>The group of the console's endpoints, to which conventions such as authorization may be added.</returns>
    public static RouteGroupBuilder MapConsole(this IEndpointRouteBuilder endpoints, string prefix = "/console")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        prefix = prefix.TrimEnd('/');
        ConsoleOptions options = endpoints.ServiceProvider.GetService<ConsoleOptions>() ?? new ConsoleOptions();
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        group.AddEndpointFilter(new RequestGuard(options));
        // Made at the first request, when the application's services are up.
        Lazy<ConsoleContext> console = new(() =>
        {
            DurableExecutions executions = endpoints.ServiceProvider.GetRequiredService<DurableExecutions>();
            IConsoleMachines machines = endpoints.ServiceProvider.GetRequiredService<IConsoleMachines>();
            return new ConsoleContext(new Links(prefix), options, executions, machines, new ExecutionModels(executions.Reader), new MachinePictures(),
                endpoints.ServiceProvider.GetService<IConsoleStateTests>(), endpoints.ServiceProvider.GetService<IConsoleExpress>());
        });
        ConsoleContext Of(HttpContext http)
        {
            ConsoleContext context = console.Value with { Direction = ReaderSettings.DirectionOf(http) };
            return http.Request.PathBase.HasValue ? context with { Links = new Links(http.Request.PathBase + prefix) } : context;
        }

        Endpoints.PageEndpoints.Map(group, Of);
        Endpoints.PartEndpoints.Map(group, Of);
        Endpoints.LiveEndpoints.Map(group, Of);
        Endpoints.ExportEndpoints.Map(group, Of);
        Endpoints.CheckEndpoints.Map(group, Of);
        Endpoints.DeedEndpoints.Map(group, Of);
        Endpoints.TestEndpoints.Map(group, Of);
        return group;
    }
}
