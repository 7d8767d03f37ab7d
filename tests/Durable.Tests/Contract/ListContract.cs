using Compiled;
using Compiled.Durable.Journal;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Contract;

/// <summary>Which executions a list has, in which order.</summary>
public abstract class ListContract<TStore> : IDisposable
    where TStore : StoreUnderTest, new()
{
    private readonly TStore _under = new();

    private IJournalStore Store => _under.Store;

    public void Dispose() => _under.Dispose();

    [Fact]
    public void List_NoFilter_IsNewestFirstWithoutItems()
    {
        Fill();

        Assert.Equal([9, 8, 6, 5, 4, 3, 2, 1], Store.List(new ExecutionFilter(), 100).Ids());
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1], Store.List(new ExecutionFilter { WithItems = true }, 100).Ids());
        Assert.Equal([9, 8], Store.List(new ExecutionFilter(), 2).Ids());
        Assert.Empty(Store.List(new ExecutionFilter(), 0));
    }

    [Fact]
    public void List_EachRow_IsWhatFindGives()
    {
        Fill();

        Assert.All(Store.List(new ExecutionFilter { WithItems = true }, 100), row => Assert.Equal(Store.Find(row.Id), row));
    }

    [Fact]
    public void List_EachFilter_Restricts()
    {
        Fill();

        Assert.Equal([9, 6, 5, 3, 2, 1], Store.List(new ExecutionFilter { StateMachineArn = Machine }, 100).Ids());
        Assert.Empty(Store.List(new ExecutionFilter { StateMachineArn = "arn:none" }, 100));
        Assert.Equal([8, 4, 3, 1], Store.List(new ExecutionFilter { Status = ExecutionStatus.Running }, 100).Ids());
        Assert.Equal([9, 6, 2], Store.List(new ExecutionFilter { Status = ExecutionStatus.Succeeded, StateMachineArn = Machine }, 100).Ids());
        Assert.Equal([3, 2], Store.List(new ExecutionFilter { NamePrefix = "b", StateMachineArn = Machine }, 100).Ids());
        Assert.Equal([4, 3, 2], Store.List(new ExecutionFilter { NamePrefix = "b" }, 100).Ids());
        Assert.Equal([1], Store.List(new ExecutionFilter { NamePrefix = "%" }, 100).Ids());
        Assert.Equal(8, Store.List(new ExecutionFilter { NamePrefix = "" }, 100).Count);
        Assert.Equal([9, 8, 6, 5], Store.List(new ExecutionFilter { StartedFromTicks = 50 }, 100).Ids());
        Assert.Equal([4, 3, 2, 1], Store.List(new ExecutionFilter { StartedBeforeTicks = 50 }, 100).Ids());
        Assert.Equal([6, 5], Store.List(new ExecutionFilter { StartedFromTicks = 50, StartedBeforeTicks = 80, StateMachineArn = Machine }, 100).Ids());
        Assert.Equal([3], Store.List(new ExecutionFilter { IsRedriven = true }, 100).Ids());
        Assert.Equal([9, 8, 6, 5, 4, 2, 1], Store.List(new ExecutionFilter { IsRedriven = false }, 100).Ids());
        Assert.Equal([4, 3, 2, 1], Store.List(new ExecutionFilter { BeforeId = 5 }, 100).Ids());
    }

    [Fact]
    public void List_ByVersionAndAlias_GivesThoseOnly()
    {
        Store.Write(
            Start(1), Start(2, Head("two") with { Version = 1 }), Start(3, Head("three") with { Version = 1, Alias = "PROD" }),
            Start(4, Head("four") with { Version = 2, Alias = "PROD" }));

        Assert.Equal([3, 2], Store.List(new ExecutionFilter { StateMachineArn = Machine, Version = 1 }, 100).Ids());
        Assert.Equal([4, 3], Store.List(new ExecutionFilter { StateMachineArn = Machine, Alias = "PROD" }, 100).Ids());
        Assert.Equal(Head("three") with { Version = 1, Alias = "PROD" }, Store.Find(3)!.Head);
        Assert.Equal(Head("e1"), Store.Find(1)!.Head);
    }

    [Fact]
    public void List_StartedOutOfOrder_IsStillByIds()
    {
        Store.Write(Start(1, started: 300), Start(2, started: 100), Start(3, started: 200));

        Assert.Equal([3, 1], Store.List(new ExecutionFilter { StartedFromTicks = 150 }, 10).Ids());
        Assert.Equal([3, 2], Store.List(new ExecutionFilter { StartedBeforeTicks = 300 }, 10).Ids());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Machine, null)]
    [InlineData(null, ExecutionStatus.Running)]
    [InlineData(Machine, ExecutionStatus.Running)]
    public void List_PageByPage_HasEachOnce(string? machine, ExecutionStatus? status)
    {
        Store.Write([.. Enumerable.Range(1, 200).SelectMany(static id => (Append[])
        [
            Start(id, machine: id % 3 == 0 ? OtherMachine : Machine),
            Step(id, 3, status: id % 5 == 0 ? null : Ended(ExecutionStatus.Succeeded, 2000)),
        ])]);
        ExecutionFilter filter = new() { StateMachineArn = machine, Status = status };
        long[] all = Store.List(filter, 1000).Ids();

        List<long> paged = [];
        for (IReadOnlyList<ExecutionRow> page; (page = Store.List(filter with { BeforeId = paged.Count == 0 ? null : paged[^1] }, 7)).Count > 0;)
            paged.AddRange(page.Ids());

        Assert.Equal(all, paged);
        Assert.Equal(Enumerable.Range(1, 200).Reverse().Where(id => (machine is null || id % 3 != 0) && (status is null || id % 5 == 0)).Select(static id => (long)id), all);
    }

    [Fact]
    public void ListChildren_OfAnEffect_AreInTheOrderOfItems()
    {
        Store.Write(
            Start(1), Start(2, Head("c1", parent: 1, effect: 4, item: 2)), Start(3, Head("c2", parent: 1, effect: 4, item: 0)),
            Start(4, Head("c3", parent: 1, effect: 4, item: 1)), Start(5, Head("c4", parent: 1, effect: 5, item: 0)), Start(6, Head("c5", parent: 2, effect: 4, item: 0)));

        Assert.Equal([3, 4, 2], Store.ListChildren(1, 4, 0, 10).Ids());
        Assert.Equal([4, 2], Store.ListChildren(1, 4, 1, 10).Ids());
        Assert.Equal([3, 4], Store.ListChildren(1, 4, 0, 2).Ids());
        Assert.Empty(Store.ListChildren(0, 0, -1, 10));
        Assert.Equal(Store.Find(5), Assert.Single(Store.ListChildren(1, 5, 0, 10)));
    }

    [Fact]
    public void CountByStatus_Counts_ItemsToo()
    {
        Fill();

        Assert.Equal(
            new Dictionary<ExecutionStatus, long> { [ExecutionStatus.Running] = 5, [ExecutionStatus.Succeeded] = 3, [ExecutionStatus.Failed] = 1 },
            Store.CountByStatus());
    }

    // Ids 1 to 9, each started at ten times its id: 7 is an item, 3 was redriven, 4 and 8 are of the other machine.
    private void Fill() => Store.Write(
        Start(1, "%a", started: 10), Start(2, "b1", started: 20), Start(3, "b2", started: 30), Start(4, "b3", OtherMachine, 40), Start(5, "c", started: 50),
        Start(6, "d", started: 60), Start(7, Head("e", started: 70, parent: 1, effect: 1, item: 0)), Start(8, "f", OtherMachine, 80), Start(9, "g", started: 90),
        Step(2, 3, status: Ended(ExecutionStatus.Succeeded, 100)), Step(3, 3, status: Ended(ExecutionStatus.Failed, 100)),
        Step(3, 4, status: Ended(ExecutionStatus.Running, 110, 1)), Step(5, 3, status: Ended(ExecutionStatus.Failed, 120)),
        Step(6, 3, status: Ended(ExecutionStatus.Succeeded, 130)), Step(9, 3, status: Ended(ExecutionStatus.Succeeded, 140)));
}
