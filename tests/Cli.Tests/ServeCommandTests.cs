using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Compiled.Cli;

namespace Cli.Tests;

/// <summary><c>serve</c>: the server as the command line starts it.</summary>
public sealed class ServeCommandTests
{
    private const string Pass = """{"StartAt":"Done","States":{"Done":{"Type":"Pass","End":true}}}""",
        Call = """{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}}}""";

    [Fact]
    public async Task Serve_WithADataFolder_FindsItsMachinesAtTheNextStart()
    {
        using CliRun run = new();
        string arn;
        await using (Serving first = await Serving.StartAsync(run, "--data", "data", "--region", "eu-west-1"))
            arn = (string)(await first.CallAsync("CreateStateMachine", new JsonObject { ["name"] = "Order", ["definition"] = Pass, ["roleArn"] = "arn:aws:iam::123456789012:role/r" }))["stateMachineArn"]!;

        await using Serving second = await Serving.StartAsync(run, "--data", "data", "--region", "eu-west-1");
        JsonObject listed = await second.CallAsync("ListStateMachines", []);

        Assert.Equal("arn:aws:states:eu-west-1:123456789012:stateMachine:Order", arn);
        Assert.Equal(arn, (string)listed["stateMachines"]![0]!["stateMachineArn"]!);
    }

    [Fact]
    public async Task Serve_WithTasks_DoesThem_AndWithout_FailsThemWithAWordOnWhy()
    {
        using CliRun run = new();
        run.File("tasks.json", """{"arn:aws:lambda:us-east-1:123456789012:function:f": {"behaviour": "return", "value": 7}}""");
        await using Serving with = await Serving.StartAsync(run, "--tasks", "tasks.json"), without = await Serving.StartAsync(run);

        JsonObject done = await with.RunAsync(Call), failed = await without.RunAsync(Call);

        Assert.Equal("7", (string?)done["output"]);
        Assert.Equal("States.TaskFailed", (string?)failed["error"]);
        Assert.Equal(
            "This server has no handler for the resource 'arn:aws:lambda:us-east-1:123456789012:function:f' of the state 'Call': compiled serve --outside FILE configures one.", (string?)failed["cause"]);
    }

    [Fact]
    public async Task Serve_ShowsTheConsole_AndAsksForTheTokenThatItWasGiven()
    {
        using CliRun run = new();
        await using Serving open = await Serving.StartAsync(run), closed = await Serving.StartAsync(run, "--console-token", "secret");
        await open.CallAsync("CreateStateMachine", new JsonObject { ["name"] = "Order", ["definition"] = Pass, ["roleArn"] = "arn:aws:iam::123456789012:role/r" });
        using HttpClient browser = new();

        string page = await browser.GetStringAsync(open.Address);
        using HttpResponseMessage refused = await browser.GetAsync(new Uri(closed.Address, "/console")), admitted = await browser.GetAsync(new Uri(closed.Address, "/console?token=secret"));

        Assert.Contains("Order", page, StringComparison.Ordinal);
        Assert.Equal((System.Net.HttpStatusCode.Unauthorized, System.Net.HttpStatusCode.OK), (refused.StatusCode, admitted.StatusCode));
    }

    [Theory]
    [InlineData(2, "--port is from 0 to 65535.", "--port", "70000")]
    [InlineData(2, "--account has 12 digits.", "--account", "1")]
    [InlineData(2, "--lambda-endpoint: 'localhost' is no URL; expected 'http://...' or 'https://...'.", "--lambda-endpoint", "localhost")]
    [InlineData(2, "There is no file 'none.json'.", "--outside", "none.json")]
    [InlineData(2, "'keys', line 2: expected ACCESS_KEY=SECRET_KEY.", "--access-keys", "keys")]
    [InlineData(2, "'outside.json': $.lambda: The JSON property 'lambda' could not be mapped to any .NET member contained in type 'Compiled.Server.StartsConfiguration'.", "--starts", "outside.json")]
    [InlineData(2, "'outside.json': $.lambda: Neither 'endpoint' nor 'functions' says where a function is.", "--outside", "outside.json")]
    public async Task Serve_WithWhatCantBe_SaysSoAndEnds(int code, string message, params string[] args)
    {
        using CliRun run = new();
        run.File("keys", "AKID=secret\nnonsense");
        run.File("outside.json", """{"lambda": {}}""");

        Assert.Equal(code, await run.RunAsync(["serve", .. args]));
        Assert.Contains(message, run.Error.Split(Environment.NewLine));
    }

    [Fact]
    public async Task Serve_OnAPortOrFolderThatIsTaken_SaysSo()
    {
        using CliRun run = new();
        await using Serving first = await Serving.StartAsync(run, "--data", "data");

        int port = await run.RunAsync(["serve", "--port", first.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        string portError = run.Error;
        int folder = await run.RunAsync(["serve", "--port", "0", "--data", Path.Combine(run.Folder, "data")]);

        Assert.Equal((2, 2), (port, folder));
        Assert.StartsWith($"The server can't start on 127.0.0.1:{first.Address.Port}", portError, StringComparison.Ordinal);
        Assert.StartsWith("The server can't start on 127.0.0.1:0 with the data folder", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A server that runs in this process until it is disposed of.</summary>
    private sealed class Serving : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly HttpClient _client = new();
        private Task<int> _run = Task.FromResult(0);

        public Uri Address { get; private set; } = null!;

        public static async Task<Serving> StartAsync(CliRun run, params string[] args)
        {
            Serving serving = new();
            FirstLine output = new();
            StringWriter error = new();
            serving._run = CliCommand.RunAsync(["serve", "--port", "0", .. args], new CliConsole(TextReader.Null, output, error) { Folder = run.Folder }, serving._stop.Token);
            Task first = await Task.WhenAny(output.Line, serving._run);
            Assert.True(first == output.Line, error.ToString());
            serving.Address = new Uri((await output.Line).Split(' ', ',')[3]);
            return serving;
        }

        public async Task<JsonObject> CallAsync(string operation, JsonObject request)
        {
            using HttpRequestMessage message = new(HttpMethod.Post, Address) { Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };
            message.Headers.Add("X-Amz-Target", "AWSStepFunctions." + operation);
            using HttpResponseMessage response = await _client.SendAsync(message);
            JsonObject answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
            return answer;
        }

        /// <summary>Runs a definition as an Express machine.</summary>
        public async Task<JsonObject> RunAsync(string definition)
        {
            JsonObject created = await CallAsync("CreateStateMachine", new JsonObject
            {
                ["name"] = "Order",
                ["definition"] = definition,
                ["roleArn"] = "arn:aws:iam::123456789012:role/r",
                ["type"] = "EXPRESS",
            });
            return await CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = (string)created["stateMachineArn"]! });
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            Assert.Equal(0, await _run);
            _client.Dispose();
            _stop.Dispose();
        }
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public override Task WriteLineAsync(string? value)
        {
            _line.TrySetResult(value!);
            return Task.CompletedTask;
        }
    }
}
