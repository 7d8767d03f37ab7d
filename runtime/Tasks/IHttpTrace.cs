namespace Compiled.Tasks;

/// <summary>
/// Takes what an HTTP Task sends and receives, for who tests a state: <c>request</c> and <c>response</c> of TestState's <c>inspectionData</c>. A handler
/// of HTTP Tasks asks <see cref="ExecutionOptions.HttpTrace"/> for it.
/// </summary>
public interface IHttpTrace
{
    /// <summary>Whether what an authorization added may be shown; if not, the handler leaves it out.</summary>
    bool RevealsSecrets { get; }

    /// <summary>Takes the request as it goes out, or would have.</summary>
    void Sent(HttpTaskRequest request);

    /// <summary>Takes the response as it came in.</summary>
    void Received(HttpTaskResponse response);
}
