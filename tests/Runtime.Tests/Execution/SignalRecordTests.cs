using System.Text;
using Compiled.Execution;
using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>The text of what a journal keeps.</summary>
public class SignalRecordTests
{
    [Theory]
    [InlineData(SignalKind.Start, 0, null, false, """{"k":0,"t":638396640000000000}""")]
    [InlineData(SignalKind.Reply, 5, """{"a":[1]}""", true, """{"k":1,"e":5,"t":638396640000000000,"i":true,"v":{"a":[1]}}""")]
    [InlineData(SignalKind.Reply, 6, "null", false, """{"k":1,"e":6,"t":638396640000000000,"v":null}""")]
    public void Record_WrittenAndRead_IsTheSame(SignalKind kind, int effect, string? value, bool inline, string text)
    {
        SignalRecord record = new(kind, effect, value is null ? default : JsonValue.Parse(value), ScriptRun.Start, inline);
        byte[] written = record.ToUtf8();
        Assert.Equal(text, Encoding.UTF8.GetString(written));
        Assert.Equal(written, SignalRecord.Parse(written).ToUtf8());
    }

    [Theory]
    [InlineData("E", null)]
    [InlineData(null, "C")]
    [InlineData(null, null)]
    public void Record_OfAFailure_KeepsWhatIsMissing(string? error, string? cause)
    {
        SignalRecord read = SignalRecord.Parse(new SignalRecord(SignalKind.Reply, 1, JsonValue.Failure(new Fault(error, cause)), ScriptRun.Start, true).ToUtf8());
        Assert.Equal((error, cause), (read.Value.AsFault!.Error, read.Value.AsFault.Cause));
    }

    [Fact]
    public void Start_WrittenAndRead_IsTheSame()
    {
        ExecutionStart start = new() { Input = JsonValue.Parse("[1]"), Time = ScriptRun.Start, Seed = ulong.MaxValue, Name = "n", StateMachineArn = "arn:m" };
        ExecutionStart read = ExecutionStart.Parse(start.ToUtf8());
        Assert.Equal(
            ("[1]", ScriptRun.Start, (ulong?)ulong.MaxValue, "n", "arn:m", null),
            (read.Input.ToString(), read.Time, read.Seed, read.Name, read.StateMachineArn, read.RoleArn));
    }

    [Fact]
    public void Fold_OfForeignRecords_IsRefused()
    {
        Script script = new(new ScriptState("A", StateType.Pass));
        ExecutionStart start = new() { Input = JsonValue.EmptyObject, Time = ScriptRun.Start, Seed = 1 };
        Execution<Compiled.History.NoHistory> execution = new(
            script.Machine, in start, default, e => new ScriptFrame<Compiled.History.NoHistory>(e, null, script, []));
        Assert.Throws<InvalidOperationException>(() => Folding.Fold(
            execution, [new SignalRecord(SignalKind.Reply, 1, JsonValue.Null, ScriptRun.Start, true)], out _));
    }

    [Fact]
    public async Task Signal_ThatComesLate_ChangesNothing()
    {
        // A handler that answers after its timeout: the effect's id no longer matches.
        TaskCompletionSource<JsonValue> slow = new();
        int calls = 0;
        Script script = new Script(new ScriptState("T", StateType.Task) { Resource = "arn:aws:states:::sqs:sendMessage", Timeout = 5, Retry = [new("States.ALL")] })
            .On("sendMessage", (_, context, _) => ++calls == 1 ? new(slow.Task) : Second(context));
        ExecutionOptions options = ScriptRun.Options() with { TimeProvider = new Compiled.Testing.VirtualTimeProvider(ScriptRun.Start) };
        ValueTask<ExecutionResult> running = script.ExecuteAsync(JsonValue.EmptyObject, options);
        ((Compiled.Testing.VirtualTimeProvider)options.TimeProvider).Advance(TimeSpan.FromSeconds(60));
        ExecutionResult result = await running;
        Assert.Equal("\"second\"", result.Output.ToString());

        ValueTask<JsonValue> Second(TaskContext context)
        {
            slow.SetResult("first");
            return ValueTask.FromResult<JsonValue>("second");
        }
    }
}
