using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>Waits, timeouts of the execution, and stops.</summary>
public class EndTests
{
    private const string Function = "arn:aws:lambda:us-east-1:111111111111:function:work";

    [Fact]
    public async Task Wait_OfAMinute_TakesNoTime()
    {
        //
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new("W", StateType.Wait) { Seconds = 60, Next = "P" }, new("P", StateType.Pass)));
        Assert.Equal(["2<-0 WaitStateEntered W", "3<-2 WaitStateExited W", "4<-3 PassStateEntered P"], ScriptRun.Lines(result)[1..4]);
        Assert.Equal((ScriptRun.Start, ScriptRun.Start.AddMinutes(1)), (result.History![1].Timestamp, result.History[2].Timestamp));
    }

    [Fact]
    public async Task Wait_OfMonths_OutlastsATimer()
    {
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("W", StateType.Wait) { Until = ScriptRun.Start.AddDays(200) }));
        Assert.Equal(ScriptRun.Start.AddDays(200), result.History![^1].Timestamp);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task Wait_ThatIsOver_ExitsAtOnce(int seconds)
    {
        // L-253, L-257.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(
            new("W", StateType.Wait) { Seconds = seconds, Next = "V" }, new("V", StateType.Wait) { Until = ScriptRun.Start.AddSeconds(seconds) }));
        Assert.Equal(ScriptRun.Start, result.History![^1].Timestamp);
    }

    [Fact]
    public async Task Execution_ThatLastsTooLong_TimesOut()
    {
        // L-005, X-106: timeouts/test_global_timeout.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => Script.Of(MachineType.Standard, 5, new("W", StateType.Wait) { Seconds = 60, Next = "P" }, new("P", StateType.Pass)));
        Assert.Equal((ExecutionStatus.TimedOut, "States.Timeout", null), (result.Status, result.Error, result.Cause));
        Assert.Equal("3<-0 ExecutionTimedOut", ScriptRun.Lines(result)[^1]);
        Assert.Equal(ScriptRun.Start.AddSeconds(5), result.History![^1].Timestamp);
    }

    [Theory]
    [InlineData(MachineType.Express, 301)]
    [InlineData(MachineType.Standard, 366 * 24 * 3600)]
    public async Task Execution_BeyondItsTypesLimit_TimesOut(MachineType type, int seconds)
    {
        //
        ExecutionResult result = await ScriptRun.RunAsync(() => Script.Of(type, null, new ScriptState("W", StateType.Wait) { Seconds = seconds }));
        Assert.Equal(ExecutionStatus.TimedOut, result.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Token_Cancelled_AbortsWhateverRuns(bool folded)
    {
        //
        using CancellationTokenSource stop = new();
        TaskCompletionSource begun = new(), cancelled = new();
        Script script = new Script(new ScriptState("P", StateType.Parallel) { Flows = [[new("T", StateType.Task) { Resource = Function }], [new("W", StateType.Wait) { Seconds = 60 }]] })
            .On("work", async (_, _, token) =>
            {
                token.Register(cancelled.SetResult);
                begun.SetResult();
                await cancelled.Task;
                return "late";
            });
        ExecutionOptions options = ScriptRun.Options() with { TimeProvider = new Compiled.Testing.VirtualTimeProvider(ScriptRun.Start) };
        Task<ExecutionResult> running = (folded
            ? Compiled.Testing.FoldingRunner.RunAsync(script, JsonValue.EmptyObject, options, stop.Token)
            : script.ExecuteAsync(JsonValue.EmptyObject, options, stop.Token)).AsTask();
        await begun.Task;
        Assert.False(running.IsCompleted);
        stop.Cancel();
        ExecutionResult result = await running.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((ExecutionStatus.Aborted, null, true), (result.Status, result.Error, result.Output.IsMissing));
        Assert.EndsWith("<-0 ExecutionAborted", ScriptRun.Lines(result)[^1]);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Token_CancelledDuringASynchronousCall_AbortsInsteadOfFailing()
    {
        using CancellationTokenSource stop = new();
        Script script = new Script(new ScriptState("T", StateType.Task) { Resource = Function, Catch = [new("States.ALL", "T")] }).On("work", (_, _, token) =>
        {
            stop.Cancel();
            token.ThrowIfCancellationRequested();
            return default;
        });
        ExecutionResult result = await script.ExecuteAsync(JsonValue.EmptyObject, ScriptRun.Options(), stop.Token);
        Assert.Equal((ExecutionStatus.Aborted, "5<-0 ExecutionAborted"), (result.Status, ScriptRun.Lines(result)[^1]));
    }

    [Fact]
    public async Task Token_CancelledDuringALoop_StopsAtACheckpoint()
    {
        using CancellationTokenSource stop = new();
        int calls = 0;
        Script script = Script.Of(
            MachineType.Express, null, new("T", StateType.Task) { Resource = Function, Next = "P" }, new("P", StateType.Pass) { Next = "C" },
            new("C", StateType.Choice) { Loop = 1, Next = "P" })
            .On("work", input =>
            {
                calls++;
                stop.CancelAfter(0);
                return input;
            });
        ExecutionResult result = await script.ExecuteAsync(JsonValue.EmptyObject, null, stop.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((ExecutionStatus.Aborted, 1), (result.Status, calls));
    }
}
