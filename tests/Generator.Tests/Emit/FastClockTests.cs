using Compiled.Compilation;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Delays between attempts on a clock that goes on by itself, and that others have set timers on. FEATURES L-337.</summary>
public sealed class FastClockTests
{
    private const string Text = """
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":4,"MaxAttempts":2,"BackoffRate":1}],"End":true}}}
        """;

    private static readonly CompiledDefinition s_compiled = DefinitionCompiler.Compile(new DefinitionSource(Text, "test") { HasFastPath = true });

    [Theory]
    [InlineData(null, "0 4 8")]
    [InlineData(3, "0 timer3 4 8")]
    [InlineData(4, "0 timer4 4 8")]
    [InlineData(7, "0 4 timer7 8")]
    [InlineData(9, "0 4 8")]
    public async Task Timer_ThatIsDueBefore_FiresAtItsTime(int? due, string seen) => Assert.Equal(seen, await SeenAsync(due, _ => { }));

    // It is never come to, and the delay needs no timer.
    [Fact]
    public async Task Timer_ThatWasDisposed_IsForgotten() => Assert.Equal("0 4 8", await SeenAsync(3, timer => timer.Dispose()));

    [Fact]
    public async Task Timer_ThatWasSetLater_FiresThen() => Assert.Equal("0 4 timer6 8", await SeenAsync(3, timer => timer.Change(TimeSpan.FromSeconds(6), Timeout.InfiniteTimeSpan)));

    // What is set between the delays counts from what the clock shows then.
    [Fact]
    public async Task Timer_SetBetweenDelays_IsSeenByTheNext()
    {
        VirtualTimeProvider clock = new(DateTimeOffset.UnixEpoch) { AutoAdvance = true };
        List<string> seen = [];
        Handler handler = new(() =>
        {
            seen.Add(Seconds(clock));
            if (seen.Count == 2)
                _ = Host(clock, seen, 1);
            return seen.Count < 4 ? JsonValue.Failure(new Fault("E", null)) : JsonValue.Null;
        });

        await Task.Run(async () => await s_compiled.Create(handler).ExecuteAsync("{}", new ExecutionOptions { TimeProvider = clock }));

        Assert.Equal("0 4 timer5 8", string.Join(' ', seen));
    }

    private static async Task<string> SeenAsync(int? due, Action<ITimer> change)
    {
        VirtualTimeProvider clock = new(DateTimeOffset.UnixEpoch) { AutoAdvance = true };
        List<string> seen = [];
        ITimer? timer = due is { } seconds ? Host(clock, seen, seconds) : null;
        if (timer is not null)
            change(timer);
        Handler handler = new(() =>
        {
            seen.Add(Seconds(clock));
            return seen.Count(static one => one[0] != 't') < 3 ? JsonValue.Failure(new Fault("E", null)) : JsonValue.Null;
        });

        ExecutionResult result = await Task.Run(async () => await s_compiled.Create(handler).ExecuteAsync("{}", new ExecutionOptions { TimeProvider = clock }));

        Assert.Equal(ExecutionStatus.Succeeded, result.Status);
        timer?.Dispose();
        return string.Join(' ', seen);
    }

    private static ITimer Host(VirtualTimeProvider clock, List<string> seen, int seconds) =>
        clock.CreateTimer(_ => seen.Add("timer" + Seconds(clock)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

    private static string Seconds(VirtualTimeProvider clock) => (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Handler(Func<JsonValue> task) : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken) => new(task());
    }
}
