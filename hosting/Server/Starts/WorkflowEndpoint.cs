using System.Net;
using System.Text.Json;
using Compiled.Server.Security;
using Compiled.Tasks.Nested;
using Compiled.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Compiled.Server.Starts;

/// <summary>The requests to one path that starts executions.</summary>
internal sealed class WorkflowEndpoint(string machine, IExecutionService executions)
{
    private const int MostBytes = 262_144;

    public async Task StartAsync(HttpContext context)
    {
        if (BrowserGuard.IsOfAStranger(context))
        {
            await RefuseAsync(context.Response, HttpStatusCode.Forbidden, "AccessDenied", "Pages of other sites can't start executions here.").ConfigureAwait(false);
            return;
        }

        string key = context.Request.Headers["Idempotency-Key"].ToString();
        try
        {
            ExecutionRequest request = new()
            {
                StateMachine = machine,
                Name = key.Length == 0 ? Guid.NewGuid().ToString() : key,
                Input = await ReadAsync(context.Request).ConfigureAwait(false),
            };
            if (await RunAsync(request, context.RequestAborted).ConfigureAwait(false) is { } ended)
                await AnswerAsync(context.Response, ended).ConfigureAwait(false);
            else
                await AcceptAsync(context, await executions.StartAsync(request, context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (ExecutionServiceException refused)
        {
            await RefuseAsync(context.Response, StatusOf(refused.Code), refused.Code, refused.Message).ConfigureAwait(false);
        }
    }

    public async Task DescribeAsync(HttpContext context)
    {
        string arn = (string)context.Request.RouteValues["executionArn"]!;
        ExecutionView view;
        try
        {
            view = await executions.DescribeAsync(arn, context.RequestAborted).ConfigureAwait(false);
        }
        catch (ExecutionServiceException refused)
        {
            await RefuseAsync(context.Response, StatusOf(refused.Code), refused.Code, refused.Message).ConfigureAwait(false);
            return;
        }

        // A path shows the executions of its own machine only.
        if (view.StateMachineArn != machine && !view.StateMachineArn.EndsWith($":stateMachine:{machine}", StringComparison.Ordinal))
            await RefuseAsync(context.Response, HttpStatusCode.NotFound, "ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'").ConfigureAwait(false);
        else
            await WriteAsync(context.Response, HttpStatusCode.OK, writer => Write(writer, view)).ConfigureAwait(false);
    }

    // Null for a Standard machine. Asked each time: a machine of the name may be deleted, and another made of another type.
    private async Task<ExecutionView?> RunAsync(ExecutionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await executions.RunAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecutionServiceException refused) when (refused.Code == "StateMachineTypeNotSupported")
        {
            return null;
        }
    }

    private static async Task<JsonValue> ReadAsync(HttpRequest request)
    {
        using MemoryStream body = new();
        byte[] part = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + count > MostBytes)
                throw new ExecutionServiceException("PayloadTooLarge", $"The input has more than {MostBytes} bytes.");
            body.Write(part, 0, count);
        }

        if (body.Length == 0)
            return JsonValue.EmptyObject;
        try
        {
            return JsonValue.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (JsonException fault)
        {
            throw ExecutionServiceException.InvalidExecutionInput(fault.Message);
        }
    }

    private static Task AnswerAsync(HttpResponse response, ExecutionView ended) => ended.Status switch
    {
        ExecutionStatus.Succeeded => WriteAsync(response, HttpStatusCode.OK, writer => writer.WriteRawValue(ended.Output.ToUtf8())),
        ExecutionStatus.TimedOut => RefuseAsync(response, HttpStatusCode.GatewayTimeout, ended.Error ?? "States.Timeout", ended.Cause),
        _ => RefuseAsync(response, HttpStatusCode.BadGateway, ended.Error, ended.Cause),
    };

    private static Task AcceptAsync(HttpContext context, ExecutionView started)
    {
        context.Response.Headers.Location = $"{UriHelper.BuildRelative(context.Request.PathBase, context.Request.Path).TrimEnd('/')}/{started.ExecutionArn}";
        return WriteAsync(context.Response, HttpStatusCode.Accepted, writer => Write(writer, started));
    }

    private static void Write(Utf8JsonWriter writer, ExecutionView view)
    {
        writer.WriteStartObject();
        writer.WriteString("executionArn", view.ExecutionArn);
        writer.WriteString("name", view.Name);
        writer.WriteString("status", StatusWords.Of(view.Status));
        writer.WriteString("startDate", view.StartDate);
        if (view.StopDate is { } stop)
            writer.WriteString("stopDate", stop);
        if (!view.Output.IsMissing)
        {
            writer.WritePropertyName("output");
            writer.WriteRawValue(view.Output.ToUtf8());
        }

        if (view.Error is not null)
            writer.WriteString("error", view.Error);
        if (view.Cause is not null)
            writer.WriteString("cause", view.Cause);
        writer.WriteEndObject();
    }

    private static Task RefuseAsync(HttpResponse response, HttpStatusCode status, string? error, string? cause) => WriteAsync(response, status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("error", error);
        writer.WriteString("cause", cause);
        writer.WriteEndObject();
    });

    private static async Task WriteAsync(HttpResponse response, HttpStatusCode status, Action<Utf8JsonWriter> write)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body))
            write(writer);
        response.StatusCode = (int)status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), response.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    private static HttpStatusCode StatusOf(string code) => code switch
    {
        "ExecutionAlreadyExists" => HttpStatusCode.Conflict,
        "ExecutionDoesNotExist" or "StateMachineDoesNotExist" => HttpStatusCode.NotFound,
        "PayloadTooLarge" => HttpStatusCode.RequestEntityTooLarge,
        _ => HttpStatusCode.BadRequest,
    };
}
