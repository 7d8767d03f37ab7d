using Compiled.Testing;

namespace Compiled.Tests.Testing;

/// <summary>The virtual clock by itself.</summary>
public class VirtualTimeTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Advance_PastTimers_FiresEachAtItsTime()
    {
        VirtualTimeProvider clock = new(Start);
        List<(string, DateTimeOffset)> fired = [];
        using ITimer late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow())), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using ITimer early = clock.CreateTimer(_ => fired.Add(("early", clock.GetUtcNow())), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using ITimer never = clock.CreateTimer(_ => fired.Add(("never", clock.GetUtcNow())), null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal([("early", Start.AddSeconds(1)), ("late", Start.AddSeconds(5))], fired);
        Assert.Equal(Start.AddSeconds(8), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(8), clock.GetElapsedTime(clock.GetTimestamp() - 8 * TimeSpan.TicksPerSecond));
    }

    [Fact]
    public void Timer_WithAPeriod_FiresUntilDisposed()
    {
        VirtualTimeProvider clock = new(Start);
        int fired = 0;
        ITimer timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(3, fired);
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(3, fired);
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        Assert.False(clock.AdvanceToNextTimer());
    }

    [Fact]
    public void Timer_Changed_ForgetsItsOldTime()
    {
        VirtualTimeProvider clock = new(Start);
        int fired = 0;
        using ITimer timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        Assert.True(clock.AdvanceToNextTimer());
        Assert.Equal((1, Start.AddSeconds(3)), (fired, clock.GetUtcNow()));
    }

    [Fact]
    public async Task Delay_OnTheClock_EndsWithIt()
    {
        VirtualTimeProvider clock = new(Start);
        Task delay = Task.Delay(TimeSpan.FromDays(40), clock);
        Assert.False(delay.IsCompleted);
        clock.AdvanceToNextTimer();
        await delay;
        Assert.Equal(Start.AddDays(40), clock.GetUtcNow());
    }

    [Fact]
    public async Task Never_Cancelled_Ends()
    {
        using CancellationTokenSource stop = new();
        Task never = new VirtualTimeProvider(Start).Never(stop.Token);
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never);
    }
}
