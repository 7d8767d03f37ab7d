using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.Server.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Compiled.Server.Protocol;

/// <summary>Takes the requests of the API: JSON 1.0, the operation in the header <c>X-Amz-Target</c>. FEATURES P-001 to P-006.</summary>
internal sealed partial class ApiEndpoint(OperationTable operations, StepFunctionsOptions options, RequestGate gate, ILogger logger)
{
    private const string ContentType = "application/x-amz-json-1.0";

    private const int MostBytes = 1024 * 1024;

    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        ArrayBufferWriter<byte> body = new();
        try
        {
            await AnswerAsync(context.Request, body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            body.Clear();
            response.StatusCode = (int)Refuse(failure, context.Request, response, body);
        }

        response.ContentType = ContentType;
        response.ContentLength = body.WrittenCount;
        await response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpRequest request, ArrayBufferWriter<byte> body, CancellationToken cancellationToken)
    {
        string target = request.Headers["X-Amz-Target"].ToString();
        IOperation operation = operations.Find(target) ?? throw ApiErrors.UnknownOperation();
        RequestGate.CheckOrigin(request.HttpContext);
        gate.CheckRate();
        ReadOnlyMemory<byte> content = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        gate.CheckSignature(request, content.Span);
        using JsonDocument sent = Parse(content);
        using Utf8JsonWriter writer = new(body, s_writing);
        writer.WriteStartObject();
        string trace = request.Headers["X-Amzn-Trace-Id"].ToString();
        await operation.HandleAsync(new ApiCall(new ApiRequest(sent.RootElement), CallerOf(request), writer, cancellationToken)
        {
            TraceHeader = trace.Length == 0 ? null : trace,
        }).ConfigureAwait(false);
        writer.WriteEndObject();
        writer.Flush();
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
            throw ApiErrors.RequestTooLarge();
        using MemoryStream read = new();
        byte[] part = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (int count; (count = await request.Body.ReadAsync(part, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                if (read.Length + count > MostBytes)
                    throw ApiErrors.RequestTooLarge();
                read.Write(part, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(part);
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(content.IsEmpty ? "{}"u8.ToArray() : content);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            throw ApiErrors.Serialization("The body of a request is a JSON object.");
        }
        catch (JsonException fault)
        {
            throw ApiErrors.Serialization($"The body is no JSON: {fault.Message}");
        }
    }

    // Credential=KEY/DATE/REGION/states/aws4_request
    private ApiCaller CallerOf(HttpRequest request)
    {
        const string Credential = "Credential=";
        string header = request.Headers.Authorization.ToString();
        int at = header.IndexOf(Credential, StringComparison.Ordinal);
        if (at < 0)
            return new ApiCaller(options.Region, options.AccountId);
        string scope = header[(at + Credential.Length)..];
        int end = scope.AsSpan().IndexOfAny(',', ' ');
        string[] parts = (end < 0 ? scope : scope[..end]).Split('/');
        string account = parts[0].Length == 12 && parts[0].All(char.IsAsciiDigit) ? parts[0] : options.AccountId;
        return new ApiCaller(parts.Length >= 3 && IsRegion(parts[2]) ? parts[2] : options.Region, account);
    }

    // It goes into ARNs, whose parts colons divide.
    private static bool IsRegion(string text) => text.Length is > 0 and <= 32 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private HttpStatusCode Refuse(Exception failure, HttpRequest request, HttpResponse response, ArrayBufferWriter<byte> body)
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
        using Utf8JsonWriter writer = new(body, s_writing);
        writer.WriteStartObject();
        writer.WriteString("__type", $"{error.Namespace}#{error.Code}");
        writer.WriteString("message", error.Message);
        if (error.Member is var (name, value))
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.Flush();
        return error.Status;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The call {Target} failed.")]
    private static partial void LogFailure(ILogger logger, Exception failure, string target);
}
