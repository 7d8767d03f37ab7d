using Compiled;
using Compiled.Durable;
using Compiled.Tasks;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Activities and their workers. FEATURES T-030 to T-038, P-100 to P-102.</summary>
public sealed class ActivityTests
{
    private const string Activity = "arn:aws:states:us-east-1:123456789012:activity:pack";

    private const string Pack = $$$"""
        {"StartAt": "Pack", "States": {"Pack": {"Type": "Task", "Resource": "{{{Activity}}}", "TimeoutSeconds": 600, "HeartbeatSeconds": 60, "End": true} } }
        """;

    [Fact]
    public async Task Tasks_AreTakenInTheirOrder_AlsoAfterACrash()
    {
        Host first = new Host().Add("Pack", Pack);
        List<string> arns = [];
        foreach (string name in (string[])["a", "b", "c"])
        {
            arns.Add((await first.Executions.StartAsync("Pack", name, name)).ExecutionArn);
            await first.SettleAsync();
        }

        ActivityTask a = (await first.Executions.GetActivityTaskAsync(Activity, "w1"))!;
        await using Host second = first.Crash().Add("Pack", Pack);
        await second.Executions.RunAsync();
        ActivityTask b = (await second.Executions.GetActivityTaskAsync(Activity, "w2"))!, c = (await second.Executions.GetActivityTaskAsync(Activity))!;
        foreach (ActivityTask task in (ActivityTask[])[c, a, b])
            await second.Executions.SendTaskSuccessAsync(task.TaskToken, task.Input);

        Assert.Equal(["\"a\"", "\"b\"", "\"c\""], [a.Input.ToString(), b.Input.ToString(), c.Input.ToString()]);
        foreach (string arn in arns)
        {
            Assert.Equal(ExecutionStatus.Succeeded, (await second.EndAsync(arn)).Status);
            Assert.Equal(
                ["ExecutionStarted", "TaskStateEntered", "ActivityScheduled", "ActivityStarted", "ActivitySucceeded", "TaskStateExited", "ExecutionSucceeded"],
                second.Types(arn));
        }
    }

    [Fact]
    public async Task Worker_ThatWaits_IsGivenTheNextTask()
    {
        await using Host host = new Host().Add("Pack", Pack);
        Task<ActivityTask?> poll = host.Executions.GetActivityTaskAsync(Activity, "w");

        string arn = (await host.Executions.StartAsync("Pack", "late")).ExecutionArn;
        ActivityTask task = (await poll)!;
        await host.Executions.SendTaskFailureAsync(task.TaskToken, "Torn", "The box is torn.");

        ExecutionDescription end = await host.EndAsync(arn);
        Assert.Equal(("Torn", "The box is torn."), (end.Error, end.Cause));
    }

    [Fact]
    public async Task Poll_WithoutATask_EndsAfterAMinute()
    {
        await using Host host = new Host();
        Task<ActivityTask?> poll = host.Executions.GetActivityTaskAsync(Activity);

        host.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Null(await poll);
    }

    [Fact]
    public async Task Task_ThatTimedOutInTheQueue_IsNotGivenToAWorker()
    {
        await using Host host = new Host().Add("Pack", Pack);
        ExecutionDescription end = await host.RunAsync("Pack");
        Task<ActivityTask?> poll = host.Executions.GetActivityTaskAsync(Activity);

        host.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("States.Timeout", end.Error);
        Assert.Null(await poll);
    }

    [Fact]
    public async Task Task_OfAnActivityThatWasNeverCreated_FailsWhereTheyMustExist()
    {
        Compiled.Testing.VirtualTimeProvider time = new();
        await using DurableExecutions executions = new(new Compiled.Durable.Journal.MemoryJournal(), new DurableOptions { TimeProvider = time, ActivitiesMustExist = true });
        executions.AddMachine(Compiled.Compilation.DefinitionCompiler.Compile(new Compiled.Compilation.DefinitionSource(Pack, "Pack")).Create());

        string arn = (await executions.StartAsync("Pack")).ExecutionArn;
        ExecutionDescription end = await executions.WaitAsync(arn);

        Assert.Equal("States.Runtime", end.Error);
        Assert.Contains($"The activity {Activity} does not exist.", end.Cause, StringComparison.Ordinal);
    }
}
