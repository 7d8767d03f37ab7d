using Compiled.Tasks.Nested;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Compiled.Server;

/// <summary>Starts executions by HTTP requests, the way API Gateway does.</summary>
public static class WorkflowEndpoints
{
    /// <summary>
    /// Starts an execution of a machine for each POST to a path; the body is its input. An Express machine answers with its output, a Standard one with
    /// 202 and a link (<c>Location</c>) under which a GET tells how the execution stands.
    /// </summary>
    /// <remarks>
    /// The header <c>Idempotency-Key</c> becomes the execution's name, so that a request that is sent again starts nothing again while the first execution
    /// runs. A body that is no JSON is answered with 400, one above 262,144 bytes with 413, a name that is taken with 409, an Express execution that
    /// failed with 502 and one that timed out with 504; such answers are <c>{"error", "cause"}</c>.
    /// </remarks>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="pattern">The path, such as <c>/orders</c>.</param>
    /// <param name="machine">The name of a workflow in the app's services, or the name or ARN of a machine of the server.</param>
    public static IEndpointConventionBuilder MapWorkflow(this IEndpointRouteBuilder endpoints, string pattern, string machine)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        ArgumentException.ThrowIfNullOrEmpty(machine);
        Starts.WorkflowEndpoint endpoint = new(machine, endpoints.ServiceProvider.GetRequiredService<IExecutionService>());
        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        group.MapPost("", (RequestDelegate)endpoint.StartAsync);
        group.MapGet("/{executionArn}", (RequestDelegate)endpoint.DescribeAsync);
        return group;
    }
}
