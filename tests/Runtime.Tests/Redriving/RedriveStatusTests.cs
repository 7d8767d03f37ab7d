using Compiled.Execution;

namespace Compiled.Tests.Redriving;

/// <summary>When an execution can be redriven. FEATURES .</summary>
public class RedriveStatusTests
{
    private static readonly DateTimeOffset s_start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ExecutionStatus.Failed, 14, 24_998, 28, false, false, "REDRIVABLE", null)]
    [InlineData(ExecutionStatus.TimedOut, 14, 5, 14, false, false, "REDRIVABLE", null)]
    [InlineData(ExecutionStatus.Aborted, 350, 5, 364.9, false, false, "NOT_REDRIVABLE", "Execution redrivable period exceeded")]
    [InlineData(ExecutionStatus.Aborted, 351, 5, 364.9, false, false, "REDRIVABLE", null)]
    [InlineData(ExecutionStatus.Failed, 351, 5, 365, false, false, "NOT_REDRIVABLE", "Execution has exceeded the max execution time")]
    [InlineData(ExecutionStatus.Failed, 1, 24_999, 1, false, false, "NOT_REDRIVABLE", "Execution history event limit exceeded")]
    [InlineData(ExecutionStatus.Failed, 1, 5, 1, true, false, "NOT_REDRIVABLE", "State machine is in DELETING status")]
    [InlineData(ExecutionStatus.Running, 0, 5, 1, true, true, "NOT_REDRIVABLE", "Execution is RUNNING and cannot be redriven")]
    [InlineData(ExecutionStatus.Succeeded, 1, 5, 1, false, true, "NOT_REDRIVABLE", "Execution is SUCCEEDED and cannot be redriven")]
    [InlineData(ExecutionStatus.Failed, 1, 5, 1, false, true, "REDRIVABLE_BY_MAP_RUN", null)]
    public void Status_OfAnExecution_IsAws(
        ExecutionStatus status, double stopDay, int events, double nowDay, bool isDeleting, bool isChild, string expected, string? reason)
    {
        RedriveStatus actual = Redrive.StatusOf(status, s_start, s_start.AddDays(stopDay), events, s_start.AddDays(nowDay), isDeleting, isChild);
        Assert.Equal((expected, reason), (actual.Name, actual.Reason));
    }

    [Theory]
    [InlineData(null, null, 365)]
    [InlineData(86_400L, null, 1)]
    [InlineData(86_400L, 100.0, 101)]
    [InlineData(null, 100.0, 365)]
    [InlineData(86_400L, 364.5, 365)]
    public void Deadline_CountsTheMachinesTimeFromTheRedrive(long? timeoutSeconds, double? redriveDay, double expectedDay)
    {
        // X-043; the year counts from the start.
        Execution<Compiled.History.RecordedHistory> execution = new(
            Execution.Script.Of(MachineType.Standard, timeoutSeconds, new Execution.ScriptState("F", StateType.Fail)),
            new ExecutionStart { Input = default, Time = s_start }, new Compiled.History.RecordedHistory(new Compiled.History.InMemoryHistory()));
        execution.Advance(new Signal(SignalKind.Start, 0, default, s_start), out _);
        if (redriveDay is { } day)
            execution.Advance(new Signal(SignalKind.Redrive, 0, default, s_start.AddDays(day)), out _);
        Assert.Equal(s_start.AddDays(expectedDay), execution.Deadline);
    }

    [Fact]
    public void Redrive_WithoutHistory_IsRefused()
    {
        Execution<Compiled.History.NoHistory> execution = new(
            new Execution.Script(new Execution.ScriptState("F", StateType.Fail)), new ExecutionStart { Input = default }, default);
        execution.Advance(new Signal(SignalKind.Start), out _);
        Assert.Throws<InvalidOperationException>(() => execution.Advance(new Signal(SignalKind.Redrive), out _));
    }

    [Fact]
    public void Redrive_WithoutRoomInTheHistory_ChangesNothing()
    {
        // a loop that used up the events.
        Execution<Compiled.History.RecordedHistory> execution = new(
            new Execution.Script(new Execution.ScriptState("C", StateType.Choice) { Loop = int.MaxValue, Next = "C" }),
            new ExecutionStart { Input = Compiled.Values.JsonValue.EmptyObject, Time = s_start }, new Compiled.History.RecordedHistory(new Compiled.History.InMemoryHistory()));
        Next next = execution.Advance(new Signal(SignalKind.Start, 0, default, s_start), out Frame<Compiled.History.RecordedHistory>? frame);
        while (next == Next.Checkpoint)
            next = execution.Advance(new Signal(SignalKind.Resume, frame!.Effect), out frame);
        Assert.Equal((ExecutionStatus.Failed, 25_000), (execution.Status, execution.EventCount));
        Assert.Equal(Next.Fail, execution.Advance(new Signal(SignalKind.Redrive, 0, default, s_start), out _));
        Assert.Equal((ExecutionStatus.Failed, 25_000, 0), (execution.Status, execution.EventCount, execution.RedriveCount));
    }
}
