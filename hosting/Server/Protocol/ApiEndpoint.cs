using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using Compiled.Server.Security;
using Compiled.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Compiled.Server.Protocol;

/// <summary>Takes the requests of the API: JSON 1.0, the operation in the header <c>X-Amz-Target</c>. FEATURES P-001 to P-006.</summary>
internal sealed partial class ApiEndpoint(OperationTable operations, StepFunctionsOptions options, RequestGate gate, ILogger logger)
{
    private const string ContentType = "application/x-amz-json-1.0";

    private const int MostBytes = 1024 * 1024;

    private readonly ApiCaller _anyone = new(options.Region, options.AccountId);

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers["x-amzn-RequestId"] = RandomIds.NewUuid();
        using AnswerBuffer answer = AnswerBuffer.Rent();
        try
        {
            await AnswerAsync(context.Request, answer.Writer, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            answer.Clear();
            response.StatusCode = (int)Refuse(failure, context.Request, response, answer.Writer);
        }

        answer.Writer.Flush();
        response.ContentType = ContentType;
        response.ContentLength = answer.Written.Length;
        await response.Body.WriteAsync(answer.Written, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpRequest request, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        string target = request.Headers["X-Amz-Target"].ToString();
        IOperation operation = operations.Find(target) ?? throw ApiErrors.UnknownOperation();
        RequestGate.CheckOrigin(request.HttpContext);
        gate.CheckRate();
        if (request.ContentLength > MostBytes)
            throw ApiErrors.RequestTooLarge();
        ReadOnlySequence<byte> sent = await ReadAsync(request.BodyReader, cancellationToken).ConfigureAwait(false);
        try
        {
            ReadOnlyMemory<byte> content = sent.IsSingleSegment ? sent.First : sent.ToArray();
            gate.CheckSignature(request, content.Span);
            JsonValue body = Parse(content.Span);
            writer.WriteStartObject();
            string trace = request.Headers["X-Amzn-Trace-Id"].ToString();
            await operation.HandleAsync(new ApiCall(new ApiRequest(body), CallerOf(request), writer, cancellationToken)
            {
                TraceHeader = trace.Length == 0 ? null : trace,
            }).ConfigureAwait(false);
            writer.WriteEndObject();
        }
        finally
        {
            request.BodyReader.AdvanceTo(sent.End);
        }
    }

    /// <summary>The whole body, which stays in the reader's own memory.</summary>
    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length <= MostBytes && read.IsCompleted)
                return read.Buffer;
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.Buffer.Length > MostBytes)
                throw ApiErrors.RequestTooLarge();
        }
    }

    private static JsonValue Parse(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return JsonValue.EmptyObject;
        if (!JsonValue.TryParse(content, out JsonValue body, out string? error))
            throw ApiErrors.Serialization($"The body is no JSON: {error}");
        if (!body.IsObject)
            throw ApiErrors.Serialization("The body of a request is a JSON object.");
        if (content.IndexOf("\\u"u8) >= 0)
            CheckNames(body);
        return body;
    }

    private static void CheckNames(JsonValue body)
    {
        foreach (JsonMember member in body.Members())
        {
            // It is what half of a surrogate pair becomes.
            if (member.Name.Contains('\uFFFD'))
                throw ApiErrors.Serialization("A member's name holds half of a surrogate pair.");
        }
    }

    // Credential=KEY/DATE/REGION/states/aws4_request
    private ApiCaller CallerOf(HttpRequest request)
    {
        const string Credential = "Credential=";
        string header = request.Headers.Authorization.ToString();
        int at = header.IndexOf(Credential, StringComparison.Ordinal);
        if (at < 0)
            return _anyone;
        string scope = header[(at + Credential.Length)..];
        int end = scope.AsSpan().IndexOfAny(',', ' ');
        string[] parts = (end < 0 ? scope : scope[..end]).Split('/');
        string account = parts[0].Length == 12 && parts[0].All(char.IsAsciiDigit) ? parts[0] : options.AccountId;
        return new ApiCaller(parts.Length >= 3 && IsRegion(parts[2]) ? parts[2] : options.Region, account);
    }

    // It goes into ARNs, whose parts colons divide.
    private static bool IsRegion(string text) => text.Length is > 0 and <= 32 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private HttpStatusCode Refuse(Exception failure, HttpRequest request, HttpResponse response, Utf8JsonWriter writer)
    {
        if (failure is BadHttpRequestException bad)
            failure = bad.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge ? ApiErrors.RequestTooLarge() : ApiErrors.Serialization("The request's body is broken off.");
        ApiException? error = ApiFailures.Of(failure);
        if (error is null)
        {
            LogFailure(logger, failure, request.Headers["X-Amz-Target"].ToString());
            error = new ApiException("InternalServerError", "The server failed; its log tells why.") { Status = HttpStatusCode.InternalServerError, Namespace = "com.amazon.coral.service" };
        }

        response.Headers["x-amzn-ErrorType"] = error.Code;
        writer.WriteStartObject();
        writer.WriteString("__type", $"{error.Namespace}#{error.Code}");
        writer.WriteString("message", error.Message);
        if (error.Member is var (name, value))
            writer.WriteString(name, value);
        writer.WriteEndObject();
        return error.Status;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The call {Target} failed.")]
    private static partial void LogFailure(ILogger logger, Exception failure, string target);
}
