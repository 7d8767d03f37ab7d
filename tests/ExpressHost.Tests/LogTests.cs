using System.Text;
using System.Text.Json;
using Compiled;
using Compiled.Hosting;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Compiled.Testing;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>FEATURES V-030 to V-035.</summary>
public sealed class LogTests
{
    [Theory]
    [InlineData(ExecutionLogLevel.Off, "")]
    [InlineData(ExecutionLogLevel.Fatal, "ExecutionFailed")]
    [InlineData(ExecutionLogLevel.Error, "FailStateEntered ExecutionFailed")]
    [InlineData(ExecutionLogLevel.All, "ExecutionStarted PassStateEntered PassStateExited FailStateEntered ExecutionFailed")]
    public async Task Log_Level_ChoosesTheEvents(ExecutionLogLevel level, string types)
    {
        Lines lines = new();
        await using Host host = new Host(new ExpressHostOptions { Log = new ExecutionLogSettings(level), LogSink = lines }).Add(new FailsWorkflow());

        ExpressExecution execution = await host.StartAsync("Fails", JsonValue.String("secret"));
        await execution.Ended;

        Assert.Equal(types, string.Join(' ', lines.Records.Select(record => record.GetProperty("type").GetString())));
        Assert.All(lines.Records, record => Assert.Equal(execution.ExecutionArn, record.GetProperty("execution_arn").GetString()));
        Assert.DoesNotContain("secret", lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_IncludeExecutionData_HasTheInput()
    {
        Lines lines = new();
        VirtualTimeProvider clock = new();
        await using Host host = new Host(new ExpressHostOptions
        {
            Log = new ExecutionLogSettings(ExecutionLogLevel.All, IncludeExecutionData: true),
            LogSink = lines,
            Execution = new ExecutionOptions { TimeProvider = clock },
        }).Add(new EchoWorkflow());

        ExecutionResult result = await host.RunAsync("Echo", JsonValue.String("shown"));

        Assert.Equal(
            $$$"""{"id":"1","type":"ExecutionStarted","details":{"input":"\"shown\"","inputDetails":{"truncated":"false"},"roleArn":"arn:aws:iam::123456789012:role/compiled"},"previous_event_id":"0","event_timestamp":"1704067200000","execution_arn":"{{{result.ExecutionArn}}}","redrive_count":"0"}""",
            lines.Text.Split('\n')[0]);
    }

    [Fact]
    public async Task Observer_Throws_ExecutionGoesOn()
    {
        await using Host host = new Host(new ExpressHostOptions { Observer = new Throwing() }).Add(new EchoWorkflow());

        Assert.Equal(ExecutionStatus.Succeeded, (await host.RunAsync("Echo", JsonValue.Null)).Status);
    }

    private sealed class Lines : ILogSink
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public JsonElement[] Records => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))];

        public void Write(ReadOnlySpan<byte> lines) => _text.Append(Encoding.UTF8.GetString(lines));
    }

    private sealed class Throwing : IExecutionObserver
    {
        public void Recorded(ExecutionStep step) => throw new InvalidOperationException("no");
    }
}
