using Compiled.DependencyInjection;
using Compiled.Testing;
using Compiled.Tests.Execution;
using Compiled.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Compiled.Tests.DependencyInjection;

/// <summary>Workflows and handlers out of a service collection.</summary>
public class ServiceTests
{
    private static readonly ScriptState Work = new("T", StateType.Task) { Resource = "arn:aws:lambda:us-east-1:1:function:work" };

    [Fact]
    public async Task Workflow_FromServices_RunsWithTheirHandlersAndClock()
    {
        VirtualTimeProvider clock = new(ScriptRun.Start) { AutoAdvance = true };
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddScoped<Counter>();
        services.AddTaskHandler<CountingHandler>("work");
        services.AddWorkflow(_ => new Script(new("W", StateType.Wait) { Seconds = 5, Next = "T" }, Work));
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        using IServiceScope scope = provider.CreateScope();
        Script workflow = scope.ServiceProvider.GetRequiredService<Script>();
        Assert.Equal("1", (await workflow.ExecuteAsync("{}")).EnsureSucceeded().ToString());
        Assert.Equal("2", (await workflow.ExecuteAsync("{}")).EnsureSucceeded().ToString());
        Assert.Equal(ScriptRun.Start.AddSeconds(10), clock.GetUtcNow());
        Assert.Equal(2, scope.ServiceProvider.GetRequiredService<Counter>().Count);
    }

    [Fact]
    public async Task Handler_GivenAsAnObject_IsUsed()
    {
        ServiceCollection services = new();
        services.AddTaskHandler("work", new CountingHandler(new Counter { Count = 41 }));
        services.AddWorkflow(_ => new Script(Work));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal("42", (await provider.GetRequiredService<Script>().ExecuteAsync("{}")).EnsureSucceeded().ToString());
    }

    [Fact]
    public async Task Workflows_StartEachOtherByName()
    {
        // T-090: the child has services of its own, and the clock of its parent.
        VirtualTimeProvider clock = new(ScriptRun.Start) { AutoAdvance = true };
        List<int> counts = [];
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddScoped<Counter>();
        services.AddWorkflow(_ => new Script(new("W", StateType.Wait) { Seconds = 5, Next = "T" }, Work with { Resource = "arn:aws:states:::aws-sdk:sfn:startSyncExecution" }));
        services.AddWorkflow(provider => new OrderWorkflow((_, _, _) =>
        {
            counts.Add(++provider.GetRequiredService<Counter>().Count);
            return ValueTask.FromResult<JsonValue>(1000);
        }));
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        using IServiceScope scope = provider.CreateScope();
        Script parent = scope.ServiceProvider.GetRequiredService<Script>();
        for (int i = 0; i < 2; i++)
        {
            JsonValue output = (await parent.ExecuteAsync("""{"StateMachineArn":"Order","Input":1}""")).EnsureSucceeded();
            Assert.Equal("\"1000\"", output[Key.Of("Output")].ToString());
        }

        Assert.Equal([1, 1], counts);
        Assert.Equal(ScriptRun.Start.AddSeconds(10), clock.GetUtcNow());
    }

    private sealed class Counter
    {
        public int Count { get; set; }
    }

    private sealed class CountingHandler(Counter counter) : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
            => ValueTask.FromResult<JsonValue>(++counter.Count);
    }
}
