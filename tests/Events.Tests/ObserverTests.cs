using Compiled.Durable;
using Compiled.History;
using Compiled.Observation;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Events.Tests;

public sealed class ObserverTests
{
    [Fact]
    public async Task Observer_OfADurableHost_SeesEveryEventInOrder()
    {
        Steps steps = new();
        await using DurableExecutions host = Machines.Host(
            steps, new VirtualTimeProvider(), new Tasks.TaskHandlerRegistry().Add("work", static _ => 1), ("M", Machines.Work));

        ExecutionResult result = await host.ExecuteAsync("M", JsonValue.EmptyObject);

        Assert.Equal(ExecutionStatus.Succeeded, result.Status);
        HistoryEvent[] events = [.. steps.Seen.SelectMany(step => step.Events)];
        Assert.Equal(Enumerable.Range(1, 7), events.Select(e => e.Id));
        Assert.Equal(ExecutionStatus.Succeeded, steps.Seen[^1].Status);
        Assert.All(steps.Seen[..^1], step => Assert.Equal(ExecutionStatus.Running, step.Status));
        Assert.All(steps.Seen, step => Assert.Equal(("M", MachineType.Standard, false, 0), (step.StateMachineName, step.Type, step.IsMapRunChild, step.RedriveCount)));
    }

    [Fact]
    public async Task Observer_ThatThrows_DoesNotHoldUpTheExecution()
    {
        Steps steps = new();
        await using DurableExecutions host = Machines.Host(
            new ObserverList(new Throwing(), steps), new VirtualTimeProvider(), new Tasks.TaskHandlerRegistry().Add("work", static _ => 1), ("M", Machines.Work));

        Assert.Equal(ExecutionStatus.Succeeded, (await host.ExecuteAsync("M", JsonValue.EmptyObject)).Status);
        Assert.Equal(7, steps.Seen.Sum(step => step.Events.Count));
    }

    [Fact]
    public async Task Observer_OfARunInMemory_SeesItToo()
    {
        Steps steps = new();

        await Machines.RunAsync(steps, Machines.Work, "{}", new Tasks.TaskHandlerRegistry().Add("work", static _ => JsonValue.Failure(new Fault("E", "c"))));

        Assert.Equal("ExecutionFailed", steps.Seen[^1].Events.Single().Type.ToString());
        Assert.Equal((ExecutionStatus.Failed, MachineType.Express), (steps.Seen[^1].Status, steps.Seen[^1].Type));
    }

    [Fact]
    public async Task Observer_OfMapRunChildren_IsToldThatTheyAre()
    {
        Steps steps = new();
        await using DurableExecutions host = Machines.Host(steps, new VirtualTimeProvider(), null, (
            "M",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}
            """));

        await host.ExecuteAsync("M", JsonValue.Parse("[1, 2]"));

        Assert.Equal(2, steps.Seen.Where(step => step.IsMapRunChild).Select(step => step.ExecutionArn).Distinct().Count());
        Assert.Single(steps.Seen.Where(step => !step.IsMapRunChild).Select(step => step.ExecutionArn).Distinct());
    }

    private sealed class Throwing : IExecutionObserver
    {
        public void Recorded(ExecutionStep step) => throw new InvalidOperationException("no");
    }
}
