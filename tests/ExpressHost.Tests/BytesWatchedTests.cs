using System.Text;
using Compiled;
using Compiled.DependencyInjection;
using Compiled.Hosting;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Compiled.Sqlite;
using Compiled.Testing;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Microsoft.Extensions.DependencyInjection;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>Starts from JSON text where the whole input is needed: in a queue that outlives the process, in logs, when a host stops. FEATURES X-031, V-030.</summary>
public sealed class BytesWatchedTests : IDisposable
{
    private const string Compact = """{"x":[1,{"deep":[null]}],"in":{"id":"id-1","list":[{"n":1},"\u00411"]}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("express");

    private string File => Path.Combine(_folder.FullName, "starts.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Queue_InAFile_KeepsTheWholeInput()
    {
        ExpressExecution left;
        TaskCompletionSource called = new();
        using (SqliteStartQueue queue = SqliteStartQueue.Open(File))
        {
            await using Host host = new Host(new ExpressHostOptions { Queue = queue, MaxConcurrency = 1, WorkerCount = 1 }).Add(new PartsWorkflow(async (_, _) =>
            {
                called.TrySetResult();
                await Task.Delay(Timeout.Infinite);
                return default;
            }));
            byte[] bytes = Encoding.UTF8.GetBytes(PartsWorkflow.Input(1));
            await host.StartAsync("Parts", bytes.AsMemory());
            await called.Task;
            left = await host.StartAsync("Parts", bytes.AsMemory(), "left");
            Array.Fill(bytes, (byte)'!');
            Assert.Single((await host.StopAsync(new CancellationToken(canceled: true))).Unstarted);
        }

        List<(string, string)> ended = [];
        using SqliteStartQueue again = SqliteStartQueue.Open(File);
        Assert.Equal([Compact, Compact], again.Left.Select(static kept => Encoding.UTF8.GetString(kept.Input.Span)));
        await using Host next = new Host(new ExpressHostOptions { Queue = again, WorkerCount = 1, Ended = (execution, result) => ended.Add((execution.ExecutionArn, result.Output.ToString())) })
            .Add(new PartsWorkflow(static (input, _) => new(input)));
        Assert.Equal(2, await next.ResumeAsync());
        await next.StopAsync();
        Assert.Equal((left.ExecutionArn, PartsWorkflow.Output(1)), ended[1]);
    }

    [Fact]
    public async Task Log_IncludeExecutionData_HasTheWholeInput()
    {
        Lines lines = new();
        await using Host host = new Host(new ExpressHostOptions { Log = new ExecutionLogSettings(ExecutionLogLevel.All, IncludeExecutionData: true), LogSink = lines })
            .Add(new PartsWorkflow(static (input, _) => new(input)));
        byte[] bytes = Encoding.UTF8.GetBytes(PartsWorkflow.Input(1));

        ValueTask<ExpressExecution> start = host.StartAsync("Parts", bytes.AsMemory());
        Array.Fill(bytes, (byte)'!');
        ExecutionResult result = await (await start).Ended;

        Assert.Equal(PartsWorkflow.Output(1), result.Output.ToString());
        JsonValue[] records = [.. lines.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JsonValue.Parse)];
        Assert.Equal(Compact, Member(records[0], "input"));
        Assert.Equal(PartsWorkflow.Output(1), Member(records[^1], "output"));

        static string Member(JsonValue record, string name) => record[Key.Of("details")][Key.Of(name)].AsString();
    }

    [Fact]
    public async Task Stop_BeforeTheBegin_CancelsTheStart()
    {
        TaskCompletionSource called = new();
        VirtualTimeProvider clock = new();
        await using Host host = new Host(new ExpressHostOptions { MaxConcurrency = 1, WorkerCount = 1, Execution = new ExecutionOptions { TimeProvider = clock } }).Add(new PartsWorkflow(async (_, _) =>
        {
            called.TrySetResult();
            await Task.Delay(Timeout.Infinite);
            return default;
        }));
        ExpressExecution first = await host.StartAsync("Parts", Input(1));
        await called.Task;
        ExpressExecution second = await host.StartAsync("Parts", Input(2));
        while (host.WaitingCount == 0)
            await Task.Yield();

        ExpressStop stop = await host.StopAsync(new CancellationToken(canceled: true));

        Assert.Same(second, Assert.Single(stop.Unstarted));
        Assert.Equal(ExecutionStatus.Aborted, (await first.Ended).Status);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Ended);
        await Assert.ThrowsAsync<ExpressHostStoppedException>(async () => await host.StartAsync("Parts", Input(3)));
    }

    [Fact]
    public async Task Limit_PastWhileAHandlerWaits_TimesOut()
    {
        TaskCompletionSource called = new();
        VirtualTimeProvider clock = new();
        await using Host host = new Host(new ExpressHostOptions { Limit = TimeSpan.FromSeconds(10), Execution = new ExecutionOptions { TimeProvider = clock } }).Add(new PartsWorkflow(async (_, _) =>
        {
            called.TrySetResult();
            await Task.Delay(Timeout.Infinite);
            return default;
        }));
        ExpressExecution execution = await host.StartAsync("Parts", Input(1));
        await called.Task;
        while (host.WaitingCount == 0)
            await Task.Yield();

        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((ExecutionStatus.TimedOut, "States.Timeout"), ((await execution.Ended).Status, (await execution.Ended).Error));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scopes_OfOtherWorkflowsThanTheFirst_ReadTheirOwnInput(bool isOther)
    {
        int made = 0;
        ServiceCollection services = new();
        services.AddSingleton(new WorkflowRegistration(_ => made++ > 0 && isOther ? new EchoWorkflow() : new PartsWorkflow(static (input, _) => new(input))));
        services.AddExpressHost();
        await using ServiceProvider provider = services.BuildServiceProvider();
        Host host = provider.GetRequiredService<Host>();

        ExecutionResult result = await (await host.StartAsync("Parts", Input(1))).Ended;

        Assert.Equal(isOther ? Compact : PartsWorkflow.Output(1), result.Output.ToString());
    }

    private static ReadOnlyMemory<byte> Input(int number) => Encoding.UTF8.GetBytes(PartsWorkflow.Input(number));

    private sealed class Lines : ILogSink
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public void Write(ReadOnlySpan<byte> lines) => _text.Append(Encoding.UTF8.GetString(lines));
    }
}
