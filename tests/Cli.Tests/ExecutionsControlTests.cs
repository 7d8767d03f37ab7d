using System.Text.RegularExpressions;
using Compiled;
using Compiled.Durable;

namespace Cli.Tests;

/// <summary>Controlling executions, in a file that a host owns and in one that nobody owns. FEATURES P-085, P-087, X-025, X-040.</summary>
public sealed class ExecutionsControlTests
{
    [Fact]
    public async Task Stop_WhileAHostOwnsTheFile_IsDoneByTheHost()
    {
        using CliRun run = new();
        await using Journal journal = new(run);
        await journal.Executions.RunAsync();
        await journal.StartAsync("Waits", "c");

        Assert.Equal(0, await run.RunAsync(["executions", "stop", Journal.Name, "c", "--error", "Wrong", "--cause", "By hand"]));
        Assert.Matches($@"^{Journal.Arn("Waits", "c")} ended \S+Z as ABORTED\.\r?\n$", run.Output);
        ExecutionDescription ended = journal.Executions.Describe(Journal.Arn("Waits", "c"));
        Assert.Equal((ExecutionStatus.Aborted, "Wrong", "By hand"), (ended.Status, ended.Error, ended.Cause));
    }

    [Fact]
    public async Task Stop_OfAFileThatNobodyOwns_IsDone()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Waits", "c"), ("Waits", "d"));

        Assert.Equal(0, await run.RunAsync(["executions", "stop", Journal.Name, "c", "--json"]));
        Assert.Matches(@"^\{\s*""stopDate"": ""\S+Z""\s*\}\s*$", run.Output);
        Assert.Equal(0, await run.RunAsync(["executions", "stop", Journal.Name, "c"]));
        await using Journal next = new(run);
        Assert.Equal(
            (ExecutionStatus.Aborted, ExecutionStatus.Running), (next.Executions.Describe(Journal.Arn("Waits", "c")).Status, next.Executions.Describe(Journal.Arn("Waits", "d")).Status));
        Assert.Equal(["ExecutionStarted", "WaitStateEntered", "ExecutionAborted"], next.Executions.GetHistory(Journal.Arn("Waits", "c")).Events.Select(static item => item.GetProperty("type").GetString()));
    }

    /// <summary>A task that a dead process had in hand is neither called nor failed by a process that only stops its execution.</summary>
    [Fact]
    public async Task Stop_OfAnExecutionWithATaskInHand_CallsNothing()
    {
        using CliRun run = new();
        await using (Journal journal = new(run))
        {
            TaskCompletionSource called = new();
            journal.Handlers.Add("pay", async (_, _, stop) =>
            {
                called.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
                return default;
            });
            await journal.Executions.RunAsync();
            await journal.Executions.StartAsync("Pays", name: "p");
            await called.Task;
            journal.Executions.Abandon();
        }

        Assert.Equal(0, await run.RunAsync(["executions", "stop", Journal.Name, "p"]));
        Assert.Equal(0, await run.RunAsync(["executions", "history", Journal.Name, "p", "--reverse", "--max", "2"]));
        Assert.Equal(["ExecutionAborted", "LambdaFunctionStarted"], run.Lines[1..].Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]));
    }

    [Fact]
    public async Task Stop_WhenTheOwnerDoesNotListen_IsWithdrawn()
    {
        using CliRun run = new();
        await using Journal journal = new(run);
        await journal.StartAsync("Waits", "c");

        Assert.Equal(1, await run.RunAsync(["executions", "stop", Journal.Name, "c", "--timeout", "0.2s"]));
        Assert.Equal("The process that owns the journal did not answer within 0.2 s. The request was withdrawn." + Environment.NewLine, run.Error);
        await journal.Executions.RunAsync();
        await journal.Executions.ServeRequestsAsync();
        Assert.Equal(ExecutionStatus.Running, journal.Executions.Describe(Journal.Arn("Waits", "c")).Status);
    }

    [Fact]
    public async Task Redrive_WhileAHostOwnsTheFile_GoesOn()
    {
        using CliRun run = new();
        await using Journal journal = new(run);
        await journal.Executions.RunAsync();
        await journal.StartAsync("Fails", "b");

        Assert.Equal(0, await run.RunAsync(["executions", "redrive", Journal.Name, "b"]));
        Assert.Matches($@"^{Journal.Arn("Fails", "b")} goes on since \S+Z\.\r?\n$", run.Output);
        Assert.Equal(1, (await journal.Executions.WaitAsync(Journal.Arn("Fails", "b"))).Summary.RedriveCount);
    }

    [Fact]
    public async Task Redrive_OfAFileThatNobodyOwns_IsDoneByTheNextHostOnce()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Fails", "b"));

        Assert.Equal(0, await run.RunAsync(["executions", "redrive", Journal.Name, "b"]));
        Assert.Equal($"No process owns 'work.db': the redrive of {Journal.Arn("Fails", "b")} is left in it, and the next host that opens it goes on with the execution." + Environment.NewLine, run.Output);
        Assert.Equal(0, await run.RunAsync(["executions", "redrive", Journal.Name, "b", "--json"]));
        Assert.Equal("""{"isPending":true}""", Regex.Replace(run.Output, @"\s", ""));

        await using Journal next = new(run);
        await next.Executions.ServeRequestsAsync();
        Assert.Equal(1, (await next.Executions.WaitAsync(Journal.Arn("Fails", "b"))).Summary.RedriveCount);
        await next.Executions.ServeRequestsAsync();
        Assert.Equal(1, next.Executions.Describe(Journal.Arn("Fails", "b")).Summary.RedriveCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Redrive_OfASuccess_SaysWhyNot(bool isOwned)
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"));
        await using Journal? journal = isOwned ? new Journal(run) : null;
        if (journal is not null)
            await journal.Executions.RunAsync();

        Assert.Equal(1, await run.RunAsync(["executions", "redrive", Journal.Name, "a"]));
        Assert.Contains("SUCCEEDED", run.Error);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Purge_DeletesWhatEndedLongAgo(bool isOwned)
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"), ("Fails", "b"), ("Waits", "c"));
        await using Journal? journal = isOwned ? new Journal(run) : null;
        if (journal is not null)
            await journal.Executions.RunAsync();

        Assert.Equal(0, await run.RunAsync(["executions", "purge", Journal.Name]));
        Assert.Equal(["0 executions deleted."], run.Lines);
        Assert.Equal(0, await run.RunAsync(["executions", "purge", Journal.Name, "--age", "0s", "--json"]));
        Assert.Equal("""{"deleted":2}""", Regex.Replace(run.Output, @"\s", ""));
    }
}
