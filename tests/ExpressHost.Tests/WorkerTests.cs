using Compiled;
using Compiled.Hosting;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>Workers look on for a moment before they leave, and starts that come meanwhile wake none: no start may be lost in between.</summary>
public sealed class WorkerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    [InlineData(4, 100)]
    public async Task Starts_OneAfterTheOther_EachFindsAWorker(int workers, int maxConcurrency)
    {
        await using Host host = Open(workers, maxConcurrency);
        for (int number = 0; number < 2000; number++)
        {
            ExpressExecution execution = await host.StartAsync(number % 3 == 0 ? "Ask" : "Echo", JsonValue.Number(number));
            // Workers meet the next start while they look, while they leave, and when they have left.
            Thread.SpinWait(number % 64 * 8);
            Assert.Equal(JsonValue.Number(number), (await execution.Ended).Output);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 3)]
    [InlineData(4, 100)]
    public async Task Starts_InBursts_AllEnd(int workers, int maxConcurrency)
    {
        await using Host host = Open(workers, maxConcurrency);
        for (int burst = 0; burst < 300; burst++)
        {
            List<ExpressExecution> started = [];
            for (int number = 0; number < burst % 9; number++)
                started.Add(await host.StartAsync(number % 3 == 0 ? "Ask" : "Echo", JsonValue.Number(number)));
            ExecutionResult[] results = await Task.WhenAll(started.Select(static execution => execution.Ended));
            Assert.Equal(Enumerable.Range(0, burst % 9).Select(static number => JsonValue.Number(number)), results.Select(static result => result.Output));
        }
    }

    [Fact]
    public async Task Starts_OfOneWorker_BeginInTheirOrder()
    {
        List<string> seen = [];
        await using Host host = new Host(new ExpressHostOptions { WorkerCount = 1 }).Add(new AskWorkflow((input, _) =>
        {
            seen.Add(input.ToString());
            return ValueTask.FromResult(input);
        }));
        for (int number = 0; number < 1000; number++)
            await host.StartAsync("Ask", JsonValue.Number(number));

        Assert.True((await host.StopAsync()).IsDrained);
        Assert.Equal(Enumerable.Range(0, 1000).Select(static number => JsonValue.Number(number).ToString()), seen);
    }

    [Fact]
    public async Task Starts_FromAnExecutionThatHoldsItsWorkerUp_AreRunByAnother()
    {
        Host? host = null;
        await using Host opened = host = new Host(new ExpressHostOptions { WorkerCount = 2 }).Add(new EchoWorkflow()).Add(new AskWorkflow((input, _) =>
        {
            ExpressExecution[] started = [.. Enumerable.Range(0, 5).Select(_ => host!.StartAsync("Echo", input).AsTask().GetAwaiter().GetResult())];
            return ValueTask.FromResult(JsonValue.ArrayOf([.. started.Select(static execution => execution.Ended.GetAwaiter().GetResult().Output)]));
        }));

        for (int number = 0; number < 100; number++)
        {
            ExpressExecution execution = await host.StartAsync("Ask", JsonValue.Number(number));
            Assert.Equal($"[{string.Join(',', Enumerable.Repeat(number, 5))}]", (await execution.Ended).Output.ToString());
        }
    }

    [Fact]
    public async Task Starts_FromOthers_AreNotHeldBackByThoseOfTheWorkerItself()
    {
        const int Most = 1_000_000;
        int later = 0;
        bool isQueued = false, isOver = false;
        Host? host = null;
        await using Host opened = host = new Host(new ExpressHostOptions
        {
            WorkerCount = 1,
            // Each start of the worker's own makes the next one, until the start of another has ended or Most of them came before it.
            Ended = (execution, _) =>
            {
                if (execution.StateMachineName == "Ask")
                    isOver = true;
                else if (!isOver && (!Volatile.Read(ref isQueued) || ++later < Most))
                    host!.StartAsync("Echo", JsonValue.Null).AsTask().GetAwaiter().GetResult();
            },
        }).Add(new EchoWorkflow()).Add(new AskWorkflow(static (input, _) => ValueTask.FromResult(input)));
        await host.StartAsync("Echo", JsonValue.Null);

        ExpressExecution other = await host.StartAsync("Ask", JsonValue.Null);
        Volatile.Write(ref isQueued, true);
        await other.Ended;

        Assert.True((await host.StopAsync()).IsDrained);
        Assert.InRange(later, 0, Most - 1);
        Assert.Equal(0, host.QueuedCount);
    }

    [Fact]
    public async Task Worker_WithoutWork_CountsAsNoExecution()
    {
        await using Host host = Open(workers: 4, maxConcurrency: 4);
        for (int number = 0; number < 500; number++)
        {
            ExpressExecution execution = await host.StartAsync("Echo", JsonValue.Null);
            await execution.Ended;
        }

        Assert.True((await host.StopAsync()).IsDrained);
        Assert.Equal((0, 0), (host.QueuedCount, host.RunningCount));
    }

    private static Host Open(int workers, int maxConcurrency) => new Host(new ExpressHostOptions { WorkerCount = workers, MaxConcurrency = maxConcurrency })
        .Add(new EchoWorkflow())
        .Add(new AskWorkflow(async (input, _) =>
        {
            await Task.Yield();
            return input;
        }));
}
