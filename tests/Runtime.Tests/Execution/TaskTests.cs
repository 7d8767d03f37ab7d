using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>Tasks, their events and their failures.</summary>
public class TaskTests
{
    private const string Function = "arn:aws:lambda:us-east-1:111111111111:function:price";
    private const string Send = "arn:aws:states:::sqs:sendMessage";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Function_ThatSucceeds_ShowsLambdaEvents(bool yields)
    {
        //
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("T", StateType.Task) { Resource = Function }).On("price", async (input, _, _) =>
        {
            if (yields)
                await Task.Yield();
            return input.With("done", true);
        }), """{"a":1}""");
        Assert.Equal(
            [
                "1<-0 ExecutionStarted", "2<-0 TaskStateEntered T", "3<-2 LambdaFunctionScheduled T", "4<-3 LambdaFunctionStarted",
                "5<-4 LambdaFunctionSucceeded T", "6<-5 TaskStateExited T", "7<-6 ExecutionSucceeded",
            ],
            ScriptRun.Lines(result));
        Assert.Equal("""{"a":1,"done":true}""", result.Output.ToString());
        Assert.EndsWith(
            "\"lambdaFunctionScheduledEventDetails\":{\"resource\":\"" + Function + "\",\"input\":\"{\\\"a\\\":1}\",\"inputDetails\":{\"truncated\":false}}}",
            ScriptRun.Json(result.History![2]));
        Assert.EndsWith("\"type\":\"LambdaFunctionStarted\",\"id\":4,\"previousEventId\":3}", ScriptRun.Json(result.History![3]));
    }

    [Fact]
    public async Task Integration_WithLimits_ShowsThemWhenScheduled()
    {
        // X-087, L-208, L-210.
        ScriptState task = new("T", StateType.Task) { Resource = Send, Timeout = 600, Heartbeat = 120, Credentials = JsonValue.Parse("""{"RoleArn":"arn:role"}"""u8) };
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(task).On(Send, _ => 5));
        Assert.Equal(
            ["3<-2 TaskScheduled T", "4<-3 TaskStarted T", "5<-4 TaskSucceeded T", "6<-5 TaskStateExited T", "7<-6 ExecutionSucceeded"], ScriptRun.Lines(result)[2..]);
        Assert.EndsWith(
            """taskScheduledEventDetails":{"resourceType":"sqs","resource":"sendMessage","region":"us-east-1","parameters":"{}","timeoutInSeconds":600,"heartbeatInSeconds":120,"taskCredentials":{"roleArn":"arn:role"}}}""",
            ScriptRun.Json(result.History![2]));
        Assert.EndsWith("""{"resourceType":"sqs","resource":"sendMessage","output":"5","outputDetails":{"truncated":false}}}""", ScriptRun.Json(result.History![4]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handler_ThatThrows_FailsAsLambdaReportsIt(bool yields)
    {
        // T-024, X-090.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("T", StateType.Task) { Resource = Function }).On("price", async (_, _, _) =>
        {
            if (yields)
                await Task.Yield();
            throw new TimeoutException("late");
        }), folds: false, change: options => options);
        Assert.Equal((ExecutionStatus.Failed, "TimeoutException"), (result.Status, result.Error));
        JsonValue cause = JsonValue.Parse(result.Cause!);
        Assert.Equal(("late", "TimeoutException"), (cause.Get("errorMessage").AsString(), cause.Get("errorType").AsString()));
        Assert.True(cause.Get("stackTrace").IsArray);
        Assert.Equal(["5<-4 LambdaFunctionFailed T", "6<-5 ExecutionFailed"], ScriptRun.Lines(result)[4..]);
    }

    [Fact]
    public async Task Failure_OfANamedError_IsCaughtWithItsCause()
    {
        // X-091, L-352, L-355.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(
            new("T", StateType.Task) { Resource = Function, Next = "never", Catch = [new("OutOfStock", "C")] }, new("C", StateType.Pass))
            .On("price", (_, _, _) => throw new TaskFailedException("OutOfStock")));
        Assert.Equal(
            ["5<-4 LambdaFunctionFailed T", "6<-5 TaskStateExited T", "7<-6 PassStateEntered C", "8<-7 PassStateExited C", "9<-8 ExecutionSucceeded"], ScriptRun.Lines(result)[4..]);
        Assert.Equal("""{"Error":"OutOfStock","Cause":""}""", result.Output.ToString());
    }

    [Fact]
    public async Task Retry_UntilItSucceeds_SchedulesAgainAfterEachFailure()
    {
        // X-092, L-337, L-340: 1 s, then 2 s.
        List<(DateTimeOffset Time, int Attempt)> calls = [];
        int call = 0;
        Script Flaky()
        {
            call = 0;
            calls.Clear();
            return new Script(new ScriptState("T", StateType.Task) { Resource = Function, Retry = [new("States.TaskFailed")] }).On("price", (_, context, _) =>
            {
                calls.Add((context.TimeProvider.GetUtcNow(), context.Attempt));
                return ValueTask.FromResult(++call < 3 ? JsonValue.Failure(new Fault("No", "not yet")) : call);
            });
        }

        ExecutionResult result = await ScriptRun.RunAsync(Flaky);
        Assert.Equal(
            [
                "5<-4 LambdaFunctionFailed T", "6<-5 LambdaFunctionScheduled T", "7<-6 LambdaFunctionStarted", "8<-7 LambdaFunctionFailed T", "9<-8 LambdaFunctionScheduled T",
                "10<-9 LambdaFunctionStarted", "11<-10 LambdaFunctionSucceeded T", "12<-11 TaskStateExited T", "13<-12 ExecutionSucceeded",
            ],
            ScriptRun.Lines(result)[4..]);
        Assert.Equal([(ScriptRun.Start, 1), (ScriptRun.Start.AddSeconds(1), 2), (ScriptRun.Start.AddSeconds(3), 3)], calls);
        Assert.Equal(ScriptRun.Start.AddSeconds(3), result.History![^1].Timestamp);
    }

    [Fact]
    public async Task Retry_WithMaxDelayAndJitter_StaysBelowAndIsTheSameForASeed()
    {
        // L-335, L-336.
        ScriptState task = new("T", StateType.Task) { Resource = Function, Retry = [new("States.ALL", Interval: 10, Attempts: 5, Backoff: 10, MaxDelay: 15, Jitter: true)] };
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(task).On("price", (_, _, _) => throw new TaskFailedException("No")));
        DateTimeOffset[] times = [.. result.History!.Where(e => e.Type == Compiled.History.HistoryEventType.LambdaFunctionScheduled).Select(e => e.Timestamp)];
        Assert.Equal(6, times.Length);
        Assert.All(times.Zip(times[1..]), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 0, 15));
        Assert.Equal(5, times.Zip(times[1..], (a, b) => b - a).Distinct().Count());
    }

    [Fact]
    public async Task RetryCount_InTheContext_CountsAttempts()
    {
        // L-339.
        ScriptState task = new("T", StateType.Task) { Resource = Function, PassesContext = true, Retry = [new("States.ALL")] };
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(task).On("price", input =>
            input.Get("State").Get("RetryCount").AsDouble() < 2 ? JsonValue.Failure(new Fault("No", null)) : input.Get("State")));
        Assert.Equal("""{"Name":"T","EnteredTime":"2024-01-01T00:00:00.000Z","RetryCount":2}""", result.Output.ToString());
    }

    [Fact]
    public async Task Result_OverTheLimit_FailsTheTaskAndCanBeCaught()
    {
        // L-213, L-364, X-093.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(
            new("T", StateType.Task) { Resource = "arn:aws:states:::lambda:invoke", Catch = [new("States.DataLimitExceeded", "C")] }, new("C", StateType.Pass))
            .On("invoke", _ => new string('x', 300_000)));
        Assert.Equal(["5<-4 TaskFailed T", "6<-5 TaskStateExited T"], ScriptRun.Lines(result)[4..6]);
        Assert.Equal("The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.", result.Output.Get("Cause").AsString());
    }

    [Fact]
    public async Task Result_NestedTooDeep_FailsTheTask()
    {
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("T", StateType.Task) { Resource = Function }).On("price", _ =>
        {
            JsonValue value = 1;
            for (int i = 0; i < 600; i++)
                value = JsonValue.Array(value);
            return value;
        }));
        Assert.Equal(["5<-4 LambdaFunctionFailed T", "6<-5 ExecutionFailed"], ScriptRun.Lines(result)[4..]);
        Assert.Equal("The value nests deeper than 512 levels, the most that JSON text is read with.", JsonValue.Parse(result.Cause!).Get("errorMessage").AsString());
    }

    [Theory]
    [InlineData(5, 0, "States.Timeout", 5)]
    [InlineData(60, 4, "States.Timeout", 4)]
    [InlineData(60, 4, "States.HeartbeatTimeout", 4)]
    public async Task Handler_ThatNeverAnswers_TimesOut(long timeout, long heartbeat, string caught, int after)
    {
        // L-206, L-207: error_handling/test_invoke_timeout.
        bool cancelled = false;
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(
            new("T", StateType.Task) { Resource = Send, Timeout = timeout, Heartbeat = heartbeat, Catch = [new(caught, "C")] }, new("C", StateType.Pass))
            .On(Send, async (_, context, token) =>
            {
                token.Register(() => cancelled = true);
                await ((Compiled.Testing.VirtualTimeProvider)context.TimeProvider).Never(token);
                return default;
            }));
        Assert.Equal(["5<-4 TaskTimedOut T", "6<-5 TaskStateExited T"], ScriptRun.Lines(result)[4..6]);
        Assert.Equal("""{"Error":"States.Timeout","Cause":""}""", result.Output.ToString());
        Assert.EndsWith("""{"resourceType":"sqs","resource":"sendMessage","error":"States.Timeout"}}""", ScriptRun.Json(result.History![4]));
        Assert.Equal(ScriptRun.Start.AddSeconds(after), result.History![4].Timestamp);
        Assert.True(cancelled);
    }

    [Fact]
    public async Task Heartbeats_InTime_KeepTheTaskAlive()
    {
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("T", StateType.Task) { Resource = Send, Heartbeat = 4 }).On(Send, async (_, context, token) =>
        {
            for (int i = 0; i < 5; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(3), context.TimeProvider, token);
                context.Heartbeat();
            }

            return "done";
        }));
        Assert.Equal("\"done\"", result.Output.ToString());
        Assert.Equal(ScriptRun.Start.AddSeconds(15), result.History![^1].Timestamp);
    }

    [Fact]
    public async Task Task_WithoutHandler_FailsWithAClearCause()
    {
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("T", StateType.Task) { Resource = Function }));
        Assert.Equal(("States.TaskFailed", $"No handler is registered for the resource '{Function}' of the state 'T'."), (result.Error, result.Cause));
    }

    [Fact]
    public async Task Job_OfSync_ShowsItsSubmission()
    {
        // callback/test_start_execution_sync.
        const string Start = "arn:aws:states:::states:startExecution.sync";
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("T", StateType.Task) { Resource = Start }).On(Start, async (_, context, token) =>
        {
            context.Submitted("job-1");
            await Task.Delay(TimeSpan.FromSeconds(30), context.TimeProvider, token);
            return "over";
        }));
        Assert.Equal(["4<-3 TaskStarted T", "5<-4 TaskSubmitted T", "6<-5 TaskSucceeded T", "7<-6 TaskStateExited T"], ScriptRun.Lines(result)[3..7]);
        Assert.Equal("\"over\"", result.Output.ToString());
    }

    [Fact]
    public async Task Job_OfSyncThatEndsAtOnce_ShowsItsSubmissionFirst()
    {
        // a handler may be done before its call has returned.
        const string Start = "arn:aws:states:::states:startExecution.sync:2";
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("T", StateType.Task) { Resource = Start }).On(Start, (_, context, _) =>
        {
            context.Submitted("job-1");
            return new("over");
        }));
        Assert.Equal(["4<-3 TaskStarted T", "5<-4 TaskSubmitted T", "6<-5 TaskSucceeded T", "7<-6 TaskStateExited T"], ScriptRun.Lines(result)[3..7]);
        Assert.Equal("\"over\"", result.Output.ToString());
    }
}
