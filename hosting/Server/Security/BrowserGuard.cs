using System.Net;
using Microsoft.AspNetCore.Http;

namespace Compiled.Server.Security;

/// <summary>
/// Keeps pages of strangers, in a browser on this machine, from using a server that listens on a loopback address: whoever visits a page must not start executions by it.
/// Clients that are no browsers send no <c>Origin</c>.
/// </summary>
internal static class BrowserGuard
{
    /// <summary>Whether a request may come from a page of a stranger.</summary>
    public static bool IsOfAStranger(HttpContext context)
    {
        string origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || context.Connection.LocalIpAddress is not { } local || !IPAddress.IsLoopback(local))
            return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) || !IsOfThisMachine(page.Host);
    }

    private static bool IsOfThisMachine(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
