using Compiled.Tasks;

namespace Compiled.TestState.Running;

/// <summary>Keeps what an HTTP Task sent and received last.</summary>
internal sealed class HttpTrace(bool revealsSecrets) : IHttpTrace
{
    public bool RevealsSecrets => revealsSecrets;

    public HttpTaskRequest? Request { get; private set; }

    public HttpTaskResponse? Response { get; private set; }

    public void Sent(HttpTaskRequest request) => (Request, Response) = (request, null);

    public void Received(HttpTaskResponse response) => Response = response;
}
