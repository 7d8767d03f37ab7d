using System.Buffers;
using Compiled;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>What a segment's bytes are.</summary>
public sealed class SegmentTests
{
    /// <summary>The numbers stand in journals: a new member goes to the end.</summary>
    [Theory]
    [InlineData(typeof(SignalKind), "Start,Reply,TimedOut,Fired,Joined,Resume,Submitted,Started,Stop,ExecutionTimedOut,Redrive")]
    [InlineData(typeof(ResourceKind), "None,Lambda,Integration,Activity,Other")]
    [InlineData(typeof(IntegrationPattern), "RequestResponse,Sync,Sync2,WaitForTaskToken")]
    public void Numbers_OfStoredEnumerations_StayAsTheyAre(Type type, string names)
        => Assert.Equal(names.Split(','), Enum.GetNames(type).OrderBy(name => Convert.ToInt32(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)).Take(names.Split(',').Length));

    private const string EventTypes = """
        ActivityFailed,ActivityScheduled,ActivityScheduleFailed,ActivityStarted,ActivitySucceeded,ActivityTimedOut,ChoiceStateEntered,
        ChoiceStateExited,EvaluationFailed,ExecutionAborted,ExecutionFailed,ExecutionRedriven,ExecutionStarted,ExecutionSucceeded,
        ExecutionTimedOut,FailStateEntered,LambdaFunctionFailed,LambdaFunctionScheduled,LambdaFunctionScheduleFailed,LambdaFunctionStarted,
        LambdaFunctionStartFailed,LambdaFunctionSucceeded,LambdaFunctionTimedOut,MapIterationAborted,MapIterationFailed,MapIterationStarted,
        MapIterationSucceeded,MapRunAborted,MapRunFailed,MapRunRedriven,MapRunStarted,MapRunSucceeded,MapStateAborted,MapStateEntered,
        MapStateExited,MapStateFailed,MapStateStarted,MapStateSucceeded,ParallelStateAborted,ParallelStateEntered,ParallelStateExited,
        ParallelStateFailed,ParallelStateStarted,ParallelStateSucceeded,PassStateEntered,PassStateExited,SucceedStateEntered,
        SucceedStateExited,TaskFailed,TaskScheduled,TaskStarted,TaskStartFailed,TaskStateAborted,TaskStateEntered,TaskStateExited,
        TaskSubmitFailed,TaskSubmitted,TaskSucceeded,TaskTimedOut,WaitStateAborted,WaitStateEntered,WaitStateExited
        """;

    [Fact]
    public void Numbers_OfEventTypes_StayAsTheyAre()
        => Assert.Equal(EventTypes.Split(',', StringSplitOptions.TrimEntries), Enum.GetValues<HistoryEventType>().Order().Select(static type => type.ToString()).Take(EventTypes.Split(',').Length));

    [Fact]
    public void Segment_OfAStart_GivesItBack()
    {
        ArrayBufferWriter<byte> bytes = new();
        ExecutionStart start = new() { Input = JsonValue.Parse("""{"a":[1,"ü"]}"""u8), Time = DateTimeOffset.UnixEpoch, Seed = ulong.MaxValue, Name = "n", TokenPrefix = 7 };
        SignalRecord signal = new(SignalKind.Reply, 300, JsonValue.Failure(new Fault("E", null)), DateTimeOffset.UnixEpoch.AddTicks(-5), Inline: false);
        Run(start, out List<HistoryEvent> events);

        SegmentBody.Write(bytes, start, [signal], events);

        ExecutionStart read = SegmentBody.ReadStart(bytes.WrittenSpan)!.Value;
        List<SignalRecord> signals = [];
        SegmentBody.ReadSignals(bytes.WrittenSpan, signals);
        Assert.Equal((start.Input, start.Time, start.Seed, start.Name, start.TokenPrefix), (read.Input, read.Time, read.Seed, read.Name, read.TokenPrefix));
        Assert.Equal((signal.Kind, signal.Effect, signal.Time, "E", null), (signals[0].Kind, signals[0].Effect, signals[0].Time, signals[0].Value.AsFault?.Error, signals[0].Value.AsFault?.Cause));
    }

    [Fact]
    public void Segment_CutAnywhere_IsRefusedOrSaysNothingWrong()
    {
        ArrayBufferWriter<byte> bytes = new();
        ExecutionStart start = new() { Input = JsonValue.Parse("""{"a":1}"""u8), Time = DateTimeOffset.UnixEpoch, Seed = 1 };
        Run(start, out List<HistoryEvent> events);
        SegmentBody.Write(bytes, start, [], events);

        for (int length = 0; length < bytes.WrittenCount; length++)
            Assert.Throws<InvalidDataException>(() => SegmentBody.ReadEvents(bytes.WrittenMemory[..length], []));
    }

    private static void Run(ExecutionStart start, out List<HistoryEvent> events)
    {
        Workflow workflow = Compiled.Compilation.DefinitionCompiler.Compile(new Compiled.Compilation.DefinitionSource("""{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""", "M")).Create();
        InMemoryHistory history = new();
        new Execution<RecordedHistory>(workflow, start, new RecordedHistory(history)).Advance(new Signal(SignalKind.Start, time: start.Time), out _);
        events = [.. history];
    }
}
