using Compiled.MapRuns;

namespace Durable.Tests.Executions;

/// <summary>What keeps a virtual clock from going on too early, between threads. FEATURES M-034.</summary>
public sealed class ClockGateTests
{
    [Fact]
    public void Add_WhileTheTakerIsOnItsWayToTheWait_HoldsTheGateForIt()
    {
        ClockGate gate = new(static () => { });
        CompletionQueue<string> queue = new(gate.Enter);
        gate.Enter();

        Assert.True(queue.MustWait(out ValueTask wait));
        gate.Leave();
        queue.Add("limits changed");

        Assert.True(gate.IsBusy);
        Assert.True(wait.IsCompletedSuccessfully);
        Assert.True(queue.TryTake(out string? item));
        Assert.Equal("limits changed", item);
    }

    [Fact]
    public void MustWait_WithSomethingToTake_IsFalseAndEntersNothing()
    {
        ClockGate gate = new(static () => { });
        CompletionQueue<int> queue = new(gate.Enter);

        queue.Add(1);

        Assert.False(queue.MustWait(out _));
        Assert.False(gate.IsBusy);
    }

    [Fact]
    public void TryRead_WhileSomebodyIsAtWork_IsFalse()
    {
        int quiet = 0;
        ClockGate gate = new(() => quiet++);

        gate.Enter();
        Assert.False(gate.TryRead(out _, out _));
        gate.Count(working: 2, waiting: 1);
        gate.Leave();

        Assert.True(gate.TryRead(out int working, out bool isWaiting));
        Assert.Equal((2, true, 1), (working, isWaiting, quiet));
    }

    [Fact]
    public void Mark_AfterSomebodyCameAndWent_IsAnother()
    {
        BusyCount count = default;
        long before = count.Mark;

        count.Begin();
        Assert.Equal(1, count.Count);
        Assert.True(count.End());

        Assert.Equal(0, count.Count);
        Assert.NotEqual(before, count.Mark);
    }
}
