using Compiled.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conformance.Api;

/// <summary>A port on the loopback, behind which a server of its own answers for each case.</summary>
internal sealed class SelfServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private RequestDelegate _handler = static _ => Task.CompletedTask;

    private SelfServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context => _handler(context));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    public static async Task<SelfServer> StartAsync()
    {
        SelfServer server = new();
        await server._app.StartAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>Answers by a server from now on.</summary>
    public void Use(StepFunctionsServer server) => _handler = StepFunctionsEndpoints.Handler(server, NullLogger.Instance);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
