using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Compiled.Tasks;
using Compiled.Tasks.Nested;
using Compiled.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Durable.Tests.Executions;

/// <summary>The services that a generic host is given.</summary>
public sealed class GenericHostTests
{
    private const string Pay = """
        {"StartAt":"Pay","States":{"Pay":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:pay","End":true}}}
        """;

    [Fact]
    public async Task Services_OfOtherServices_AreTheDurableOnes()
    {
        await using ServiceProvider services = Services(new MemoryJournal(), new TaskHandlerRegistry());
        DurableExecutions executions = services.GetRequiredService<DurableExecutions>();

        Assert.Same(executions.TaskTokens, services.GetRequiredService<TaskTokens>());
        Assert.Same(executions.Activities, services.GetRequiredService<Activities>());
        Assert.Same(executions.ExecutionService, services.GetRequiredService<IExecutionService>());
    }

    [Fact]
    public async Task HealthCheck_WithoutAHandler_IsDegradedUntilThereIsOne()
    {
        TaskHandlerRegistry handlers = new();
        await using ServiceProvider services = Services(new MemoryJournal(), handlers);
        DurableExecutions executions = services.GetRequiredService<DurableExecutions>();
        HealthCheckService health = services.GetRequiredService<HealthCheckService>();
        executions.AddMachine(RuntimeDefinitions.Compile("Pay", Pay, MachineType.Standard)!);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        string arn = (await executions.StartAsync("Pay", name: "x")).ExecutionArn;
        while (executions.Troubles.Count == 0)
            await Task.Yield();
        HealthReportEntry degraded = (await health.CheckHealthAsync()).Entries["durable-executions"];
        Assert.Equal(HealthStatus.Degraded, degraded.Status);
        Assert.Contains("The state 'Pay' waits for a handler", degraded.Description);

        handlers.Add("pay", static _ => JsonValue.True);
        executions.HandlersAdded();
        Assert.Equal(ExecutionStatus.Succeeded, (await executions.WaitAsync(arn)).Status);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
    }

    /// <summary>A host on a file: what it leaves when it stops gracefully, the next one goes on with.</summary>
    [Fact]
    public async Task Host_Restarted_GoesOnWithWhatWasLeft()
    {
        using TemporaryFolder folder = new();
        string arn;
        using (IHost first = Generic(folder.File("work.db"), new TaskHandlerRegistry()))
        {
            await first.StartAsync();
            DurableExecutions executions = first.Services.GetRequiredService<DurableExecutions>();
            executions.AddMachine(RuntimeDefinitions.Compile("Pay", Pay, MachineType.Standard)!);
            arn = (await executions.StartAsync("Pay", name: "x")).ExecutionArn;
            await first.StopAsync();
            await executions.DisposeAsync();
        }

        using IHost second = Generic(folder.File("work.db"), new TaskHandlerRegistry().Add("pay", static _ => JsonValue.True));
        await second.StartAsync();
        DurableExecutions again = second.Services.GetRequiredService<DurableExecutions>();
        // Whether the first host came to call the task is open; if it did, the attempt counts as interrupted.
        ExecutionDescription end = await again.WaitAsync(arn);
        Assert.True(end.Status == ExecutionStatus.Succeeded || end.Error == "States.TaskFailed", $"{end.Status} {end.Error}");
        Assert.Null(again.Verify(arn));
        await second.StopAsync();
        await again.DisposeAsync();
    }

    private static IHost Generic(string file, TaskHandlerRegistry handlers)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.UseSqlite(file, options => options with { TaskHandlers = handlers, CompileDefinition = RuntimeDefinitions.Compile });
        return builder.Build();
    }

    private static ServiceProvider Services(IJournalStore store, TaskHandlerRegistry handlers)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddDurableExecutions(_ => store, options => options with { TaskHandlers = handlers });
        services.AddHealthChecks().AddDurableExecutions();
        return services.BuildServiceProvider();
    }
}
