using Compiled.Outside.Endpoints;
using Compiled.Testing;

namespace Compiled.Outside.Tests.Endpoints;

/// <summary>FEATURES T-012: any resource by a configured endpoint.</summary>
public sealed class EndpointTests
{
    private const string Send = "arn:aws:states:::sqs:sendMessage";

    private static readonly ResourceEndpoint s_queue = new()
    {
        Resource = "arn:aws:states:::sqs:*",
        Url = new Uri("http://tasks/queue"),
        Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer t" },
        TimeoutSeconds = 5,
    };

    [Fact]
    public async Task Task_Posted_TellsWhatItIs()
    {
        Endpoint endpoint = new Endpoint().Answers(200, """{"MessageId": "m"}""");

        ExecutionResult result = await RunAsync(Send, """{"QueueUrl": "q"}""", endpoint, s_queue);

        Assert.Equal("""SUCCEEDED {"MessageId":"m"}""", result.Text());
        Asked asked = Assert.Single(endpoint.Requests);
        Assert.Equal("POST http://tasks/queue Bearer t application/json", $"{asked.Method} {asked.Url} {asked.Headers["Authorization"]} {asked.Headers["Content-Type"]}");
        Assert.Equal(
            """{"resource":"arn:aws:states:::sqs:sendMessage","parameters":{"QueueUrl":"q"},"state":{"name":"Work","attempt":1},"execution":{"arn":"arn:aws:states:us-east-1:123456789012:execution:Test:run","name":"run","stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Test"},"idempotencyKey":"KEY"}""",
            System.Text.RegularExpressions.Regex.Replace(asked.Body!, "[0-9a-f]{8}-[0-9a-f-]{27}", "KEY"));
    }

    [Fact]
    public async Task Task_WithToken_CarriesIt()
    {
        Compiled.Tasks.TaskTokens tokens = Compiled.Tasks.TaskTokens.Shared;
        Endpoint endpoint = new Endpoint().Answers(asked =>
        {
            string token = Compiled.Values.JsonValue.Parse(asked.Body!).Get("taskToken").AsString();
            tokens.SendTaskSuccess(token, "\"done\"");
            return Endpoint.Response(204, [], null);
        });

        Assert.Equal("SUCCEEDED \"done\"", (await RunAsync(Send + ".waitForTaskToken", "{}", endpoint, s_queue)).Text());
    }

    [Theory]
    [InlineData(204, "", "SUCCEEDED null")]
    [InlineData(201, "3", "SUCCEEDED 3")]
    [InlineData(200, "nonsense", "FAILED States.TaskFailed: The answer of http://tasks/queue is no JSON: *")]
    [InlineData(422, """{"error":"OutOfStock","cause":"none left"}""", "FAILED OutOfStock: none left")]
    [InlineData(500, """{"error":"OutOfStock"}""", "FAILED OutOfStock: ")]
    [InlineData(500, """{"error":"OutOfStock","cause":{"left":0}}""", """FAILED OutOfStock: {"left":0}""")]
    [InlineData(503, "", "FAILED States.TaskFailed: http://tasks/queue answered 503 Service Unavailable")]
    [InlineData(404, "<html>", "FAILED States.TaskFailed: http://tasks/queue answered 404 Not Found: <html>")]
    public async Task Answer_Status_DecidesWhatItIs(int status, string body, string expected)
    {
        string text = (await RunAsync(Send, "{}", new Endpoint().Answers(status, body), s_queue)).Text();

        Assert.Equal(expected, expected.EndsWith('*') ? text[..(expected.Length - 1)] + "*" : text);
    }

    [Fact]
    public async Task Answer_ThatFails_IsRetried()
    {
        Endpoint endpoint = new Endpoint().Answers(503).Answers(200, "1");

        ExecutionResult result = await RunAsync(Send, "{}", endpoint, """ "Retry": [{"ErrorEquals": ["States.TaskFailed"]}],""", null, s_queue);

        Assert.Equal("SUCCEEDED 1", result.Text());
        Assert.Contains("\"attempt\":2", endpoint.Requests[1].Body);
    }

    [Fact]
    public async Task Answer_ThatDoesNotCome_IsATimeout()
    {
        Endpoint silent = new();
        VirtualTimeProvider clock = new();

        Task<ExecutionResult> run = RunAsync(Send, "{}", silent, "", clock, s_queue);
        await silent.Reached.Task;
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("FAILED States.Timeout: http://tasks/queue did not answer within 5 seconds.", (await run).Text());
    }

    [Fact]
    public async Task Answer_OfMoreThanSixMegabytes_IsNotKept()
    {
        Endpoint endpoint = new Endpoint().Answers(200, $"\"{new string('x', 7 * 1024 * 1024)}\"");

        ExecutionResult result = await RunAsync(Send, "{}", endpoint, s_queue);

        Assert.Equal($"FAILED States.DataLimitExceeded: The state/task '{Send}' returned a result with a size exceeding the maximum number of bytes service limit.", result.Text());
    }

    [Fact]
    public async Task Execution_ThatIsCancelled_CancelsTheRequest()
    {
        Endpoint silent = new();
        using CancellationTokenSource source = new();
        using HttpClient client = silent.Client;

        Task<ExecutionResult> run = Machines.RunAsync(Send, "{}", new OutsideTasks(new EndpointHandler([s_queue], client)), clock: new VirtualTimeProvider(), cancellationToken: source.Token);
        await silent.Reached.Task;
        await source.CancelAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await run).Status);
    }

    [Theory]
    [InlineData("arn:aws:states:::sqs:*", "arn:aws:states:::sqs:sendMessage", true)]
    [InlineData("arn:aws:states:::sqs:*", "arn:aws:states:::sns:publish", false)]
    [InlineData("*:sendMessage", "arn:aws:states:::sqs:sendMessage", true)]
    [InlineData("*:send?essage", "arn:aws:states:::sqs:sendMessage", false)]
    [InlineData("arn:aws:states:::sqs:sendMessage", "arn:aws:states:::sqs:sendMessage", true)]
    [InlineData("arn:aws:states:::sqs:send", "arn:aws:states:::sqs:sendMessage", false)]
    public void Pattern_Fits_WhatItsStarsStandFor(string pattern, string resource, bool fits)
        => Assert.Equal(fits, new ResourceEndpoint { Resource = pattern, Url = new Uri("http://a") }.Fits(resource));

    [Fact]
    public async Task Endpoints_FirstThatFits_Takes()
    {
        ResourceEndpoint all = new() { Resource = "*", Url = new Uri("http://all") };
        Endpoint endpoint = new Endpoint().Answers(200, "1").Answers(200, "2");

        await RunAsync(Send, "{}", endpoint, s_queue, all);
        await RunAsync("arn:aws:states:::sns:publish", "{}", endpoint, s_queue, all);

        Assert.Equal(["http://tasks/queue", "http://all/"], endpoint.Requests.Select(asked => asked.Url));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Endpoint_Idempotent_SaysSoOfItsTasks(bool isIdempotent)
        => Assert.Equal(
            isIdempotent,
            new OutsideTasks(new EndpointHandler([new ResourceEndpoint { Resource = "*", Url = new Uri("http://a"), Idempotent = isIdempotent }], new Endpoint().Client))
                .IsIdempotent(default, default));

    [Fact]
    public async Task Resource_OfNobody_FailsAsOneWithoutHandler()
        => Assert.Equal(
            "FAILED States.TaskFailed: No handler is registered for the resource 'arn:aws:states:::sns:publish' of the state 'Work'.",
            (await RunAsync("arn:aws:states:::sns:publish", "{}", new Endpoint(), s_queue)).Text());

    private static Task<ExecutionResult> RunAsync(string resource, string input, Endpoint endpoint, params ResourceEndpoint[] endpoints)
        => RunAsync(resource, input, endpoint, "", null, endpoints);

    private static Task<ExecutionResult> RunAsync(string resource, string input, Endpoint endpoint, string more, TimeProvider? clock, params ResourceEndpoint[] endpoints)
        => Machines.RunAsync(resource, input, new OutsideTasks(new EndpointHandler(endpoints, endpoint.Client)), more, clock);
}
