using Compiled;
using Compiled.Durable.Journal;
using Compiled.MapRuns;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Contract;

/// <summary>What a purge deletes, and what it leaves.</summary>
public abstract class PurgeContract<TStore> : IDisposable
    where TStore : StoreUnderTest, new()
{
    private readonly TStore _under = new();

    private IJournalStore Store => _under.Store;

    public void Dispose() => _under.Dispose();

    [Fact]
    public void Purge_Ended_GoesOldestFirstAndAtMostSoMany()
    {
        Store.Write([.. Enumerable.Range(1, 5).SelectMany(static id => (Append[])[Start(id), Step(id, 3, status: Ended(ExecutionStatus.Succeeded, 100 - id))]), Start(6)]);

        Assert.Equal(2, Purge(98, 2));
        Assert.Equal([6, 3, 2, 1], Store.List(new ExecutionFilter(), 10).Ids());
        Assert.Equal(1, Purge(98, 2));
        Assert.Equal([6, 2, 1], Store.List(new ExecutionFilter(), 10).Ids());
        Assert.Equal(0, Purge(98, 2));
        Assert.Equal(2, Purge(long.MaxValue, 10));
        Assert.Equal([6], Store.List(new ExecutionFilter(), 10).Ids());
    }

    [Fact]
    public void Purge_AnExecution_TakesAllThatIsKeptOfIt()
    {
        Store.Write(Start(1, "a"), Step(1, 3, 1, null, Ended(ExecutionStatus.Aborted, 9), null, new TaskChange("act", 1, true)));

        Store.Write(() => Store.PutMapRun(new StoredMapRun(1, 1, "run", MapRunStatus.Failed, 3)));
        Store.Write(() => Store.PutHeldTask(new HeldTask(1, 1, 2, 3)));
        Assert.Equal(1, Purge(10, 10));

        Assert.Null(Store.Find(1));
        Assert.Null(Store.FindMapRun("run"));
        Assert.Empty(Store.ListHeldTasks(1));
        Assert.Null(Store.Find(Machine, "a"));
        Assert.Empty(Store.Lines(1));
        Assert.Empty(Store.ListTasks("act", 0, 10));
        Assert.Empty(Store.CountByStatus());
        Assert.Equal([Appended.Fenced, Appended.Committed], Store.Write(Step(1, 4), Start(2, "a")));
    }

    [Fact]
    public void Purge_TheNewest_DoesNotGiveItsIdAgain()
    {
        Store.Write(Start(41), Step(41, 3, status: Ended(ExecutionStatus.Succeeded, 9)), Start(42), Step(42, 3, status: Ended(ExecutionStatus.Succeeded, 9)));

        Assert.Equal(2, Purge(10, 10));

        Assert.Equal(42, Store.LastExecution());
        Assert.Equal(42, _under.Reopen().LastExecution());
    }

    [Fact]
    public void Purge_Redriven_StaysWhileItRuns()
    {
        Store.Write(Start(1), Step(1, 3, status: Ended(ExecutionStatus.Failed, 9)), Step(1, 4, status: Ended(ExecutionStatus.Running, 20, 1)));
        Assert.Equal(0, Purge(long.MaxValue, 10));

        Store.Write(Step(1, 5, status: Ended(ExecutionStatus.Failed, 30, 1)));
        Assert.Equal(0, Purge(30, 10));
        Assert.Equal(1, Purge(31, 10));
    }

    [Fact]
    public void Purge_Children_StayWhileTheirParentDoes()
    {
        Store.Write(Start(1), Start(2, Head("x", parent: 1, effect: 1, item: 0)), Start(3, Head("y", parent: 1, effect: 1, item: 1)),
            Step(2, 3, status: Ended(ExecutionStatus.Succeeded, 5)), Start(4, Head("lost", parent: 99, effect: 1, item: 0)),
            Step(4, 3, status: Ended(ExecutionStatus.Succeeded, 6)));

        Assert.Equal(1, Purge(100, 10));
        Assert.Equal([1, 2, 3], Store.List(new ExecutionFilter { WithItems = true }, 10).Ids().Order());

        Store.Write(Step(1, 3, status: Ended(ExecutionStatus.Failed, 20)));
        Assert.Equal(1, Purge(100, 10));
        Assert.Equal([2, 3], Store.List(new ExecutionFilter { WithItems = true }, 10).Ids().Order());

        Assert.Equal(1, Purge(100, 10));
        Assert.Equal([3], Store.ListChildren(1, 1, 0, 10).Ids());

        Store.Write(Step(3, 3, status: Ended(ExecutionStatus.Succeeded, 40)));
        Assert.Equal(1, Purge(100, 10));
        Assert.Empty(Store.List(new ExecutionFilter { WithItems = true }, 10));
    }

    [Fact]
    public void Purge_Definitions_StayWhileAnExecutionUsesThem()
    {
        Store.Write(() =>
        {
            foreach (string hash in (string[])["d1", "d2", "d3"])
                Store.PutDefinition(new StoredDefinition(hash, "Order", MachineType.Standard, hash));
            Store.Append(Start(1, Head("a", definition: "d1")));
            Store.Append(Start(2, Head("b", definition: "d2")));
            Store.Append(Start(3, Head("c", definition: "d2")));
            Store.Append(Step(1, 3, status: Ended(ExecutionStatus.Succeeded, 5)));
            Store.Append(Step(2, 3, status: Ended(ExecutionStatus.Succeeded, 5)));
        });

        Assert.Equal(0, Purge(1, 10));
        Assert.NotNull(Store.FindDefinition("d3"));
        Assert.Equal(2, Purge(10, 10));
        Assert.Equal((false, true, false), (Store.FindDefinition("d1") is not null, Store.FindDefinition("d2") is not null, Store.FindDefinition("d3") is not null));

        Store.Write(() =>
        {
            Store.PutDefinition(new StoredDefinition("d1", "Again", MachineType.Standard, "new"));
            Store.Append(Start(4, Head("d", definition: "d1")));
        });
        Assert.Equal("new", Store.FindDefinition("d1")!.Text);
        Assert.Equal("d1", Store.Find(4)!.Head.DefinitionHash);
    }

    private int Purge(long endedBefore, int limit)
    {
        int purged = 0;
        Store.Write(() => purged = Store.Purge(endedBefore, limit));
        return purged;
    }
}
