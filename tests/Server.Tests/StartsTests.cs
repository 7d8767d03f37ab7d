using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Compiled.Durable;
using Compiled.Observation.Logs;
using Compiled.Outside;
using Compiled.Server;

namespace Server.Tests;

/// <summary>Executions that events and times start, status changes that start others, and logs. FEATURES V-030, V-050, T-100.</summary>
public sealed class StartsTests : IDisposable
{
    private const string Rules = """
        {
          // Comments are allowed.
          "rules": [
            {"name": "large", "pattern": {"source": ["shop"], "detail": {"total": [{"numeric": [">", 100]}]}},
             "targets": [{"stateMachine": "Review", "inputTransformer": {"inputPathsMap": {"id": "$.detail.id"}, "inputTemplate": "{\"order\": <id>}"}}]},
            {"name": "failed", "pattern": {"source": ["aws.states"], "detail": {"status": ["FAILED"]}}, "targets": [{"stateMachine": "Alarm", "inputPath": "$.detail.error"}]}
          ],
          "schedules": [{"name": "nightly", "expression": "cron(0 2 * * ? *)", "stateMachine": "Nightly", "input": {"a": 1}}]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("compiled-starts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task PutEvents_OfOneThatARuleMatches_StartsItsMachineWithWhatTheTransformerMakes()
    {
        await using ApiHost api = await StartAsync();
        string review = await api.CreateAsync("Review", Definitions.Pass);

        JsonObject answer = await PutAsync(api, """{"id": 7, "total": 150}""", """{"id": 8, "total": 50}""");

        ExecutionSummary started = await OneAsync(api, review);
        Assert.Equal(0, (int)answer["FailedEntryCount"]!);
        Assert.Equal((string?)answer["Entries"]![0]!["EventId"], started.Name);
        Assert.Equal("""{"order":7}""", api.Server.Executions.Describe(started.ExecutionArn).Input.ToString());
    }

    [Fact]
    public async Task Execution_ThatFails_StartsTheMachineOfARuleForStatusChanges()
    {
        await using ApiHost api = await StartAsync();
        string alarm = await api.CreateAsync("Alarm", Definitions.Pass);

        await api.EndAsync(await api.StartAsync(await api.CreateAsync("Order", Definitions.Fail)));

        Assert.Equal("\"Oops\"", api.Server.Executions.Describe((await OneAsync(api, alarm)).ExecutionArn).Input.ToString());
    }

    [Fact]
    public async Task Schedule_AtItsTime_StartsItsMachine_AndOnceOnlyAfterARestart()
    {
        string nightly;
        ApiHost first = await StartAsync();
        await using (first)
        {
            nightly = await first.CreateAsync("Nightly", Definitions.Pass);
            Assert.Empty(first.Server.Executions.List(new ExecutionQuery { Machine = nightly }).Executions);
            first.Time.Advance(TimeSpan.FromHours(14));
            ExecutionSummary started = await OneAsync(first, nightly);
            Assert.Equal(new DateTimeOffset(2026, 11, 27, 2, 0, 0, TimeSpan.Zero), started.StartDate);
            Assert.Equal("""{"a":1}""", first.Server.Executions.Describe(started.ExecutionArn).Input.ToString());
        }

        // Two nights pass while nothing runs; the last of them is made up for.
        first.Time.Advance(TimeSpan.FromHours(48));
        await using ApiHost second = await StartAsync(first.Time);
        await Until(() => second.Server.Executions.List(new ExecutionQuery { Machine = nightly }).Executions.Count == 2);
    }

    [Fact]
    public async Task Logs_HaveWhatTheMachineAsksFor()
    {
        Lines log = new();
        await using ApiHost api = await ApiHost.StartAsync(options: new StepFunctionsOptions { Logs = log });
        JsonObject creation = new()
        {
            ["name"] = "Order",
            ["definition"] = Definitions.Fail,
            ["roleArn"] = ApiHost.Role,
            ["loggingConfiguration"] = new JsonObject
            {
                ["level"] = "FATAL",
                ["destinations"] = new JsonArray(new JsonObject
                {
                    ["cloudWatchLogsLogGroup"] = new JsonObject { ["logGroupArn"] = "arn:aws:logs:us-east-1:123456789012:log-group:states:*" },
                }),
            },
        };
        string arn = (string)(await api.CallAsync("CreateStateMachine", creation))["stateMachineArn"]!;
        (creation["name"], creation["type"]) = ("Quick", "EXPRESS");
        string quick = (string)(await api.CallAsync("CreateStateMachine", creation))["stateMachineArn"]!;

        string execution = await api.StartAsync(arn);
        await api.EndAsync(execution);
        await Until(() => log.All.Count > 0);
        await api.EndAsync(await api.StartAsync(await api.CreateAsync("Silent", Definitions.Fail)));
        string express = (string)(await api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = quick }))["executionArn"]!;

        Assert.Equal(
            [$"ExecutionFailed {execution}", $"ExecutionFailed {express}"],
            log.All.Select(static line => JsonNode.Parse(line)!).Select(static record => $"{record["type"]} {record["execution_arn"]}"));
    }

    [Theory]
    [InlineData("""{"rules": [{"name": "a", "pattern": {"source": "shop"}, "targets": [{"stateMachine": "A"}]}]}""", "$.rules[0].pattern")]
    [InlineData("""{"rules": [{"name": "a", "pattern": {"source": ["shop"]}, "targets": []}]}""", "$.rules[0].targets")]
    [InlineData("""{"rules": [{"name": "a", "pattern": {"source": ["shop"]}, "targets": [{"stateMachine": "A", "inputPath": "x"}]}]}""", "$.rules[0].targets[0]")]
    [InlineData("""{"schedules": [{"name": "a", "expression": "cron(0)", "stateMachine": "A"}]}""", "$.schedules[0].expression")]
    [InlineData("""{"paths": [{"path": "orders", "stateMachine": "A"}]}""", "$.paths[0].path")]
    [InlineData("""{"paths": [{"path": "/a", "stateMachine": "A"}, {"path": "/a", "stateMachine": "B"}]}""", "$.paths[1]")]
    [InlineData("""{"webhook": {"url": "ftp://a"}}""", "$.webhook.url")]
    [InlineData("""{"ruls": []}""", "$.ruls")]
    [InlineData("""{"rules": [{}]}""", "$.rules[0]")]
    public void Configuration_ThatCantBe_NamesThePlace(string json, string path)
        => Assert.Equal(path, Assert.Throws<ConfigurationException>(() => StartsConfiguration.Parse(json)).Path);

    private Task<ApiHost> StartAsync(Compiled.Testing.VirtualTimeProvider? time = null)
        => ApiHost.StartAsync(_folder, time: time, options: new StepFunctionsOptions { Starts = StartsConfiguration.Parse(Rules) });

    private static async Task<JsonObject> PutAsync(ApiHost api, params string[] details)
    {
        JsonObject request = new()
        {
            ["Entries"] = new JsonArray([.. details.Select(static detail => new JsonObject { ["Source"] = "shop", ["DetailType"] = "order", ["Detail"] = detail })]),
        };
        using HttpResponseMessage response = await api.PostAsync("AWSEvents.PutEvents", Encoding.UTF8.GetBytes(request.ToJsonString()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStreamAsync())!;
    }

    private static async Task<ExecutionSummary> OneAsync(ApiHost api, string machine)
    {
        ExecutionQuery query = new() { Machine = machine, Status = Compiled.ExecutionStatus.Succeeded };
        await Until(() => api.Server.Executions.List(query).Executions.Count > 0);
        return Assert.Single(api.Server.Executions.List(query).Executions);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (int i = 0; i < 100_000; i++)
        {
            if (condition())
                return;
            await Task.Yield();
        }

        Assert.Fail("It never came to be.");
    }

    private sealed class Lines : ILogSink
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public void Write(ReadOnlySpan<byte> record)
        {
            string line = Encoding.UTF8.GetString(record);
            lock (_lines)
                _lines.Add(line);
        }
    }
}
