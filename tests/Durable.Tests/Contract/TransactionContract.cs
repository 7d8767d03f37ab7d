using Compiled;
using Compiled.Durable.Journal;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Contract;

/// <summary>What a transaction keeps together, undoes, and shows to others.</summary>
public abstract class TransactionContract<TStore> : IDisposable
    where TStore : StoreUnderTest, new()
{
    private readonly TStore _under = new();

    private IJournalStore Store => _under.Store;

    public void Dispose() => _under.Dispose();

    [Fact]
    public void Rollback_EveryKindOfWrite_LeavesTheStoreAsItWas()
    {
        Store.Write(() =>
        {
            Store.Append(Start(1));
            Store.Append(Step(1, 3, status: Ended(ExecutionStatus.Failed, 1500)));
            Store.Append(Start(2));
            Store.Append(Step(2, 3, 1, null, null, 70, new TaskChange("act", 4, true)));
            Store.PutDefinition(new StoredDefinition(Definition, "Order", MachineType.Standard, "{}"));
            Store.PutActivity(new StoredActivity("act", 5));
        });
        long request = ((IJournalRequests)Store).AddRequest("stop", 2, Body("why"));
        string before = StoreText.Of(Store);

        Store.Begin();
        Store.Append(Start(3, Head("new", OtherMachine, definition: "def")));
        Store.Append(Step(2, 4, 1, null, Ended(ExecutionStatus.Succeeded, 1600), null, new TaskChange("act", 4, false), new TaskChange("act", 5, true)));
        Store.Append(Step(1, 4, status: Ended(ExecutionStatus.Running, 1700, 1), parked: 99));
        Store.PutDefinition(new StoredDefinition("def", "Other", MachineType.Express, "{ }"));
        Store.PutActivity(new StoredActivity("act2", 6));
        Store.DeleteActivity("act");
        Store.AnswerRequest(request, Body("done"));
        Store.Purge(long.MaxValue, 10);
        Store.Rollback();

        Assert.Equal(before, StoreText.Of(Store));
        Assert.Null(((IJournalRequests)Store).TakeAnswer(request));
        Assert.Equal(before, StoreText.Of(_under.Reopen()));
    }

    [Fact]
    public void Rollback_ThenTheSameAgain_IsCommitted()
    {
        Store.Begin();
        Assert.Equal(Appended.Committed, Store.Append(Start(1)));
        Assert.Equal(Appended.Committed, Store.Append(Step(1, 3, parked: 8)));
        Store.Rollback();

        Assert.Equal([Appended.Committed, Appended.Committed, Appended.Committed], Store.Write(Start(1), Step(1, 3, parked: 8), Step(1, 4)));
        Assert.Equal(3, Store.Lines(1).Length);
        Assert.Equal([1], Store.ListUnparked(0, 10));
        Assert.Equal(Head("e1"), Store.Find(1)!.Head);
    }

    [Fact]
    public void Rollback_WithoutATransaction_DoesNothing()
    {
        Store.Rollback();
        Store.Write(Start(1));
        Store.Rollback();

        Assert.Single(Store.Lines(1));
    }

    [Fact]
    public void Reopen_WhatWasCommitted_IsThere()
    {
        Store.Write(() =>
        {
            Store.Append(Start(1));
            Store.Append(Step(1, 3, 1, null, null, 70, new TaskChange("act", 4, true)));
            Store.PutDefinition(new StoredDefinition(Definition, "Order", MachineType.Standard, "{}"));
            Store.PutActivity(new StoredActivity("act", 5));
        });
        string before = StoreText.Of(Store);

        Assert.Equal(before, StoreText.Of(_under.Reopen()));
        Assert.Equal([Appended.AlreadyMine, Appended.Fenced, Appended.Committed], Store.Write(Step(1, 3), Step(1, 3, writer: OtherWriter), Step(1, 4)));
        Assert.Equal([1], Store.ListUnparked(0, 10));
    }
}
