using Compiled.Durable.Journal;
using Durable.Tests.Contract;

namespace Durable.Tests.GroupCommit;

/// <summary>What the writer makes of the writes that it is handed: transactions, in order, tried again or given up.</summary>
public sealed class JournalWriterTests
{
    private readonly FailingStore _store = new();

    [Fact]
    public async Task Write_WhileATransactionIsUnderWay_GoesIntoTheNext()
    {
        using JournalWriter writer = new(_store);
        using CommitGate gate = new(_store);

        List<Task> tasks = [Append(writer, 1)];
        gate.WaitForCommit();
        for (int id = 2; id <= 50; id++)
            tasks.Add(Append(writer, id));
        Assert.Equal(49, writer.Backlog);
        gate.Open();
        await Task.WhenAll(tasks);

        Assert.Equal(["begin", "1", "commit", "begin", .. Enumerable.Range(2, 49).Select(static id => $"{id}"), "commit"], _store.Calls);
    }

    [Fact]
    public async Task Write_MoreThanABatch_IsSplitInOrder()
    {
        using JournalWriter writer = new(_store);
        using CommitGate gate = new(_store);

        Task[] tasks = [.. Enumerable.Range(0, 3000).Select(id => Append(writer, id))];
        gate.Open();
        await Task.WhenAll(tasks);

        string[] appends = [.. _store.Calls.Where(static call => call is not ("begin" or "commit"))];
        Assert.Equal(Enumerable.Range(0, 3000).Select(static id => $"{id}"), appends);
        Assert.InRange(_store.Calls.Count(static call => call == "commit"), 3, 4);
    }

    [Fact]
    public async Task Write_Done_ComesOnlyAfterTheCommit()
    {
        using JournalWriter writer = new(_store);

        await Append(writer, 1);

        Assert.Equal(["begin", "1", "commit"], _store.Calls);
    }

    [Fact]
    public async Task Write_OneThatCannotBeWritten_FailsAlone()
    {
        using JournalWriter writer = new(_store);
        using CommitGate gate = new(_store);
        _store.OnCall += static call =>
        {
            if (call == "3")
                throw new InvalidOperationException("poison");
        };

        List<Task<Appended>> tasks = [Append(writer, 1)];
        gate.WaitForCommit();
        tasks.AddRange([Append(writer, 2), Append(writer, 3), Append(writer, 4)]);
        gate.Open();

        Assert.Equal("poison", (await Assert.ThrowsAsync<InvalidOperationException>(() => tasks[2])).Message);
        Assert.Equal([Appended.Committed, Appended.Committed, Appended.Committed], await Task.WhenAll(tasks[0], tasks[1], tasks[3]));
        Assert.Equal(
            ["begin", "1", "commit", "begin", "2", "3", "rollback", "begin", "2", "commit", "begin", "3", "rollback", "begin", "4", "commit"], _store.Calls);
        Assert.Null(writer.Trouble);
    }

    [Theory]
    [InlineData("begin")]
    [InlineData("1")]
    [InlineData("commit")]
    public async Task Write_StoreThatIsUnavailable_IsTriedAgainAsAWhole(string failing)
    {
        int failures = 0;
        _store.OnCall = call =>
        {
            if (call == failing && failures++ < 2)
                throw new JournalUnavailableException("full");
        };
        using JournalWriter writer = new(_store);

        Assert.Equal(Appended.Committed, await Append(writer, 1));

        Assert.Equal(3, _store.Calls.Count(static call => call == "begin"));
        Assert.Equal(2, _store.Calls.Count(static call => call == "rollback"));
        Assert.Equal(["begin", "1", "commit"], _store.Calls[^3..]);
        Assert.Null(writer.Trouble);
    }

    [Fact]
    public async Task Write_ThatGivesUp_FailsAndTheRestIsTriedAgain()
    {
        int commits = 0;
        using JournalWriter writer = new(_store);
        using CommitGate gate = new(_store);
        _store.OnCall += call =>
        {
            if (call == "commit" && ++commits == 2)
                throw new JournalUnavailableException("full");
        };
        Task<Appended> first = Append(writer, 1);
        gate.WaitForCommit();
        GivingUp second = new();
        writer.Write(second);
        Task<Appended> third = Append(writer, 3);
        gate.Open();

        Assert.Equal("full", (await second.Failure)!.Message);
        await Task.WhenAll(first, third);
        Assert.Equal(["begin", "1", "commit", "begin", "2", "3", "commit", "rollback", "begin", "3", "commit"], _store.Calls);
    }

    [Fact]
    public async Task Write_ThatGivesUpAlone_LeavesAProbeUntilTheTroubleIsOver()
    {
        int failures = 0;
        using ManualResetEventSlim recovered = new();
        _store.OnCall = call =>
        {
            if (call == "commit" && failures++ < 2)
                throw new JournalUnavailableException("full");
            if (call == "commit")
                recovered.Set();
        };
        using JournalWriter writer = new(_store);
        GivingUp write = new();
        writer.Write(write);

        Assert.Equal("full", (await write.Failure)!.Message);
        recovered.Wait();
        await Append(writer, 1);

        Assert.Equal(
            ["begin", "own", "commit", "rollback", "begin", "touch", "commit", "rollback", "begin", "touch", "commit", "begin", "1", "commit"], _store.Calls.Select(static call => call == "2" ? "own" : call));
        Assert.Null(writer.Trouble);
    }

    [Fact]
    public async Task Dispose_WhatWasHandedIn_IsWritten()
    {
        JournalWriter writer = new(_store);
        Task[] tasks = [.. Enumerable.Range(0, 500).Select(id => Append(writer, id))];

        writer.Dispose();

        Assert.All(tasks, static task => Assert.True(task.IsCompletedSuccessfully || !task.IsCompleted));
        await Task.WhenAll(tasks);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Append(writer, 1));
    }

    [Fact]
    public async Task Dispose_WhileTheStoreIsUnavailable_FailsWhatIsLeft()
    {
        using ManualResetEventSlim failed = new();
        _store.OnCall = call =>
        {
            if (call != "commit")
                return;
            failed.Set();
            throw new JournalUnavailableException("full");
        };
        JournalWriter writer = new(_store);
        Task<Appended> first = Append(writer, 1);
        failed.Wait();
        Task<Appended> second = Append(writer, 2);

        writer.Dispose();

        Assert.Equal("full", (await Assert.ThrowsAsync<JournalUnavailableException>(() => first)).Message);
        Assert.Equal("full", (await Assert.ThrowsAsync<JournalUnavailableException>(() => second)).Message);
        Assert.Equal("full", writer.Trouble!.Message);
    }

    [Fact]
    public async Task Dispose_Twice_DoesNothingMore()
    {
        JournalWriter writer = new(_store);
        await Append(writer, 1);
        writer.Dispose();
        writer.Dispose();
    }

    private sealed class GivingUp : JournalWrite
    {
        private readonly TaskCompletionSource<Exception?> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Exception?> Failure => _failure.Task;

        public override bool GivesUp => true;

        public override void Apply(IJournalStore store) => store.Append(Samples.Step(2, 3));

        public override void Done(Exception? failure) => _failure.SetResult(failure);
    }

    private static Task<Appended> Append(JournalWriter writer, long id) => writer.WriteAsync(store => store.Append(Samples.Step(id, 3)));
}
