using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Tasks that fail on a fast path: Retry and Catch lead on there, to what the frames would come to. FEATURES L-330..L-356.</summary>
public sealed class FastPathFailureTests
{
    private const string Flaky = """
        "A":{«Task»,"ResultPath":"$.a","Next":"B"},
        "B":{«Task»,"ResultPath":"$.b","Retry":[{"ErrorEquals":["F"],"MaxAttempts":1},{"ErrorEquals":["E"],"MaxAttempts":2,"IntervalSeconds":2,"BackoffRate":3}],
             "Catch":[{"ErrorEquals":["E"],"ResultPath":"$.e","Next":"C"},{"ErrorEquals":["States.TaskFailed"],"Next":"D"}],"Next":"D"},
        "C":{"Type":"Pass","Parameters":{"error.$":"$.e.Error","cause.$":"$.e.Cause","a.$":"$.a"},"Next":"D"},
        "D":{«Task»,"End":true}
        """;

    [Theory]
    [InlineData("", "{\"a\":{},\"b\":\"done\"}", "A B D", "")]
    [InlineData("E", "{\"a\":{},\"b\":\"done\"}", "A B B D", "")]
    [InlineData("E E", "{\"a\":{},\"b\":\"done\"}", "A B B B D", "")]
    [InlineData("E F E", "{\"a\":{},\"b\":\"done\"}", "A B B B B D", "")]
    // Used up: the first retrier that names the error has it, and then the catcher.
    [InlineData("E E E", "{\"error\":\"E\",\"cause\":\"of E\",\"a\":{}}", "A B B B D", "")]
    [InlineData("F F", "{\"Error\":\"F\",\"Cause\":\"of F\"}", "A B B D", "")]
    [InlineData("E G", "{\"Error\":\"G\",\"Cause\":\"of G\"}", "A B B D", "")]
    // Nobody takes these, so that the frames end the execution.
    [InlineData("E States.Timeout", "Failed States.Timeout: of States.Timeout", "A B B", "")]
    [InlineData("States.Runtime", "Failed States.Runtime: An error occurred while executing the state 'B' (entered at the event id #7). of States.Runtime", "A B", "")]
    public async Task Failure_OfATask_IsRetriedAndCaughtOnThePath(string errors, string end, string fast, string frames)
        => Assert.Equal(new FastRun(end, fast, frames), await FastRun.Of(Flaky, "{}", Fails("B", errors, fast.Count('B'.Equals))));

    [Fact]
    public async Task Failure_ByThrowing_IsRetriedOnThePath()
    {
        int call = 0;

        Assert.Equal(new FastRun("{\"a\":{},\"b\":\"done\"}", "A B B B D", ""), await FastRun.Of(Flaky, "{}", (state, arguments) => state != "B" ? new(arguments) : (call++ % 3) switch
        {
            0 => throw new TaskFailedException("E", "thrown"),
            1 => ValueTask.FromException<JsonValue>(new TaskFailedException("E", "kept")),
            _ => new("done"),
        }));
    }

    // The counters and the attempt's number go with the execution to its frames.
    [Fact]
    public async Task Failure_AfterRetriesThatComesLate_IsCountedOnByTheFrames()
    {
        int call = 0;

        FastRun run = await FastRun.Of(Flaky, "{}", async (state, arguments) =>
        {
            if (state != "B")
                return arguments;
            if (call++ % 3 == 1)
                await FastRun.PathIsLeft;
            return JsonValue.Failure(new Fault("E", "again"));
        });

        Assert.Equal(new FastRun("{\"error\":\"E\",\"cause\":\"again\",\"a\":{}}", "A B B", "B D"), run);
    }

    // L-090, L-092: time goes by before a state tells when it was entered, or when the execution started.
    [Theory]
    [InlineData("""{«Task»,"ResultSelector":{"at.$":"$$.State.EnteredTime"},"Retry":[{"ErrorEquals":["E"]}],"Next":"C"}""", "A", "B B B")]
    [InlineData("""{«Task»,"ResultSelector":{"at.$":"States.ArrayGetItem($$..EnteredTime, 0)"},"Retry":[{"ErrorEquals":["E"]}],"Next":"C"}""", "A", "B B B")]
    [InlineData("""{«Task»,"ResultSelector":{"at.$":"$$.Execution.StartTime"},"Retry":[{"ErrorEquals":["E"]}],"Next":"C"}""", "A", "B B B")]
    [InlineData("""{«Task»,"QueryLanguage":"JSONata","Output":"{% {'at': $states.context.State.EnteredTime} %}","Retry":[{"ErrorEquals":["E"]}],"Next":"C"}""", "A", "B B B")]
    [InlineData("""{"Type":"Wait","QueryLanguage":"JSONata","Seconds":5,"Output":"{% {'at': $states.context.State.EnteredTime} %}","Next":"C"}""", "A", "")]
    public async Task Times_InTheContextAfterTimeWentBy_AreThoseOfTheStart(string state, string fast, string frames)
        => Assert.Equal(new FastRun("{\"at\":\"1970-01-01T00:00:00.000Z\"}", fast, frames), await FastRun.Of(
            $$"""
            "A":{«Task»,"Next":"Is"},
            "Is":{"Type":"Choice","Choices":[{"Variable":"$.skips","IsPresent":true,"Next":"C"}],"Default":"B"},
            "B":{{state}},
            "C":{"Type":"Pass","End":true}
            """, "{}", Fails("B", "E E", 3)));

    [Fact]
    public async Task Failure_CaughtWithAnAssign_SetsItsVariables()
        => Assert.Equal(new FastRun("{\"n\":1,\"e\":\"E\",\"all\":{\"Error\":\"E\",\"Cause\":\"\"}}", "A", ""), await FastRun.Of("""
            "A":{«Task»,"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":null,"Assign":{"e.$":"$.Error","all.$":"$"},"Next":"B"}],"End":true},
            "B":{"Type":"Pass","Parameters":{"n.$":"$.n","e.$":"$e","all.$":"$all"},"End":true}
            """, "{\"n\":1}", (_, _) => new(JsonValue.Failure(new Fault("E", null)))));

    [Fact]
    public async Task Failure_OfAJsonataTask_IsCaughtWithOutputAndAssign()
        => Assert.Equal(new FastRun("{\"e\":\"E: of E\",\"in\":7,\"x\":\"E\"}", "A A", ""), await FastRun.Of("""
            "A":{«Task»,"QueryLanguage":"JSONata","Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["E"],"Assign":{"x":"{% $states.errorOutput.Error %}"},
                 "Output":{"e":"{% $states.errorOutput.Error & ': ' & $states.errorOutput.Cause %}","in":"{% $states.input.n %}"},"Next":"B"}],"End":true},
            "B":{"Type":"Pass","Parameters":{"e.$":"$.e","in.$":"$.in","x.$":"$x"},"End":true}
            """, "{\"n\":7}", Fails("A", "E E", 2)));

    // The code compiles without a warning also where nothing ever assigns a variable.
    [Fact]
    public async Task Failure_ThatNothingCatches_MayHaveACatcherThatAssigns()
        => Assert.Equal(new FastRun("Failed E: of E", "A", ""), await FastRun.Of("""
            "A":{«Task»,"Catch":[{"ErrorEquals":["States.Runtime"],"Assign":{"x":1},"Next":"B"}],"End":true},
            "B":{"Type":"Pass","Parameters":{"x.$":"$x"},"End":true}
            """, "{}", Fails("A", "E", 1)));

    // An error in a catcher's own fields ends the execution, from the frames.
    [Fact]
    public async Task Failure_InACatchersOutput_FailsAsTheFrames()
        => Assert.StartsWith("Failed States.QueryEvaluationError", (await FastRun.Of("""
            "A":{«Task»,"QueryLanguage":"JSONata","Catch":[{"ErrorEquals":["States.ALL"],"Output":"{% 1 + $states.errorOutput.Error %}","Next":"B"}],"End":true},
            "B":{"Type":"Succeed"}
            """, "{}", Fails("A", "E", 1))).End, StringComparison.Ordinal);

    [Fact]
    public async Task Failure_CaughtIntoALoop_GoesRound()
        => Assert.Equal(new FastRun("{\"i\":3}", "C C C C", ""), await FastRun.Of("""
            "A":{"Type":"Pass","Result":{"i":0},"Next":"C"},
            "B":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)"},"Next":"C"},
            "C":{«Task»,"Catch":[{"ErrorEquals":["E"],"ResultPath":"$.e","Next":"B"}],"End":true}
            """, "{}", (_, arguments) => new(arguments.Get("i").AsDouble() < 3 ? JsonValue.Failure(new Fault("E", "c")) : arguments)));

    // Full jitter draws the same numbers, whoever waits.
    [Fact]
    public async Task Failure_WithJitter_WaitsAsLongAsInTheFrames()
    {
        const string Text = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:f\",\"Retry\":[{\"ErrorEquals\":[\"E\"],\"MaxAttempts\":9,\"IntervalSeconds\":100,\"JitterStrategy\":\"FULL\",\"MaxDelaySeconds\":150}],\"End\":true}}}";
        Compilation.CompiledDefinition compiled = Compilation.DefinitionCompiler.Compile(new Compilation.DefinitionSource(Text, "test") { HasFastPath = true });

        (TimeSpan Waited, string End)[] runs = await Task.Run(async () => new[] { await WaitedAsync(compiled, true), await WaitedAsync(compiled, false) });

        Assert.Equal(runs[0], runs[1]);
        Assert.True(runs[0].Waited > TimeSpan.FromSeconds(1));
    }

    // The limit of the options is one of all the time that goes by, on the path and in frames.
    [Fact]
    public async Task Failure_WhoseDelayPassesTheLimit_TimesOut()
    {
        const string Text = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:f\",\"Retry\":[{\"ErrorEquals\":[\"E\"],\"MaxAttempts\":9,\"IntervalSeconds\":100,\"BackoffRate\":1}],\"End\":true}}}";
        Compilation.CompiledDefinition compiled = Compilation.DefinitionCompiler.Compile(new Compilation.DefinitionSource(Text, "test") { HasFastPath = true });

        (TimeSpan, string)[] runs = await Task.Run(async () => new[] { await WaitedAsync(compiled, true, TimeSpan.FromSeconds(250)), await WaitedAsync(compiled, false, TimeSpan.FromSeconds(250)) });

        Assert.Equal((TimeSpan.FromSeconds(250), "TimedOut States.Timeout 3"), runs[0]);
        Assert.Equal(runs[0], runs[1]);
    }

    // A handler that sleeps until the very end of the execution's time is too late, also where the timer for that end is set only once the path is left.
    [Fact]
    public async Task Reply_AtTheTimeOfTheLimit_IsTooLate()
    {
        const string Text = "{\"StartAt\":\"A\",\"TimeoutSeconds\":4,\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:f\",\"Retry\":[{\"ErrorEquals\":[\"E\"],\"IntervalSeconds\":1}],\"End\":true}}}";
        Compilation.CompiledDefinition compiled = Compilation.DefinitionCompiler.Compile(new Compilation.DefinitionSource(Text, "test") { HasFastPath = true });

        (TimeSpan, string)[] runs = await Task.Run(async () => new[] { await WaitedAsync(compiled, true, failures: 1, sleep: 3), await WaitedAsync(compiled, false, failures: 1, sleep: 3) });

        Assert.Equal((TimeSpan.FromSeconds(4), "TimedOut States.Timeout 2"), runs[0]);
        Assert.Equal(runs[0], runs[1]);
    }

    // A state's first calls of each run end with these errors, one after the other. The runs that are compared call it equally often.
    private static Func<string, JsonValue, ValueTask<JsonValue>> Fails(string failing, string errors, int callsOfRun)
    {
        string[] each = errors.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int call = 0;
        return (state, arguments) =>
            state != failing ? new(arguments)
            : call++ % callsOfRun is var number && number < each.Length ? new(JsonValue.Failure(new Fault(each[number], "of " + each[number])))
            : new("done");
    }

    private static async Task<(TimeSpan Waited, string End)> WaitedAsync(Compilation.CompiledDefinition compiled, bool keepsHistory, TimeSpan? limit = null, int failures = 5, int sleep = 0)
    {
        VirtualTimeProvider clock = new(DateTimeOffset.UnixEpoch) { AutoAdvance = true };
        FailingHandler handler = new(failures, sleep);
        ExecutionResult result = await compiled.Create(handler).ExecuteAsync("{}", new ExecutionOptions { RecordHistory = keepsHistory, Seed = 7, TimeProvider = clock, Limit = limit });
        return (clock.GetUtcNow() - DateTimeOffset.UnixEpoch, $"{result.Status} {result.Error} {handler.Calls}");
    }

    private sealed class FailingHandler(int failures, int sleep) : ITaskHandler
    {
        public int Calls { get; private set; }

        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
            => Calls++ < failures ? new(JsonValue.Failure(new Fault("E", "c"))) : sleep == 0 ? new(input) : SleepAsync(input, context, cancellationToken);

        private async ValueTask<JsonValue> SleepAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromSeconds(sleep), context.TimeProvider, cancellationToken);
            return input;
        }
    }
}
