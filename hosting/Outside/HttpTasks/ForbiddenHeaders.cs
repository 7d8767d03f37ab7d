using System.Collections.Frozen;

namespace Compiled.Outside.HttpTasks;

/// <summary>Headers that a state may not set. FEATURES T-113.</summary>
internal static class ForbiddenHeaders
{
    private static readonly FrozenSet<string> s_names = new[]
    {
        "A-IM", "Accept-Charset", "Accept-Datetime", "Accept-Encoding", "Authorization", "Cache-Control", "Connection", "Content-Encoding", "Content-Length",
        "Content-MD5", "Date", "Expect", "Forwarded", "From", "Host", "HTTP2-Settings", "Max-Forwards", "Origin", "Pragma", "Proxy-Authorization", "Referer",
        "Server", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via", "Warning",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] s_prefixes = ["If-", "X-Forwarded-", "X-Amz", "X-Amzn"];

    public static bool Contains(string name)
        => s_names.Contains(name) || s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
