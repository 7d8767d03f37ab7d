using Compiled.Hosting;
using Compiled.Values;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

public sealed class QueueTests
{
    private readonly Gate _gate = new();

    [Fact]
    public async Task Start_QueueFull_IsRefused()
    {
        await using Host host = await FullAsync(WhenFull.Refuses);

        ExpressQueueFullException refusal = await Assert.ThrowsAsync<ExpressQueueFullException>(async () => await host.StartAsync("Ask", JsonValue.String("third")));

        Assert.Equal(1, refusal.Capacity);
        Assert.Equal(
            "The queue of the Express host is full: 1 starts wait for a worker. Try again later, give it more room by 'QueueCapacity', or let starts wait by 'WhenFull.Waits'.",
            refusal.Message);
        Open("first", "second");
    }

    [Fact]
    public async Task Start_WorkerHasTakenOne_FindsThePlaceThatItLeft()
    {
        await using Host host = new Host(new ExpressHostOptions { WorkerCount = 2, MaxConcurrency = 1, QueueCapacity = 2, WhenFull = WhenFull.Refuses }).Add(_gate.Workflow());
        await host.StartAsync("Ask", JsonValue.String("0"));
        await _gate.CalledAsync("0");
        await host.StartAsync("Ask", JsonValue.String("1"));
        await host.StartAsync("Ask", JsonValue.String("2"));

        for (int number = 0; number < 100; number++)
        {
            await _gate.CalledAsync($"{number}");
            Assert.Equal(number == 0 ? 2 : 1, host.QueuedCount);
            if (number > 0)
                await host.StartAsync("Ask", JsonValue.String($"{number + 2}"));
            Assert.Equal(2, host.QueuedCount);
            await Assert.ThrowsAsync<ExpressQueueFullException>(async () => await host.StartAsync("Ask", JsonValue.Null));
            _gate.Open($"{number}");
        }

        Open("100", "101");
        Assert.True((await host.StopAsync()).IsDrained);
    }

    [Fact]
    public async Task Start_QueueFull_WaitsForRoom()
    {
        await using Host host = await FullAsync(WhenFull.Waits);

        Task<ExpressExecution> third = host.StartAsync("Ask", JsonValue.String("third")).AsTask();
        await Task.Yield();
        Assert.False(third.IsCompleted);
        _gate.Open("first");
        Open("second", "third");

        Assert.Equal("\"third done\"", (await (await third).Ended).Output.ToString());
    }

    [Fact]
    public async Task Start_CancelledWhileItWaits_LeavesItsPlaceToOthers()
    {
        await using Host host = await FullAsync(WhenFull.Waits);
        using CancellationTokenSource cancel = new();
        Task<ExpressExecution> cancelled = host.StartAsync("Ask", JsonValue.String("third"), cancellationToken: cancel.Token).AsTask();
        Task<ExpressExecution> fourth = host.StartAsync("Ask", JsonValue.String("fourth")).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Open("first", "second", "fourth");

        Assert.Equal("\"fourth done\"", (await (await fourth).Ended).Output.ToString());
        await host.StopAsync();
        Assert.False(_gate.CalledAsync("third").IsCompleted);
        Assert.Equal(0, host.QueuedCount);
    }

    [Fact]
    public async Task MaxConcurrency_Reached_HoldsTheRestBack()
    {
        await using Host host = new Host(new ExpressHostOptions { WorkerCount = 2, MaxConcurrency = 2 }).Add(_gate.Workflow());
        foreach (string name in (string[])["a", "b", "c"])
            await host.StartAsync("Ask", JsonValue.String(name));
        await _gate.CalledAsync("a");
        await _gate.CalledAsync("b");

        Assert.False(_gate.CalledAsync("c").IsCompleted);
        Assert.Equal((1, 2), (host.QueuedCount, host.RunningCount));
        _gate.Open("a");
        await _gate.CalledAsync("c");
        Open("b", "c");
    }

    [Fact]
    public async Task Worker_HandlersThatWait_DoNotHoldIt()
    {
        await using Host host = new Host(new ExpressHostOptions { WorkerCount = 1 }).Add(_gate.Workflow());
        string[] names = [.. Enumerable.Range(0, 100).Select(static number => $"call {number}")];
        foreach (string name in names)
            await host.StartAsync("Ask", JsonValue.String(name));

        await Task.WhenAll(names.Select(_gate.CalledAsync));

        Open(names);
    }

    // One execution is under way, as many as may be, and one is queued, as many as may be.
    private async Task<Host> FullAsync(WhenFull whenFull)
    {
        Host host = new Host(new ExpressHostOptions { WorkerCount = 1, MaxConcurrency = 1, QueueCapacity = 1, WhenFull = whenFull }).Add(_gate.Workflow());
        await host.StartAsync("Ask", JsonValue.String("first"));
        await _gate.CalledAsync("first");
        await host.StartAsync("Ask", JsonValue.String("second"));
        return host;
    }

    private void Open(params string[] names)
    {
        foreach (string name in names)
            _gate.Open(name);
    }
}
