using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Compiled.Outside.Signing;

/// <summary>
/// AWS's Signature Version 4. <see cref="Compute"/> is what a server needs to check one, <see cref="Sign"/> what a client needs to make one.
/// Source: AWS General Reference, "Signing AWS API requests".
/// </summary>
public static class AwsSignature
{
    /// <summary>The only algorithm there is, as it stands in the header <c>Authorization</c>.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Adds <c>X-Amz-Date</c>, the session's token and <c>Authorization</c> to a request; what was added before is signed with it.</summary>
    /// <param name="request">The request, with an absolute URL.</param>
    /// <param name="body">Its body, byte for byte.</param>
    /// <param name="credentials">The keys.</param>
    /// <param name="region">The region, such as <c>eu-central-1</c>.</param>
    /// <param name="service">The service's name for signatures, such as <c>lambda</c>.</param>
    /// <param name="now">The time; AWS refuses one that is off by more than five minutes.</param>
    public static void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, AwsCredentials credentials, string region, string service, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(credentials);
        string time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        if (credentials.SessionToken is { } token)
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);

        Uri url = request.RequestUri!;
        List<KeyValuePair<string, string>> headers = [new("host", url.Authority)];
        headers.AddRange(request.Headers.Where(header => header.Key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase))
            .Select(header => new KeyValuePair<string, string>(header.Key, string.Join(',', header.Value))));
        if (request.Content?.Headers.ContentType is { } contentType)
            headers.Add(new("content-type", contentType.ToString()));

        string scope = $"{time[..8]}/{region}/{service}/aws4_request";
        string signed = string.Join(';', headers.Select(header => Lower(header.Key)).Order(StringComparer.Ordinal));
        string signature = Compute(
            request.Method.Method, url.AbsolutePath, url.Query, headers, Hex(SHA256.HashData(body)), time, scope, credentials.SecretAccessKey);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"{Algorithm} Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }

    /// <summary>The signature of a request, 64 hexadecimal digits.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">The path as it was sent, percent signs and all.</param>
    /// <param name="query">The query as it was sent, with or without its question mark; empty for none.</param>
    /// <param name="headers">The headers that are signed, in any order.</param>
    /// <param name="bodyHash">The SHA-256 of the body in hexadecimal digits, or what <c>X-Amz-Content-Sha256</c> says in its place.</param>
    /// <param name="time">The time, as <c>X-Amz-Date</c> has it: <c>20150830T123600Z</c>.</param>
    /// <param name="scope">Day, region, service, <c>aws4_request</c>, with slashes between.</param>
    /// <param name="secretAccessKey">The secret key.</param>
    public static string Compute(
        string method, string path, string query, IEnumerable<KeyValuePair<string, string>> headers, string bodyHash, string time, string scope, string secretAccessKey)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        (string Name, string Value)[] sorted = [.. headers.Select(header => (Name: Lower(header.Key), Value: Folded(header.Value))).OrderBy(header => header.Name, StringComparer.Ordinal)];
        StringBuilder canonical = new();
        canonical.Append(method).Append('\n').Append(CanonicalPath(path)).Append('\n').Append(CanonicalQuery(query)).Append('\n');
        foreach ((string name, string value) in sorted)
            canonical.Append(name).Append(':').Append(value).Append('\n');
        canonical.Append('\n').AppendJoin(';', sorted.Select(header => header.Name)).Append('\n').Append(bodyHash);

        string toSign = $"{Algorithm}\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))}";
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);
        foreach (string part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    // Every service but S3 has the path, as it was sent, escaped once more.
    private static string CanonicalPath(string path) => path.Length == 0 ? "/" : string.Join('/', path.Split('/').Select(Escape));

    private static string CanonicalQuery(string query)
    {
        string text = query.StartsWith('?') ? query[1..] : query;
        if (text.Length == 0)
            return "";
        IEnumerable<(string Name, string Value)> parameters = text.Split('&').Select(parameter =>
        {
            int at = parameter.IndexOf('=', StringComparison.Ordinal);
            return at < 0 ? (Again(parameter), "") : (Again(parameter[..at]), Again(parameter[(at + 1)..]));
        });
        return string.Join('&', parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Name}={parameter.Value}"));
    }

    private static string Again(string sent) => Escape(Uri.UnescapeDataString(sent));

    // RFC 3986's unreserved characters stay, everything else becomes %XX: exactly what this does.
    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string Folded(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

#pragma warning disable CA1308 // Signatures are made of small letters.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
