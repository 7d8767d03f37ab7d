using System.Text;
using System.Text.Json;
using Compiled.Durable;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Events.Tests.Logs;

/// <summary>FEATURES V-030 to V-035.</summary>
public sealed class ExecutionLogTests
{
    private const string Caught = """
        {"StartAt": "Work", "States": {
            "Work": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"MessageBody": "secret"}, "TimeoutSeconds": 9, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}], "End": true},
            "Done": {"Type": "Fail", "Error": "Oops", "Cause": "no"}}}
        """;

    private static readonly Tasks.TaskHandlerRegistry s_handlers = new Tasks.TaskHandlerRegistry().Add("sendMessage", static _ => JsonValue.Failure(new Fault("E", "c")));

    private readonly Lines _lines = new();

    [Fact]
    public async Task Log_OfEverythingWithData_IsCloudWatchsForm()
    {
        await Machines.RunAsync(new ExecutionLog(new ExecutionLogSettings(ExecutionLogLevel.All, IncludeExecutionData: true), _lines), Caught, """{"a": "ö"}""", s_handlers);

        Assert.Equal(
            """{"id":"1","type":"ExecutionStarted","details":{"input":"{\"a\":\"ö\"}","inputDetails":{"truncated":"false"},"roleArn":"arn:aws:iam::123456789012:role/compiled"},"previous_event_id":"0","event_timestamp":"1704067200000","execution_arn":"arn:aws:states:us-east-1:123456789012:express:M:run:1","redrive_count":"0"}""",
            _lines.Written[0]);
        Assert.Equal(
            """{"id":"3","type":"TaskScheduled","details":{"resourceType":"sqs","resource":"sendMessage","region":"us-east-1","parameters":"{\"MessageBody\":\"secret\"}","timeoutInSeconds":"9"},"previous_event_id":"2","event_timestamp":"1704067200000","execution_arn":"arn:aws:states:us-east-1:123456789012:express:M:run:1","redrive_count":"0"}""",
            _lines.Written[2]);
        Assert.Equal(
            "ExecutionStarted TaskStateEntered TaskScheduled TaskStarted TaskFailed TaskStateExited FailStateEntered ExecutionFailed", Types());
    }

    [Fact]
    public async Task Log_WithoutData_HasNothingOfTheExecutions()
    {
        await Machines.RunAsync(new ExecutionLog(new ExecutionLogSettings(ExecutionLogLevel.All), _lines), Caught, """{"a": "private"}""", s_handlers);

        Assert.DoesNotContain(_lines.Written, line => line.Contains("private", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
        Assert.Equal("""{"roleArn":"arn:aws:iam::123456789012:role/compiled"}""", Details(0));
        Assert.Equal("""{"name":"Work"}""", Details(1));
        Assert.Equal("""{"resourceType":"sqs","resource":"sendMessage","error":"E","cause":"c"}""", Details(4));
        Assert.Equal("""{"error":"Oops","cause":"no"}""", Details(7));
    }

    [Theory]
    [InlineData(ExecutionLogLevel.Off, "")]
    [InlineData(ExecutionLogLevel.Fatal, "ExecutionFailed")]
    [InlineData(ExecutionLogLevel.Error, "TaskFailed FailStateEntered ExecutionFailed")]
    public async Task Log_OfALevel_HasItsEvents(ExecutionLogLevel level, string types)
    {
        await Machines.RunAsync(new ExecutionLog(new ExecutionLogSettings(level), _lines), Caught, "{}", s_handlers);

        Assert.Equal(types, Types());
    }

    // V-031: the lists as the inventory has them.
    [Fact]
    public void Levels_OfTypes_AreAws()
    {
        string[] error = [.. Enum.GetValues<History.HistoryEventType>().Where(type => LogRecord.LevelOf(type) <= ExecutionLogLevel.Error).Select(type => type.ToString()).Order(StringComparer.Ordinal)];

        Assert.Equal(
            "ExecutionAborted ExecutionFailed ExecutionTimedOut FailStateEntered LambdaFunctionFailed LambdaFunctionScheduleFailed LambdaFunctionStartFailed LambdaFunctionTimedOut "
            + "MapIterationAborted MapIterationFailed MapRunAborted MapRunFailed MapStateAborted MapStateFailed ParallelStateAborted ParallelStateFailed TaskFailed TaskStartFailed "
            + "TaskStateAborted TaskSubmitFailed TaskTimedOut WaitStateAborted",
            string.Join(' ', error));
    }

    [Fact]
    public async Task Log_OfADurableHost_HasItsHistory()
    {
        await using DurableExecutions host = Machines.Host(
            new ExecutionLog(arn => arn.EndsWith(":M", StringComparison.Ordinal) ? new ExecutionLogSettings(ExecutionLogLevel.All) : null, _ => _lines),
            new VirtualTimeProvider(), new Tasks.TaskHandlerRegistry().Add("work", static _ => 1), ("M", Machines.Work), ("Quiet", Machines.Work));

        await host.ExecuteAsync("M", JsonValue.EmptyObject);
        await host.ExecuteAsync("Quiet", JsonValue.EmptyObject);

        Assert.Equal("ExecutionStarted TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionSucceeded TaskStateExited ExecutionSucceeded", Types());
    }

    private string Types() => string.Join(' ', _lines.Written.Select(line => JsonElement.Parse(line).GetProperty("type").GetString()));

    private string Details(int line) => JsonElement.Parse(_lines.Written[line]).GetProperty("details").GetRawText();

    private sealed class Lines : ILogSink
    {
        public List<string> Written { get; } = [];

        public void Write(ReadOnlySpan<byte> lines) => Written.AddRange(Encoding.UTF8.GetString(lines).Split('\n')[..^1]);
    }
}
