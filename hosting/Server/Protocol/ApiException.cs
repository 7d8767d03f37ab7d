using System.Net;

namespace Compiled.Server.Protocol;

/// <summary>A request that is refused, in AWS's words. FEATURES P-004, H3.</summary>
/// <param name="code">AWS's code, such as <c>StateMachineDoesNotExist</c>.</param>
/// <param name="message">AWS's message.</param>
internal sealed class ApiException(string code, string message) : Exception(message)
{
    /// <summary>AWS's code.</summary>
    public string Code { get; } = code;

    /// <summary>The status of the HTTP response.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.BadRequest;

    /// <summary>The further member that some errors have, such as <c>reason</c>; null for none.</summary>
    public (string Name, string Value)? Member { get; init; }

    /// <summary>The namespace of the code on the wire, which clients cut off.</summary>
    public string Namespace { get; init; } = "com.amazonaws.swf.service.v2.model";
}
