using Compiled.Server.Protocol;
using Compiled.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compiled.Server;

/// <summary>AWS's Step Functions API in an ASP.NET Core app.</summary>
public static class StepFunctionsEndpoints
{
    /// <summary>
    /// Takes the API's requests at a path, for any host name: AWS's clients put <c>sync-</c> before it for two operations. FEATURES P-001, P-008.
    /// <see cref="StepFunctionsServiceCollectionExtensions.AddStepFunctions"/> has to be called before. The paths of <see cref="StepFunctionsOptions.Starts"/>
    /// are there too.
    /// </summary>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="path">The path; clients use the root unless their endpoint says otherwise.</param>
    public static IEndpointConventionBuilder MapStepFunctions(this IEndpointRouteBuilder endpoints, string path = "/")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        StepFunctionsServer server = endpoints.ServiceProvider.GetRequiredService<StepFunctionsServer>();
        ILogger logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Compiled.Server");
        foreach (PathStart start in server.Options.Starts.Paths)
            endpoints.MapWorkflow(start.Path, start.StateMachine);
        return endpoints.MapPost(path, Handler(server, logger));
    }

    /// <summary>What answers the requests.</summary>
    internal static RequestDelegate Handler(StepFunctionsServer server, ILogger logger)
        => new ApiEndpoint(new OperationTable(server), server.Options, new RequestGate(server.Options, server.TimeProvider), logger).HandleAsync;
}
