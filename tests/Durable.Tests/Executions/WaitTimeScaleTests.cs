using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Testing;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Waits and delays that take a part of their time. FEATURES M-001.</summary>
public sealed class WaitTimeScaleTests
{
    private const string WaitAndRetry = """
        {"StartAt": "Wait", "States": {
          "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Task"},
          "Task": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 100, "MaxAttempts": 1}], "End": true}}}
        """;

    // 60 and 100 seconds to a tenth.
    private const int Expected = 6 + 10;

    [Fact]
    public async Task Durably_WaitsAndRetries_TakeTheirPart()
    {
        await using Host host = new Host(waitTimeScale: 0.1).Add("Order", WaitAndRetry);
        host.Handlers.Add("f", Fail);
        DateTimeOffset start = host.Time.GetUtcNow();

        ExecutionDescription ended = await host.RunAsync("Order");

        Assert.Equal((ExecutionStatus.Failed, "Broken"), (ended.Status, ended.Error));
        Assert.Equal(Expected, (host.Time.GetUtcNow() - start).TotalSeconds);
    }

    [Fact]
    public async Task InMemory_WaitsAndRetries_TakeTheirPart()
    {
        VirtualTimeProvider time = new() { AutoAdvance = true };
        DateTimeOffset start = time.GetUtcNow();
        Workflow workflow = DefinitionCompiler.Compile(new DefinitionSource(WaitAndRetry, "Order")).Create();

        ExecutionResult ended = await workflow.ExecuteAsync("{}", new ExecutionOptions
        {
            TimeProvider = time,
            WaitTimeScale = 0.1,
            TaskHandlers = new Compiled.Tasks.TaskHandlerRegistry().Add("f", Fail),
        });

        Assert.Equal((ExecutionStatus.Failed, "Broken"), (ended.Status, ended.Error));
        Assert.Equal(Expected, (time.GetUtcNow() - start).TotalSeconds);
    }

    private static JsonValue Fail(JsonValue input) => JsonValue.Failure(new Fault("Broken", null));
}
