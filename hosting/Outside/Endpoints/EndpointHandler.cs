using System.Globalization;
using System.Net.Http.Headers;
using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.Outside.Calls;
using Compiled.Values;

namespace Compiled.Outside.Endpoints;

/// <summary>Posts tasks of any resource to configured URLs, and takes the answer as the task's result or error. FEATURES T-012.</summary>
/// <remarks>
/// The request's body is <c>{"resource", "parameters", "taskToken"?, "state": {"name", "attempt"}, "execution": {"arn", "name",
/// "stateMachineArn"}, "idempotencyKey", "credentials"?}</c>. A status of 2xx makes the body, JSON or nothing, the result. Any other status
/// fails the task: by the body's <c>{"error", "cause"}</c>, or as <c>States.TaskFailed</c> when it has no <c>error</c>.
/// </remarks>
/// <param name="endpoints">The endpoints; the first whose pattern fits takes a task.</param>
/// <param name="client">Sends the requests.</param>
public sealed class EndpointHandler(IReadOnlyList<ResourceEndpoint> endpoints, HttpClient client) : IOutsideHandler
{
    private const int LongestExcerpt = 1024;

    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private static readonly Key
        Resource = Key.Of("resource"), Parameters = Key.Of("parameters"), TaskToken = Key.Of("taskToken"), State = Key.Of("state"), Name = Key.Of("name"),
        Attempt = Key.Of("attempt"), Execution = Key.Of("execution"), Arn = Key.Of("arn"), StateMachineArn = Key.Of("stateMachineArn"),
        IdempotencyKey = Key.Of("idempotencyKey"), Credentials = Key.Of("credentials"), Error = Key.Of("error"), Cause = Key.Of("cause");

    /// <inheritdoc/>
    public bool Handles(JsonValue input, TaskContext context) => Find(context.Resource) is not null;

    /// <inheritdoc/>
    public bool IsIdempotent(JsonValue input, TaskContext context) => Find(context.Resource)?.Idempotent ?? false;

    /// <inheritdoc/>
    public async ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        ResourceEndpoint endpoint = Find(context.Resource)!;
        using HttpRequestMessage request = new(HttpMethod.Post, endpoint.Url)
        {
            Content = new ByteArrayContent(BodyOf(in input, in context).ToUtf8()) { Headers = { ContentType = s_json } },
        };
        foreach ((string name, string value) in endpoint.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        Reply reply = await HttpCall.SendAsync(client, request, endpoint.TimeoutSeconds, context, cancellationToken).ConfigureAwait(false);
        return reply.Trouble != Trouble.None ? OfTrouble(reply, endpoint, context) : reply.IsSuccess ? ResultOf(reply, endpoint) : FailureOf(reply, endpoint);
    }

    private ResourceEndpoint? Find(string resource)
    {
        foreach (ResourceEndpoint endpoint in endpoints)
        {
            if (endpoint.Fits(resource))
                return endpoint;
        }

        return null;
    }

    private static JsonValue BodyOf(in JsonValue input, in TaskContext context)
    {
        List<JsonProperty> members =
        [
            new(Resource, context.Resource),
            new(Parameters, input.IsMissing ? JsonValue.Null : input),
            new(State, JsonValue.Object(new(Name, context.StateName), new(Attempt, context.Attempt))),
            new(Execution, JsonValue.Object(new(Arn, context.ExecutionArn), new(Name, context.ExecutionName), new(StateMachineArn, context.StateMachineArn))),
            new(IdempotencyKey, context.IdempotencyKey),
        ];
        if (context.TaskToken is { } token)
            members.Add(new(TaskToken, token));
        if (!context.Credentials.IsMissing)
            members.Add(new(Credentials, context.Credentials));
        return JsonValue.ObjectOf([.. members]);
    }

    private static JsonValue ResultOf(Reply reply, ResourceEndpoint endpoint)
        => reply.Body.Length == 0 ? JsonValue.Null
            : JsonValue.TryParse(reply.Body, out JsonValue result, out string? reason) ? result
            : Failed($"The answer of {endpoint.Url} is no JSON: {reason}");

    private static JsonValue FailureOf(Reply reply, ResourceEndpoint endpoint)
    {
        if (JsonValue.TryParse(reply.Body, out JsonValue body, out _) && body[Error] is { IsString: true } error)
        {
            JsonValue cause = body[Cause];
            return JsonValue.Failure(new Fault(error.AsString(), cause.IsMissing || cause.IsNull ? null : cause.IsString ? cause.AsString() : cause.ToString()));
        }

        string text = reply.BodyText;
        string excerpt = text.Length == 0 ? "" : ": " + (text.Length <= LongestExcerpt ? text : text[..LongestExcerpt]);
        return Failed(string.Create(CultureInfo.InvariantCulture, $"{endpoint.Url} answered {reply.Status} {reply.Reason}{excerpt}"));
    }

    private static JsonValue OfTrouble(Reply reply, ResourceEndpoint endpoint, in TaskContext context) => reply.Trouble switch
    {
        Trouble.TimedOut => JsonValue.Failure(new Fault(
            StatesErrors.Timeout, string.Create(CultureInfo.InvariantCulture, $"{endpoint.Url} did not answer within {endpoint.TimeoutSeconds} seconds."))),
        Trouble.TooLarge => JsonValue.Failure(Faults.DataLimitExceeded(context.Resource)),
        _ => Failed($"Unable to execute HTTP request: {reply.Text}"),
    };

    private static JsonValue Failed(string cause) => JsonValue.Failure(new Fault(StatesErrors.TaskFailed, cause));
}
