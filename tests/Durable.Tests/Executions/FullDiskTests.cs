using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Compiled.Tasks;
using Durable.Tests.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Durable.Tests.Executions;

/// <summary>A running host whose disk is full for a while: it stays up, says so, refuses what is new, and goes on. FEATURES X-030.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Full = 13;

    private const string Order = """
        {"StartAt":"Pay","States":{
          "Pay":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:pay","Next":"Ship"},
          "Ship":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:ship","End":true}}}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Host_WhoseDiskIsFull_RefusesStartsIsUnhealthyAndGoesOnWhenThereIsRoom()
    {
        string path = _folder.File("work.db");
        using FaultyFiles files = new(Path.GetDirectoryName(path)!);
        TaskCompletionSource paid = new(TaskCreationOptions.RunContinuationsAsynchronously), mayPay = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int shipped = 0;
        TaskHandlerRegistry handlers = new();
        handlers.Add("pay", async (input, _, _) =>
        {
            paid.TrySetResult();
            await mayPay.Task;
            return input;
        });
        handlers.Add("ship", _ => ++shipped);
        await using ServiceProvider services = Services(path, handlers);
        DurableExecutions executions = services.GetRequiredService<DurableExecutions>();
        HealthCheckService health = services.GetRequiredService<HealthCheckService>();
        executions.AddMachine(RuntimeDefinitions.Compile("Order", Order, MachineType.Standard)!);
        await executions.RunAsync();
        string arn = (await executions.StartAsync("Order", name: "before")).ExecutionArn;
        await paid.Task;
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        files.OnCall = static _ => Full;
        JournalUnavailableException first = await Assert.ThrowsAsync<JournalUnavailableException>(() => executions.StartAsync("Order", name: "refused"));
        // The payment's result can't be written, so nothing is shipped.
        mayPay.SetResult();
        JournalUnavailableException second = await Assert.ThrowsAsync<JournalUnavailableException>(() => executions.StartAsync("Order", name: "refused"));
        HealthReportEntry unhealthy = (await health.CheckHealthAsync()).Entries["durable-executions"];

        string message = $"The journal '{path}' has no room left on its disk (SQLite: database or disk is full, code 13).";
        Assert.Equal((message, message), (first.Message, second.Message));
        Assert.Equal((HealthStatus.Unhealthy, "The journal can't be written.", message), (unhealthy.Status, unhealthy.Description, unhealthy.Exception!.Message));
        Assert.Equal((ExecutionStatus.Running, 0), (executions.Describe(arn).Status, shipped));

        files.OnCall = static _ => 0;
        Assert.Equal(ExecutionStatus.Succeeded, (await executions.WaitAsync(arn)).Status);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
        string after = (await executions.StartAsync("Order", name: "refused")).ExecutionArn;
        Assert.Equal(ExecutionStatus.Succeeded, (await executions.WaitAsync(after)).Status);
        Assert.Equal((2, 2), (executions.List().Executions.Count, shipped));
        Assert.Null(executions.Verify(arn));
        Assert.Null(FaultyFiles.Broken);
    }

    private static ServiceProvider Services(string path, TaskHandlerRegistry handlers)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.UseSqlite(path, options => options with { TaskHandlers = handlers }, new SqliteOptions { FileSystem = FileShim.Name });
        services.AddHealthChecks().AddDurableExecutions();
        return services.BuildServiceProvider();
    }
}
