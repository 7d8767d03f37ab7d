using Compiled.Events.Schedules;
using Compiled.Testing;

namespace Compiled.Events.Tests.Schedules;

public sealed class SchedulerTests
{
    private static readonly DateTimeOffset s_start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly VirtualTimeProvider _clock = new(s_start);
    private readonly ScheduleMemory _store = new();
    private readonly List<string> _done = [];

    [Fact]
    public async Task Action_AtItsTimes_IsDone()
    {
        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("rate(1 hour)"));

        Advance(TimeSpan.FromMinutes(150));

        Assert.Equal(["job-20240101T000000Z", "job-20240101T010000Z", "job-20240101T020000Z"], _done);
        Assert.Equal(s_start.AddHours(3), scheduler.NextOf("job"));
        Assert.Equal(s_start.AddHours(2), _store.LastOf("job"));
    }

    [Fact]
    public async Task Action_OfOneTime_IsOverAfterIt()
    {
        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("at(2024-03-01T00:00:00)"));

        Assert.Equal(["job"], scheduler.Names);
        Advance(TimeSpan.FromDays(90));

        Assert.Equal(["job-20240301T000000Z"], _done);
        Assert.Empty(scheduler.Names);
    }

    [Fact]
    public async Task Action_BetweenStartAndEnd_IsDone()
    {
        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("cron(0 0 * * ? *)") with { Start = s_start.AddDays(2), End = s_start.AddDays(3) });

        Advance(TimeSpan.FromDays(10));

        Assert.Equal(["job-20240103T000000Z", "job-20240104T000000Z"], _done);
    }

    [Fact]
    public async Task Action_AfterARestart_GoesOnWithoutRepeating()
    {
        await using (Scheduler before = new(_store, _clock))
        {
            before.Put(Action("rate(1 hour)"));
            Advance(TimeSpan.FromMinutes(70));
        }

        await using Scheduler after = new(_store, _clock);
        after.Put(Action("rate(1 hour)"));
        Advance(TimeSpan.FromMinutes(60));

        Assert.Equal(["job-20240101T000000Z", "job-20240101T010000Z", "job-20240101T020000Z"], _done);
    }

    [Theory]
    [InlineData(MissedOccurrences.None, new[] { "job-20240101T060000Z" })]
    [InlineData(MissedOccurrences.Once, new[] { "job-20240101T050000Z", "job-20240101T060000Z" })]
    [InlineData(MissedOccurrences.All, new[] { "job-20240101T010000Z", "job-20240101T020000Z", "job-20240101T030000Z", "job-20240101T040000Z", "job-20240101T050000Z", "job-20240101T060000Z" })]
    public async Task Action_MissedWhileNothingRan_HappensByItsPolicy(MissedOccurrences policy, string[] done)
    {
        _store.Done("job", s_start);
        Advance(TimeSpan.FromMinutes(330));

        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("rate(1 hour)") with { Missed = policy });
        Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(done, _done);
    }

    [Theory]
    [InlineData(MissedOccurrences.None)]
    [InlineData(MissedOccurrences.Once)]
    public async Task Action_LateByLessThanAMinute_WasNotMissed(MissedOccurrences policy)
    {
        _store.Done("job", s_start);
        Advance(TimeSpan.FromSeconds(3659));

        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("rate(1 hour)") with { Missed = policy });

        Assert.Equal(["job-20240101T010000Z"], _done);
    }

    [Fact]
    public async Task Action_OfEveryMinuteAfterAYear_IsMadeUpForAtOnce()
    {
        _store.Done("job", s_start);
        Advance(TimeSpan.FromDays(365) + TimeSpan.FromSeconds(90));

        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("cron(0 0 * * ? *)") with { Missed = MissedOccurrences.Once });

        Assert.Equal(["job-20241231T000000Z"], _done);
    }

    [Fact]
    public async Task Action_ThatThrows_IsTriedAgainWithLongerDelays()
    {
        List<string> tries = [];
        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("at(2024-01-01T00:00:10)") with
        {
            Do = (occurrence, _) =>
            {
                tries.Add($"{occurrence.Attempt} at {(_clock.GetUtcNow() - s_start).TotalSeconds}");
                return tries.Count < 4 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
            },
        });

        Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(["1 at 10", "2 at 11", "3 at 13", "4 at 17"], tries);
        Assert.Equal(s_start.AddSeconds(10), _store.LastOf("job"));
    }

    [Fact]
    public async Task Action_ThatAlwaysThrows_IsGivenUp()
    {
        int tries = 0;
        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("rate(1 hour)") with { MostRetries = 2, Do = (_, _) => { tries++; throw new InvalidOperationException("never"); } });

        Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(6, tries);
    }

    [Fact]
    public async Task Action_Replaced_HappensByTheNewSchedule()
    {
        await using Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("cron(0 12 * * ? *)"));
        scheduler.Put(Action("cron(0 13 * * ? *)"));

        Advance(TimeSpan.FromDays(1));

        Assert.Equal(["job-20240101T130000Z"], _done);
        Assert.True(scheduler.Remove("job"));
        Advance(TimeSpan.FromDays(1));
        Assert.Single(_done);
        Assert.False(scheduler.Remove("job"));
    }

    [Fact]
    public async Task Scheduler_Disposed_CancelsWhatIsBeingDone()
    {
        TaskCompletionSource<bool> cancelled = new();
        Scheduler scheduler = new(_store, _clock);
        scheduler.Put(Action("rate(1 hour)") with
        {
            Do = async (_, token) =>
            {
                token.Register(() => cancelled.SetResult(true));
                await Task.Delay(Timeout.Infinite, token);
            },
        });

        await scheduler.DisposeAsync();

        Assert.True(await cancelled.Task);
        Assert.Null(_store.LastOf("job"));
    }

    // xunit's context would have what follows a timer run later, somewhere else; without one it runs before Advance returns.
    private void Advance(TimeSpan by)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _clock.Advance(by);
        SynchronizationContext.SetSynchronizationContext(before);
    }

    private ScheduledAction Action(string expression) => new()
    {
        Name = "job",
        Schedule = Schedule.Parse(expression),
        Start = s_start,
        Do = (occurrence, _) =>
        {
            _done.Add(occurrence.Id);
            return Task.CompletedTask;
        },
    };
}
