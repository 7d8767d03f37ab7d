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
