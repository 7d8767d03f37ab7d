using Compiled;
using Compiled.Hosting;
using Compiled.Testing;
using Compiled.Values;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>Limits of executions and the end of a host. FEATURES X-004.</summary>
public sealed class StopTests
{
    private readonly Gate _gate = new();
    private readonly VirtualTimeProvider _clock = new();

    [Theory]
    [InlineData(null, 300)]
    [InlineData(10, 10)]
    [InlineData(1000, 300)]
    public async Task Execution_PastTheLimit_TimesOut(int? limitSeconds, int dueSeconds)
    {
        ExpressHostOptions options = Options();
        await using Host host = Open(limitSeconds is { } seconds ? options with { Limit = TimeSpan.FromSeconds(seconds) } : options);
        ExpressExecution execution = await host.StartAsync("Ask", JsonValue.String("call"));
        await _gate.CalledAsync("call");
        await RegisteredAsync(host);

        _clock.Advance(TimeSpan.FromSeconds(dueSeconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(execution.Ended.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        ExecutionResult result = await execution.Ended;

        Assert.Equal((ExecutionStatus.TimedOut, "States.Timeout"), (result.Status, result.Error));
    }

    [Fact]
    public async Task Stop_WhileExecutionsGoOn_WaitsForThem()
    {
        await using Host host = Open(Options() with { WorkerCount = 1, MaxConcurrency = 1 });
        ExpressExecution first = await StartAsync(host, "first"), second = await host.StartAsync("Ask", JsonValue.String("second"));

        Task<ExpressStop> stopping = host.StopAsync();
        await Assert.ThrowsAsync<ExpressHostStoppedException>(async () => await host.StartAsync("Ask", JsonValue.String("third")));
        await Assert.ThrowsAsync<ExpressHostStoppedException>(async () => await host.RunAsync("Ask", JsonValue.String("third")));
        Assert.False(stopping.IsCompleted);
        _gate.Open("first");
        _gate.Open("second");

        Assert.Equal((true, 0, 0, false), Told(await stopping));
        Assert.Equal(("\"first done\"", "\"second done\""), ((await first.Ended).Output.ToString(), (await second.Ended).Output.ToString()));
    }

    [Fact]
    public async Task Stop_PastTheTimeToDrain_AbortsAndReportsTheRest()
    {
        await using Host host = Open(Options() with { WorkerCount = 1, MaxConcurrency = 1, DrainTimeout = TimeSpan.FromSeconds(5) });
        ExpressExecution first = await StartAsync(host, "first"), second = await host.StartAsync("Ask", JsonValue.String("second"));
        await RegisteredAsync(host);

        Task<ExpressStop> stopping = host.StopAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));
        ExpressStop stop = await stopping;

        Assert.Equal((false, 1, 1, false), Told(stop));
        Assert.Same(second, Assert.Single(stop.Unstarted));
        Assert.Equal(ExecutionStatus.Aborted, (await first.Ended).Status);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Ended);
        Assert.False(_gate.CalledAsync("second").IsCompleted);
    }

    [Fact]
    public async Task Stop_Cancelled_WaitsNoLonger()
    {
        await using Host host = Open(Options());
        ExpressExecution first = await StartAsync(host, "first");
        await RegisteredAsync(host);
        ValueTask<ExecutionResult> direct = host.RunAsync("Ask", JsonValue.String("direct"));

        ExpressStop stop = await host.StopAsync(new CancellationToken(canceled: true));

        Assert.Equal((false, 0, 2, false), Told(stop));
        Assert.Equal((ExecutionStatus.Aborted, ExecutionStatus.Aborted), ((await first.Ended).Status, (await direct).Status));
        Assert.Same(stop, await host.StopAsync());
    }

    [Fact]
    public async Task Stop_StartsThatWaitForRoom_AreRefused()
    {
        await using Host host = Open(Options() with { WorkerCount = 1, MaxConcurrency = 1, QueueCapacity = 1 });
        await StartAsync(host, "first");
        await host.StartAsync("Ask", JsonValue.String("second"));
        Task<ExpressExecution> waiting = host.StartAsync("Ask", JsonValue.String("third")).AsTask();

        Task<ExpressStop> stopping = host.StopAsync();
        _gate.Open("first");
        _gate.Open("second");

        Assert.True((await stopping).IsDrained);
        await Assert.ThrowsAsync<ExpressHostStoppedException>(() => waiting);
    }

    private ExpressHostOptions Options() => new() { Execution = new ExecutionOptions { TimeProvider = _clock } };

    private Host Open(ExpressHostOptions options) => new Host(options).Add(_gate.Workflow());

    private async Task<ExpressExecution> StartAsync(Host host, string name)
    {
        ExpressExecution execution = await host.StartAsync("Ask", JsonValue.String(name));
        await _gate.CalledAsync(name);
        return execution;
    }

    // The handler is called before its execution waits for it; a synchronous start from here has gone that far when it returns.
    private static async Task RegisteredAsync(Host host)
    {
        while (host.WaitingCount == 0)
            await Task.Yield();
    }

    private static (bool, int, int, bool) Told(ExpressStop stop) => (stop.IsDrained, stop.Unstarted.Count, stop.Aborted, stop.AreKept);
}
