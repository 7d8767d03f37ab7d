using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Security;

/// <summary>Which requests are answered at all, and the headers that every answer has.</summary>
internal sealed class RequestGuard(ConsoleOptions options) : IEndpointFilter
{
    private const string Cookie = "compiled-console";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!IsNamedRight(http))
            return Refuse(StatusCodes.Status421MisdirectedRequest, $"The host name '{http.Request.Host.Host}' is not one of this console's (ConsoleOptions.HostNames).");
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !IsOfThisSite(http.Request))
            return Refuse(StatusCodes.Status403Forbidden, "Changes are taken from the console's own pages only.");
        if (options.Token is { } token && !IsAdmitted(http, token))
            return Refuse(StatusCodes.Status401Unauthorized, "The console asks for its token: open it once with ?token=... at the end of the address.");
        return await next(context).ConfigureAwait(false);
    }

    // Browsers say where a request comes from; a form of another site can't say that it is of this one.
    private static bool IsOfThisSite(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (!string.IsNullOrEmpty(site))
            return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out Uri? origin)
            && string.Equals(origin.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase)
            && string.Equals(origin.IsDefaultPort ? origin.Host : origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsNamedRight(HttpContext http)
    {
        if (http.Connection.LocalIpAddress is not { } local || !IPAddress.IsLoopback(local))
            return true;
        string host = http.Request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(host.Trim('[', ']'), out _) || options.HostNames.Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsAdmitted(HttpContext http, string token)
    {
        if (IsSame(http.Request.Cookies[Cookie], token))
            return true;
        if (!IsSame(http.Request.Query["token"], token))
            return false;
        http.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/" });
        return true;
    }

    private static bool IsSame(string? given, string token)
        => given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static IResult Refuse(int status, string why) => Results.Text(why, "text/plain; charset=utf-8", statusCode: status);
}
