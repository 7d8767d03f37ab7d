using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Compiled.Outside.Signing;
using Compiled.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace Compiled.Server.Security;

/// <summary>
/// Refuses requests that are not signed with one of the configured keys: AWS's Signature Version 4, as every client signs. Where no keys are configured any
/// credentials will do. FEATURES P-001.
/// </summary>
internal sealed class SignatureCheck(IReadOnlyDictionary<string, string> keys, TimeProvider time)
{
    private static readonly TimeSpan s_drift = TimeSpan.FromMinutes(5);

    /// <summary>Lets a request pass, or refuses it.</summary>
    /// <exception cref="ApiException">MissingAuthenticationTokenException, IncompleteSignatureException, UnrecognizedClientException, InvalidSignatureException.</exception>
    public void Check(HttpRequest request, ReadOnlySpan<byte> body)
    {
        if (keys.Count == 0)
            return;
        string header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            throw Refused("MissingAuthenticationTokenException", "Missing Authentication Token");
        if (!header.StartsWith(AwsSignature.Algorithm + " ", StringComparison.Ordinal))
            throw Refused("IncompleteSignatureException", "The Authorization header is none of " + AwsSignature.Algorithm + ".");
        Dictionary<string, string> parts = Parts(header[AwsSignature.Algorithm.Length..]);
        if (!parts.TryGetValue("Credential", out string? credential) || !parts.TryGetValue("SignedHeaders", out string? signed) || !parts.TryGetValue("Signature", out string? signature)
            || credential.Split('/') is not [var key, var day, var region, ("states" or "events") and var service, "aws4_request"])
            throw Refused("IncompleteSignatureException", "Authorization header requires 'Credential' parameter, 'Signature' parameter and 'SignedHeaders' parameter.");
        if (!keys.TryGetValue(key, out string? secret))
            throw Refused("UnrecognizedClientException", "The security token included in the request is invalid.");
        string sent = request.Headers["X-Amz-Date"].ToString();
        CheckTime(sent, day);
        string[] names = signed.Split(';');
        // Who doesn't sign the host or the operation could have a signed request redirected to another.
        if (!names.Contains("host") || !names.Contains("x-amz-date") || (request.Headers.ContainsKey("X-Amz-Target") && !names.Contains("x-amz-target")))
            throw Refused("InvalidSignatureException", "The headers host, x-amz-date and x-amz-target must be signed.");
        string expected = AwsSignature.Compute(
            request.Method, request.Path.ToUriComponent(), request.QueryString.ToUriComponent(), names.Select(name => KeyValuePair.Create(name, Value(request, name))),
            Convert.ToHexStringLower(SHA256.HashData(body)), sent, $"{day}/{region}/{service}/aws4_request", secret);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature)))
            throw Refused(
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
    }

    private void CheckTime(string sent, string day)
    {
        if (!DateTimeOffset.TryParseExact(sent, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset signedAt)
            || !sent.StartsWith(day, StringComparison.Ordinal))
            throw Refused("IncompleteSignatureException", "Date must be in ISO-8601 'basic format', and that of the credential's scope.");
        if ((time.GetUtcNow() - signedAt).Duration() > s_drift)
            throw Refused("InvalidSignatureException", $"Signature expired: {sent} is more than 5 minutes away from the server's time.");
    }

    private static Dictionary<string, string> Parts(string text)
    {
        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            int at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
                parts[part[..at]] = part[(at + 1)..];
        }

        return parts;
    }

    private static string Value(HttpRequest request, string name) => name == "host" ? request.Host.ToUriComponent() : string.Join(',', request.Headers[name].ToArray());

    private static ApiException Refused(string code, string message) => new(code, message) { Status = HttpStatusCode.Forbidden, Namespace = "com.amazon.coral.service" };
}
