using Compiled;
using Compiled.Hosting;
using Compiled.Sqlite;
using Compiled.Testing;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>At least once, with a queue in a file. FEATURES X-031.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("express");
    private readonly VirtualTimeProvider _clock = new();

    private string File => Path.Combine(_folder.FullName, "starts.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Restart_AfterAStop_RunsWhatWasLeftUnderTheSameNames()
    {
        Gate gate = new();
        ExpressExecution[] left;
        using (SqliteStartQueue queue = SqliteStartQueue.Open(File))
        {
            await using Host host = Open(queue, gate.Workflow(), maxConcurrency: 1);
            ExpressExecution ended = await host.StartAsync("Ask", JsonValue.String("ended"));
            gate.Open("ended");
            await ended.Ended;
            left = [await host.StartAsync("Ask", JsonValue.String("aborted"), "named"), await host.StartAsync("Ask", JsonValue.String("unstarted"))];
            await gate.CalledAsync("aborted");

            ExpressStop stop = await host.StopAsync(new CancellationToken(canceled: true));

            Assert.Equal((1, 1, true), (stop.Unstarted.Count, stop.Aborted, stop.AreKept));
        }

        List<(string, string, DateTimeOffset)> seen = [];
        using SqliteStartQueue again = SqliteStartQueue.Open(File);
        await using Host next = new Host(new ExpressHostOptions
        {
            Queue = again,
            WorkerCount = 1,
            Execution = new ExecutionOptions { TimeProvider = _clock },
            Ended = (execution, result) => seen.Add((result.ExecutionArn, result.Output.ToString(), execution.StartDate)),
        }).Add(new AskWorkflow((input, _) => ValueTask.FromResult(input)));

        Assert.Equal(2, await next.ResumeAsync());
        Assert.Equal(0, await next.ResumeAsync());
        await next.StopAsync();
        Assert.Equal([(left[0].ExecutionArn, "\"aborted\"", left[0].StartDate), (left[1].ExecutionArn, "\"unstarted\"", left[1].StartDate)], seen);
        again.Dispose();
        Assert.Empty(LeftInFile());
    }

    [Fact]
    public async Task Start_Accepted_IsInTheFileUntilItsExecutionEnded()
    {
        Gate gate = new();
        using SqliteStartQueue queue = SqliteStartQueue.Open(File);
        await using Host host = Open(queue, gate.Workflow(), maxConcurrency: 10);

        ExpressExecution execution = await host.StartAsync("Ask", JsonValue.String("ü"), "named");
        await gate.CalledAsync("ü");

        // As a process that is killed now leaves the file.
        KeptStart kept = Assert.Single(LeftInFile());
        Assert.Equal(("Ask", "named", "\"ü\"", execution.StartDate), (kept.StateMachine, kept.Name, System.Text.Encoding.UTF8.GetString(kept.Input.Span), kept.StartDate));
        await host.StopAsync(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task Resume_MachineUnknown_LeavesTheStart()
    {
        using (SqliteStartQueue queue = SqliteStartQueue.Open(File))
            await queue.AddAsync(new KeptStart { StateMachine = "Gone", Input = "1"u8.ToArray(), Seed = ulong.MaxValue, TraceHeader = "Root=1" });
        using (SqliteStartQueue queue = SqliteStartQueue.Open(File))
        {
            await using Host host = Open(queue, new EchoWorkflow(), maxConcurrency: 1);
            Assert.Equal(0, await host.ResumeAsync());
        }

        KeptStart kept = Assert.Single(LeftInFile());
        Assert.Equal(("Gone", null, ulong.MaxValue, "Root=1"), (kept.StateMachine, kept.Name, kept.Seed, kept.TraceHeader));
    }

    [Fact]
    public async Task Queue_ManyAtOnce_KeepsAllAndForgetsAll()
    {
        using (SqliteStartQueue queue = SqliteStartQueue.Open(File))
        {
            await using Host host = Open(queue, new EchoWorkflow(), maxConcurrency: 100);
            await Parallel.ForAsync(0, 500, async (number, _) => await host.StartAsync("Echo", JsonValue.Number(number)));
            Assert.True((await host.StopAsync()).IsDrained);
        }

        Assert.Empty(LeftInFile());
    }

    [Fact]
    public void Queue_InUse_IsRefused()
    {
        using SqliteStartQueue queue = SqliteStartQueue.Open(File);

        Assert.True(Assert.Throws<SqliteJournalException>(() => SqliteStartQueue.Open(File)).IsOwned);
    }

    [Fact]
    public async Task Start_OfAWorkflow_NeedsAMachineThatIsAdded()
    {
        using SqliteStartQueue queue = SqliteStartQueue.Open(File);
        await using Host host = new(new ExpressHostOptions { Queue = queue });

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.StartAsync(new EchoWorkflow(), JsonValue.Null, new ExecutionOptions()));
    }

    private Host Open(SqliteStartQueue queue, Workflow workflow, int maxConcurrency)
        => new Host(new ExpressHostOptions { Queue = queue, MaxConcurrency = maxConcurrency, Execution = new ExecutionOptions { TimeProvider = _clock } }).Add(workflow);

    private IReadOnlyList<KeptStart> LeftInFile()
    {
        string copy = Path.Combine(_folder.FullName, Guid.NewGuid().ToString());
        foreach (string end in (string[])["", "-wal"])
        {
            if (System.IO.File.Exists(File + end))
                System.IO.File.Copy(File + end, copy + end);
        }

        using SqliteStartQueue queue = SqliteStartQueue.Open(copy);
        return queue.Left;
    }
}
