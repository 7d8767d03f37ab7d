using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled;
using Compiled.Server;
using Compiled.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Server.Tests;

/// <summary>A server on a port of the loopback, on a clock that stands still, and a client of it.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Role = "arn:aws:iam::123456789012:role/service", Prefix = "arn:aws:states:us-east-1:123456789012:";

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ApiHost(WebApplication app, VirtualTimeProvider time)
    {
        (_app, Time) = (app, time);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public VirtualTimeProvider Time { get; }

    public Uri Address => _client.BaseAddress!;

    public IServiceProvider Services => _app.Services;

    public StepFunctionsServer Server => _app.Services.GetRequiredService<StepFunctionsServer>();

    public static async Task<ApiHost> StartAsync(string? folder = null, ITaskHandler? tasks = null, VirtualTimeProvider? time = null, StepFunctionsOptions? options = null, Action<WebApplication>? map = null)
    {
        time ??= new VirtualTimeProvider(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddStepFunctions((options ?? new StepFunctionsOptions()) with { DataFolder = folder, TaskHandlers = tasks });
        WebApplication app = builder.Build();
        app.MapStepFunctions();
        map?.Invoke(app);
        await app.StartAsync();
        return new ApiHost(app, time);
    }

    /// <summary>Calls an operation and gives its answer; fails when it is refused.</summary>
    public async Task<JsonObject> CallAsync(string operation, JsonObject? request = null)
    {
        (HttpStatusCode status, JsonObject answer) = await SendAsync(operation, (request ?? []).ToJsonString());
        Assert.True(status == HttpStatusCode.OK, $"{operation}: {(int)status} {answer.ToJsonString()}");
        return answer;
    }

    /// <summary>Calls an operation that is refused, and gives the error: code and message.</summary>
    public async Task<(string Code, string Message)> RefuseAsync(string operation, JsonObject? request = null)
    {
        (HttpStatusCode status, JsonObject answer) = await SendAsync(operation, (request ?? []).ToJsonString());
        Assert.True(status != HttpStatusCode.OK, $"{operation} is not refused: {answer.ToJsonString()}");
        return (((string)answer["__type"]!).Split('#')[^1], (string)answer["message"]!);
    }

    /// <summary>Calls an operation, and gives the error; null when it is not refused.</summary>
    public async Task<(string Code, string Message)?> RefuseOrNullAsync(string operation, JsonObject request)
    {
        (HttpStatusCode status, JsonObject answer) = await SendAsync(operation, request.ToJsonString());
        return status == HttpStatusCode.OK ? null : (((string)answer["__type"]!).Split('#')[^1], (string)answer["message"]!);
    }

    public async Task<(HttpStatusCode Status, JsonObject Answer)> SendAsync(string operation, string body)
    {
        using HttpResponseMessage response = await PostAsync("AWSStepFunctions." + operation, Encoding.UTF8.GetBytes(body));
        return (response.StatusCode, (JsonObject)JsonNode.Parse(await response.Content.ReadAsStreamAsync())!);
    }

    public Task<HttpResponseMessage> PostAsync(string? target, byte[] body, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        if (target is not null)
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _client.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>Creates a machine and gives its ARN.</summary>
    public async Task<string> CreateAsync(string name, string definition, string type = "STANDARD", bool publish = false)
        => (string)(await CallAsync("CreateStateMachine", new JsonObject
        {
            ["name"] = name,
            ["definition"] = definition,
            ["roleArn"] = Role,
            ["type"] = type,
            ["publish"] = publish,
        }))["stateMachineArn"]!;

    /// <summary>Starts an execution and gives its ARN.</summary>
    public async Task<string> StartAsync(string stateMachineArn, string input = "{}", string? name = null)
        => (string)(await CallAsync("StartExecution", new JsonObject { ["stateMachineArn"] = stateMachineArn, ["input"] = input, ["name"] = name }))["executionArn"]!;

    /// <summary>Describes an execution once it has ended.</summary>
    public async Task<JsonObject> EndAsync(string executionArn)
    {
        await Server.Executions.WaitAsync(executionArn);
        return await CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = executionArn });
    }

    /// <summary>JSON with its texts as they are.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(s_plain);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
