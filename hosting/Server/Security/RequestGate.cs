using System.Net;
using Compiled.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace Compiled.Server.Security;

/// <summary>What a request has to pass before its operation is looked at.</summary>
internal sealed class RequestGate(StepFunctionsOptions options, TimeProvider time)
{
    private readonly SignatureCheck _signatures = new(options.AccessKeys, time);
    private readonly TokenBucket? _rate = options.RequestsPerSecond is { } rate ? new TokenBucket(rate, time) : null;

    /// <exception cref="ApiException">AccessDeniedException.</exception>
    public static void CheckOrigin(HttpContext context)
    {
        if (BrowserGuard.IsOfAStranger(context))
            throw new ApiException("AccessDeniedException", "Pages of other sites can't use this server.") { Status = HttpStatusCode.Forbidden, Namespace = "com.amazon.coral.service" };
    }

    /// <exception cref="ApiException">ThrottlingException.</exception>
    public void CheckRate()
    {
        if (_rate?.TryTake() == false)
            throw ApiErrors.Throttling();
    }

    /// <inheritdoc cref="SignatureCheck.Check"/>
    public void CheckSignature(HttpRequest request, ReadOnlySpan<byte> body) => _signatures.Check(request, body);
}
