using Compiled.Graph;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole;

/// <summary>How a reader likes pages: which way graphs run. A link of the page says so once, and a cookie from then on.</summary>
internal static class ReaderSettings
{
    /// <summary>The part of a query that says it.</summary>
    public const string Direction = "dir";

    private const string Cookie = "compiled-graph";
    private const string ToTheRight = "right";

    public static GraphDirection DirectionOf(HttpContext http)
    {
        string? asked = http.Request.Query[Direction];
        if (string.IsNullOrEmpty(asked))
            return http.Request.Cookies[Cookie] == ToTheRight ? GraphDirection.Right : GraphDirection.Down;
        GraphDirection direction = asked == ToTheRight ? GraphDirection.Right : GraphDirection.Down;
        http.Response.Cookies.Append(
            Cookie, NameOf(direction), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", MaxAge = TimeSpan.FromDays(365) });
        return direction;
    }

    public static string NameOf(GraphDirection direction) => direction == GraphDirection.Right ? ToTheRight : "down";
}
