using System.Net;
using Compiled.Outside.HttpTasks;

namespace Compiled.Outside.Calls;

/// <summary>The clients of calls. They follow no redirects, keep no cookies and have no timeout of their own: the calls do.</summary>
public static class HttpClients
{
    /// <summary>A client for what a configuration names.</summary>
    public static HttpClient Create() => ClientOf(new SocketsHttpHandler());

    /// <summary>A client for what a definition or an input names, which connects to no address that the configuration forbids.</summary>
    public static HttpClient CreateGuarded(HttpTaskConfiguration configuration) => ClientOf(GuardedHandler(configuration));

    /// <summary>
    /// The handler below <see cref="CreateGuarded"/>, for <c>IHttpClientFactory</c>'s <c>ConfigurePrimaryHttpMessageHandler</c>.
    /// </summary>
    public static SocketsHttpHandler GuardedHandler(HttpTaskConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        SocketsHttpHandler handler = Settled(new SocketsHttpHandler());
        // A proxy would connect where the guard doesn't look.
        handler.UseProxy = false;
        handler.ConnectCallback = new AddressGuard(configuration).ConnectAsync;
        return handler;
    }

    private static HttpClient ClientOf(SocketsHttpHandler handler) => new(Settled(handler)) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler Settled(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.All;
        // Names may come to stand for other addresses.
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        return handler;
    }
}
