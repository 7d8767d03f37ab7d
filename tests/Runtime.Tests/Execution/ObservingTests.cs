using System.Diagnostics;
using System.Diagnostics.Metrics;
using Compiled.Values;
using Microsoft.Extensions.Logging;

namespace Compiled.Tests.Execution;

/// <summary>Logs, traces and metrics.</summary>
public class ObservingTests
{
    private static Script Flaky()
    {
        int calls = 0;
        return new Script(new ScriptState("T", StateType.Task) { Resource = "arn:aws:lambda:us-east-1:1:function:work", Retry = [new("States.ALL")] })
            .On("work", async (_, _, _) =>
            {
                await Task.Yield();
                return ++calls == 1 ? JsonValue.Failure(new Fault("E", null)) : Activity.Current?.DisplayName ?? "none";
            });
    }

    [Fact]
    public async Task Logger_Given_HearsTheCourse()
    {
        Lines lines = new();
        ExecutionResult result = await Flaky().ExecuteAsync("{}", ScriptRun.Options() with { Logger = lines });
        Assert.Equal(ExecutionStatus.Succeeded, result.Status);
        const string Arn = "arn:aws:states:us-east-1:123456789012:execution:script:run";
        Assert.Equal(
            [
                $"Execution of script started: {Arn}", $"Task T failed with E in {Arn}", $"State T was retried for the 1. time after 1 s in {Arn}",
                $"Execution of script succeeded: {Arn}",
            ],
            lines.Texts);
    }

    [Fact]
    public async Task Activities_ListenedTo_SpanExecutionAndAttempts()
    {
        List<Activity> stopped = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Compiled",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (stopped)
                    stopped.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        ExecutionResult result = await Flaky().ExecuteAsync("{}", ScriptRun.Options() with { Name = "traced" });
        Activity[] own;
        lock (stopped)
        {
            Activity execution = stopped.Single(activity => (string?)activity.GetTagItem("compiled.execution_arn") == result.ExecutionArn);
            own = [.. stopped.Where(activity => activity.TraceId == execution.TraceId)];
            Assert.All(own.Where(activity => activity != execution), activity => Assert.Equal(execution.SpanId, activity.ParentSpanId));
        }

        Assert.Equal(["task T", "task T", "execution script"], own.Select(activity => activity.DisplayName));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset, ActivityStatusCode.Unset], own.Select(activity => activity.Status));
        Assert.Equal("task T", result.Output.AsString());
        Assert.Null(Activity.Current);
    }

    // V-070: the trace of whoever started the execution goes on.
    [Theory]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1", "5759e988bd862e3fe1be46a994272793", "53995c3f42cd8ad8")]
    [InlineData("Self=1-0-0; Root=1-5759e988-bd862e3fe1be46a994272794", "5759e988bd862e3fe1be46a994272794", "e1be46a994272794")]
    [InlineData("Root=1-5759e988-BD862e3fe1be46a994272795", null, "0000000000000000")]
    [InlineData("Root=5759e988bd862e3fe1be46a994272796", null, "0000000000000000")]
    [InlineData("", null, "0000000000000000")]
    public async Task Activities_OfAStartWithTraceHeader_BelongToItsTrace(string header, string? trace, string parent)
    {
        List<Activity> stopped = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Compiled",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (stopped)
                    stopped.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        string name = "traced-by-" + (trace ?? header.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        ExecutionResult result = await Flaky().ExecuteAsync("{}", ScriptRun.Options() with { Name = name, TraceHeader = header });

        Activity execution;
        lock (stopped)
            execution = stopped.Single(activity => (string?)activity.GetTagItem("compiled.execution_arn") == result.ExecutionArn);
        if (trace is not null)
            Assert.Equal(trace, execution.TraceId.ToString());
        Assert.Equal(parent, execution.ParentSpanId.ToString());
    }

    [Fact]
    public async Task Meter_ListenedTo_CountsAndMeasures()
    {
        List<string> seen = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Compiled")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        await Flaky().ExecuteAsync("{}", ScriptRun.Options() with { StateMachineName = "measured" });
        lock (seen)
        {
            Assert.Equal(
                ["compiled.executions.started", "compiled.task.duration", "compiled.retries", "compiled.task.duration", "compiled.executions.succeeded", "compiled.execution.duration"], seen);
        }

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (!tags.ToArray().Contains(new("state_machine", "measured")))
                return;
            lock (seen)
                seen.Add(instrument.Name);
        }
    }

    private sealed class Lines : ILogger
    {
        public List<string> Texts { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Texts.Add(formatter(state, exception));
    }
}
