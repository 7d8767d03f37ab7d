namespace Compiled.Tasks;

/// <summary>The request of an HTTP Task as TestState shows it.</summary>
/// <param name="Protocol">Such as <c>https</c>.</param>
/// <param name="Method">Such as <c>POST</c>.</param>
/// <param name="Url">The URL with its query.</param>
/// <param name="Headers">The headers in one text, as AWS shows them: <c>[Content-Type: application/json, ...]</c>.</param>
/// <param name="Body">The body; null for none.</param>
public sealed record HttpTaskRequest(string Protocol, string Method, string Url, string Headers, string? Body);
