using Compiled;
using Compiled.Durable.Journal;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Contract;

/// <summary>Which executions are parked until when, and which a process that died had in its hands.</summary>
public abstract class ParkingContract<TStore> : IDisposable
    where TStore : StoreUnderTest, new()
{
    private readonly TStore _under = new();

    private IJournalStore Store => _under.Store;

    public void Dispose() => _under.Dispose();

    [Fact]
    public void ListParked_UntilATime_IsByTimeThenId()
    {
        Store.Write(Start(1), Start(2), Start(3), Start(4), Start(5),
            Step(1, 3, parked: 300), Step(2, 3, parked: 100), Step(3, 3, parked: 100), Step(4, 3, parked: long.MaxValue));

        Assert.Equal([new(2, 100), new(3, 100), new(1, 300)], Store.ListParked(300, 10));
        Assert.Equal([new(2, 100), new(3, 100)], Store.ListParked(299, 10));
        Assert.Equal([new(2, 100)], Store.ListParked(300, 1));
        Assert.Equal(3, Store.ListParked(long.MaxValue, 10).Count);
    }

    [Fact]
    public void ListUnparked_Running_IsByIdWithItems()
    {
        Store.Write(Start(1), Start(2), Start(3, Head("i", parent: 1, effect: 1, item: 0)), Start(4), Start(5), Step(2, 3, parked: 300),
            Step(4, 3, status: Ended(ExecutionStatus.Succeeded, 9)));

        Assert.Equal([1, 3, 5], Store.ListUnparked(0, 10));
        Assert.Equal([3, 5], Store.ListUnparked(1, 10));
        Assert.Equal([1], Store.ListUnparked(0, 1));
    }

    [Fact]
    public void Append_Parked_IsUndoneByTheNextStep()
    {
        Store.Write(Start(1), Step(1, 3, parked: 300));
        Assert.Empty(Store.ListUnparked(0, 10));

        Store.Write(Step(1, 4));
        Assert.Empty(Store.ListParked(long.MaxValue, 10));
        Assert.Equal([1], Store.ListUnparked(0, 10));

        Store.Write(Step(1, 5, parked: 400), Step(1, 6, parked: 350));
        Assert.Equal([new ParkedExecution(1, 350)], Store.ListParked(long.MaxValue, 10));

        Store.Write(Step(1, 7, status: Ended(ExecutionStatus.Failed, 9)));
        Assert.Empty(Store.ListParked(long.MaxValue, 10));
        Assert.Empty(Store.ListUnparked(0, 10));

        Store.Write(Step(1, 8, status: Ended(ExecutionStatus.Running, 10, 1), parked: 500));
        Assert.Equal([new ParkedExecution(1, 500)], Store.ListParked(long.MaxValue, 10));
    }

    [Fact]
    public void NextParkedAfter_ATime_IsTheEarliestThatIsLater()
    {
        Store.Write(Start(1), Start(2), Start(3), Step(1, 3, parked: 300), Step(2, 3, parked: 100), Step(3, 3, parked: long.MaxValue));

        Assert.Equal((100, 300, 300, null), (Store.NextParkedAfter(0), Store.NextParkedAfter(100), Store.NextParkedAfter(299), Store.NextParkedAfter(300)));
    }
}
