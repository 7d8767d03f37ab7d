using Compiled;
using Compiled.Hosting;
using Compiled.Tasks.Nested;
using Compiled.Testing;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>FEATURES .</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Start_Machine_RunsUnderTheNameThatItWasTold()
    {
        VirtualTimeProvider clock = new();
        await using Host host = new Host(new ExpressHostOptions { Region = "eu-west-1", Execution = new ExecutionOptions { TimeProvider = clock } }).Add(new EchoWorkflow());

        ExpressExecution execution = await host.StartAsync("Echo", JsonValue.String("hello"));
        ExecutionResult result = await execution.Ended;

        Assert.Equal((ExecutionStatus.Succeeded, "\"hello\""), (result.Status, result.Output.ToString()));
        Assert.Equal((execution.ExecutionArn, execution.Name), (result.ExecutionArn, result.Name));
        Assert.Matches("^arn:aws:states:eu-west-1:123456789012:express:Echo:[0-9a-f-]{36}:[0-9a-f-]{36}$", execution.ExecutionArn);
        Assert.Equal(clock.GetUtcNow(), execution.StartDate);
    }

    [Fact]
    public async Task Start_WithName_HasItInTheArn()
    {
        await using Host host = new Host().Add(new EchoWorkflow());

        ExpressExecution execution = await host.StartAsync("Echo", JsonValue.Null, "mine");

        Assert.Equal("mine", (await execution.Ended).Name);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:express:Echo:mine:", execution.ExecutionArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SameSeed_GivesTheSameArns()
    {
        Assert.Equal(await ArnsAsync(), await ArnsAsync());

        static async Task<string[]> ArnsAsync()
        {
            await using Host host = new Host(new ExpressHostOptions { Execution = new ExecutionOptions { Seed = 7 } }).Add(new EchoWorkflow());
            string[] arns = [(await host.StartAsync("Echo", JsonValue.Null)).ExecutionArn, (await host.StartAsync("Echo", JsonValue.Null)).ExecutionArn];
            Assert.NotEqual(arns[0], arns[1]);
            return arns;
        }
    }

    [Fact]
    public async Task Name_AskedForByManyAtOnce_IsTheSame()
    {
        await using Host host = new Host().Add(new EchoWorkflow());
        for (int number = 0; number < 100; number++)
        {
            ExpressExecution execution = await host.StartAsync("Echo", JsonValue.Null);
            using Barrier barrier = new(4);

            string[] arns = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    barrier.SignalAndWait();
                    return execution.ExecutionArn;
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.Single(arns.Append((await execution.Ended).ExecutionArn).Distinct());
        }
    }

    [Fact]
    public async Task Start_UnknownMachine_IsRefused()
    {
        await using Host host = new();

        ExecutionServiceException refusal = await Assert.ThrowsAsync<ExecutionServiceException>(async () => await host.StartAsync("Echo", JsonValue.Null));

        Assert.Equal("State Machine Does Not Exist: 'Echo'", refusal.Message);
    }

    [Fact]
    public async Task Add_StandardMachine_IsRefused()
    {
        await using Host host = new();

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => host.Add(new StandardEcho()));

        Assert.Equal("'StandardEcho' is a Standard machine, which the Express host does not run. 'Type = MachineType.Express' in its [StateMachine] makes it an Express one.", refusal.Message);
    }

    [Fact]
    public async Task Run_WhileTheQueueStands_EndsAtOnce()
    {
        Gate gate = new();
        await using Host host = new Host(new ExpressHostOptions { MaxConcurrency = 1, QueueCapacity = 1 }).Add(gate.Workflow()).Add(new EchoWorkflow());
        await host.StartAsync("Ask", JsonValue.String("first"));
        await gate.CalledAsync("first");
        await host.StartAsync("Ask", JsonValue.String("second"));

        ExecutionResult result = await host.RunAsync("Echo", JsonValue.String("direct"), "named");

        Assert.Equal((ExecutionStatus.Succeeded, "\"direct\"", "named"), (result.Status, result.Output.ToString(), result.Name));
        Assert.Equal((1, 1), (host.QueuedCount, host.RunningCount));
        gate.Open("first");
        gate.Open("second");
    }

    [Fact]
    public async Task Run_Cancelled_EndsAsAborted()
    {
        Gate gate = new();
        await using Host host = new Host().Add(gate.Workflow());
        using CancellationTokenSource cancel = new();
        ValueTask<ExecutionResult> running = host.RunAsync("Ask", JsonValue.String("call"), cancellationToken: cancel.Token);
        await gate.CalledAsync("call");

        await cancel.CancelAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await running).Status);
        Assert.True((await host.StopAsync()).IsDrained);
    }

    [Fact]
    public async Task Ended_Callback_IsToldOfEachExecution()
    {
        TaskCompletionSource<(string, string)> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Host host = new Host(new ExpressHostOptions { Ended = (execution, result) => told.SetResult((execution.Name, result.Output.ToString())) }).Add(new EchoWorkflow());

        await host.StartAsync("Echo", JsonValue.String("x"), "one");

        Assert.Equal(("one", "\"x\""), await told.Task);
    }

    [Fact]
    public async Task Ended_CallbackThrows_NothingElseIsHarmed()
    {
        await using Host host = new Host(new ExpressHostOptions { Ended = (_, _) => throw new InvalidOperationException("no") }).Add(new EchoWorkflow());

        ExpressExecution execution = await host.StartAsync("Echo", JsonValue.String("x"));

        Assert.Equal("\"x\"", (await execution.Ended).Output.ToString());
        Assert.True((await host.StopAsync()).IsDrained);
    }

    [Fact]
    public async Task Start_ManyFromManyThreads_AllEndOnce()
    {
        int ended = 0;
        await using Host host = new Host(new ExpressHostOptions { WorkerCount = 3, QueueCapacity = 16, MaxConcurrency = 8, Ended = (_, _) => Interlocked.Increment(ref ended) })
            .Add(new EchoWorkflow())
            .Add(new AskWorkflow(async (input, _) =>
            {
                await Task.Yield();
                return input;
            }));

        await Parallel.ForAsync(0, 4000, async (number, _) => await host.StartAsync(number % 2 == 0 ? "Echo" : "Ask", JsonValue.Number(number)));
        ExpressStop stop = await host.StopAsync();

        Assert.True(stop.IsDrained);
        Assert.Equal((4000, 0, 0), (ended, host.QueuedCount, host.WaitingCount));
    }
}
