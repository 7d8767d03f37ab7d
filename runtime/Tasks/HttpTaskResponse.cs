namespace Compiled.Tasks;

/// <summary>The response to an HTTP Task as TestState shows it.</summary>
/// <param name="Protocol">Such as <c>https</c>.</param>
/// <param name="StatusCode">Such as <c>200</c>.</param>
/// <param name="StatusMessage">Such as <c>OK</c>.</param>
/// <param name="Headers">The headers in one text, as AWS shows them.</param>
/// <param name="Body">The body; null for none.</param>
public sealed record HttpTaskResponse(string Protocol, string StatusCode, string StatusMessage, string Headers, string? Body);
