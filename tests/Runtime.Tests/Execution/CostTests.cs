using System.Diagnostics;
using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>What an execution without history costs when everything completes at once.</summary>
public class CostTests
{
    [Fact]
    public void Execution_OfSynchronousTasks_AllocatesOnlyItsObjects()
    {
        OrderWorkflow workflow = new(static (input, _, _) => ValueTask.FromResult<JsonValue>(input.AsDouble() + 1));
        Run(workflow, 0);
        long one = Measure(() => Run(workflow, 999)), thousand = Measure(() => Run(workflow, 0));
        // A thousand calls allocate no more than one: the execution, its flow, its result.
        Assert.Equal(one, thousand);
        Assert.InRange(one, 1, 700);

        static void Run(OrderWorkflow workflow, double input)
        {
            ValueTask<ExecutionResult> running = workflow.ExecuteAsync(input);
            Assert.True(running.IsCompletedSuccessfully);
            _ = running.Result.Status == ExecutionStatus.Succeeded ? 0 : throw new InvalidOperationException(running.Result.Cause);
        }
    }

    [Fact]
    public async Task Exception_WithAnAslError_IsRetriedByName()
    {
        int calls = 0;
        OrderWorkflow workflow = new((_, _, _) => ++calls < 3 ? throw new TimeoutException() : ValueTask.FromResult<JsonValue>(1000));
        ExecutionResult result = await workflow.ExecuteAsync(JsonValue.EmptyObject, ScriptRun.Options());
        Assert.Equal((ExecutionStatus.Succeeded, 3), (result.Status, calls));
        Assert.Equal(ScriptRun.Start.AddSeconds(3), result.History![^1].Timestamp);
    }

    [Fact]
    public async Task Executions_AtOnce_KeepApart()
    {
        // Every call yields, so replies race for the mailboxes of a hundred executions.
        OrderWorkflow workflow = new(static async (input, _, _) =>
        {
            await Task.Yield();
            return input.AsDouble() + 1;
        });
        ExecutionResult[] results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => workflow.ExecuteAsync((double)(800 + i)).AsTask())).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(results, result => Assert.Equal("1000", result.Output.ToString()));
    }

    [Fact]
    public async Task Map_WhoseTasksYield_LosesNoReply()
    {
        ScriptState map = new("M", StateType.Map) { Flows = [[new("T", StateType.Task) { Resource = "arn:aws:lambda:us-east-1:1:function:work" }]] };
        string items = "[" + string.Join(',', Enumerable.Range(0, 500)) + "]";
        for (int i = 0; i < 20; i++)
        {
            Script script = new Script(map).On("work", async (input, _, _) =>
            {
                await Task.Yield();
                return input;
            });
            ExecutionResult result = await script.ExecuteAsync(items).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(items, result.Output.ToString());
        }
    }

    [Fact]
    public async Task AsyncLocals_OfTheCaller_ReachEveryHandler()
    {
        AsyncLocal<string> local = new() { Value = "caller" };
        List<string?> seen = [];
        OrderWorkflow workflow = new(async (input, _, _) =>
        {
            seen.Add(local.Value);
            await Task.Run(() => local.Value = "other");
            return input.AsDouble() + 1;
        });
        await workflow.ExecuteAsync(997.0);
        Assert.Equal(["caller", "caller", "caller"], seen);
    }

    private static long Measure(Action run)
    {
        // Under a synchronization context, as xunit has one, handlers are kept off it, which takes a driver.
        SynchronizationContext.SetSynchronizationContext(null);
        // The first runs on a thread fill its caches.
        run();
        run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
