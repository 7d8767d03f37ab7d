using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>Parallel and Map: events, order, failure, nesting.</summary>
public class FanTests
{
    private const string Function = "arn:aws:lambda:us-east-1:111111111111:function:work";

    private static ScriptState Map(params ScriptState[] items) => new("M", StateType.Map) { Flows = [items], MaxConcurrency = 1 };

    private static ScriptState Pass(string name) => new(name, StateType.Pass);

    private static ScriptState Work(string name) => new(name, StateType.Task) { Resource = Function };

    [Fact]
    public async Task Map_OneAtATime_ChainsIterations()
    {
        // X-097..X-099: scenarios/test_map_state.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Map(Pass("P"))), "[1,2]");
        Assert.Equal(
            [
                "1<-0 ExecutionStarted", "2<-0 MapStateEntered M", "3<-2 MapStateStarted", "4<-3 MapIterationStarted M[0]", "5<-4 PassStateEntered P", "6<-5 PassStateExited P",
                "7<-6 MapIterationSucceeded M[0]", "8<-6 MapIterationStarted M[1]", "9<-8 PassStateEntered P", "10<-9 PassStateExited P", "11<-10 MapIterationSucceeded M[1]",
                "12<-11 MapStateSucceeded", "13<-11 MapStateExited M", "14<-13 ExecutionSucceeded",
            ],
            ScriptRun.Lines(result));
        Assert.EndsWith("\"mapStateStartedEventDetails\":{\"length\":2}}", ScriptRun.Json(result.History![2]));
        Assert.EndsWith("\"mapIterationStartedEventDetails\":{\"name\":\"M\",\"index\":1}}", ScriptRun.Json(result.History![7]));
        Assert.EndsWith("\"type\":\"MapStateSucceeded\",\"id\":12,\"previousEventId\":11}", ScriptRun.Json(result.History![11]));
    }

    [Fact]
    public async Task Map_OfNothing_SucceedsAtOnce()
    {
        // X-101, L-287.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Map(Pass("P"))), "[]");
        Assert.Equal(["3<-2 MapStateStarted", "4<-3 MapStateSucceeded", "5<-3 MapStateExited M", "6<-5 ExecutionSucceeded"], ScriptRun.Lines(result)[2..]);
        Assert.Equal("[]", result.Output.ToString());
    }

    [Fact]
    public async Task Map_Nested_ChainsAsRecorded()
    {
        // scenarios/test_map_state_nested.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Map(new ScriptState("N", StateType.Map) { Flows = [[Pass("P")]], MaxConcurrency = 1 })), "[[1,2],[3]]");
        Assert.Equal(
            "1<0 2<0 3<2 4<3 5<4 6<5 7<6 8<7 9<8 10<9 11<9 12<11 13<12 14<13 15<14 16<14 17<16 18<16 19<18 20<19 21<20 22<21 23<22 24<23 25<24 26<24 27<26 28<27 29<27 30<29",
            string.Join(' ', result.History!.Select(e => $"{e.Id}<{e.PreviousEventId}")));
        Assert.Equal("[[1,2],[3]]", result.Output.ToString());
    }

    [Fact]
    public async Task Map_Unlimited_StartsTheFirstWaveFromTheMap()
    {
        // X-098, L-285: 40 at once, the others in the slots that become free.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Map(Work("T")) with { MaxConcurrency = 0 }).On("work", async (input, context, _) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(input.AsDouble()), context.TimeProvider);
                return input;
            }),
            "[" + string.Join(',', Enumerable.Range(1, 42)) + "]");
        int[] started = [.. result.History!.Where(e => e.Type == Compiled.History.HistoryEventType.MapIterationStarted).Select(e => e.PreviousEventId)];
        Assert.All(started[..40], previous => Assert.Equal(3, previous));
        Assert.All(started[40..], previous => Assert.Equal(Compiled.History.HistoryEventType.TaskStateExited, result.History![previous - 1].Type));
        Assert.Equal("[" + string.Join(',', Enumerable.Range(1, 42)) + "]", result.Output.ToString());
    }

    [Fact]
    public async Task Map_WithAFailingItem_AbortsTheOthers()
    {
        // X-100, L-289.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Map(Work("T")) with { MaxConcurrency = 3 }).On("work", async (input, context, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(input.AsDouble()), context.TimeProvider, token);
            throw new TaskFailedException("Bad", "no");
        }), "[2,1,3,4]");
        string[] lines = ScriptRun.Lines(result);
        int failed = Array.FindIndex(lines, line => line.Contains("LambdaFunctionFailed")) + 1;
        Assert.Equal(
            [
                $"{failed + 1}<-{failed} MapIterationFailed M[1]", $"{failed + 2}<-{failed} TaskStateAborted", $"{failed + 3}<-{failed} MapIterationAborted M[0]",
                $"{failed + 4}<-{failed} TaskStateAborted", $"{failed + 5}<-{failed} MapIterationAborted M[2]", $"{failed + 6}<-{failed} TaskStateAborted",
                $"{failed + 7}<-{failed} MapStateFailed", $"{failed + 8}<-{failed + 7} ExecutionFailed",
            ],
            lines[failed..]);
        Assert.Equal(("Bad", "no"), (result.Error, result.Cause));
        Assert.Equal(ScriptRun.Start.AddSeconds(1), result.History![^1].Timestamp);
    }

    [Fact]
    public async Task Map_Retried_StartsAgainFromTheFailure()
    {
        // L-341: scenarios/test_map_state_retry.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Map(new ScriptState("F", StateType.Fail) { Error = "E", Cause = "C" }) with { Retry = [new("E", Attempts: 2)] }), "[1]");
        Assert.Equal(
            [
                "3<-2 MapStateStarted", "4<-3 MapIterationStarted M[0]", "5<-4 FailStateEntered F", "6<-5 MapIterationFailed M[0]", "7<-5 MapStateStarted",
                "8<-7 MapIterationStarted M[0]", "9<-8 FailStateEntered F", "10<-9 MapIterationFailed M[0]", "11<-9 MapStateStarted", "12<-11 MapIterationStarted M[0]",
                "13<-12 FailStateEntered F", "14<-13 MapIterationFailed M[0]", "15<-13 MapStateFailed", "16<-15 ExecutionFailed",
            ],
            ScriptRun.Lines(result)[2..]);
    }

    [Fact]
    public async Task Map_Caught_ShowsItsFailureFirst()
    {
        // scenarios/test_map_state_catch.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Map(new ScriptState("F", StateType.Fail) { Error = "E", Cause = "C" }) with { Catch = [new("E", "X")] }, Pass("X")), "[1]");
        Assert.Equal(
            ["6<-5 MapIterationFailed M[0]", "7<-5 MapStateFailed", "8<-7 MapStateExited M", "9<-8 PassStateEntered X", "10<-9 PassStateExited X", "11<-10 ExecutionSucceeded"],
            ScriptRun.Lines(result)[5..]);
    }

    [Fact]
    public async Task Map_WhoseEvaluationFails_FailsAfterIt()
    {
        // states_variables/test_map_catch_error[MAP_CATCH_ERROR_OUTPUT_WITH_RETRY].
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Map(new ScriptState("P", StateType.Pass) { Raises = new Fault("States.QueryEvaluationError", "No.") })), "[1]");
        Assert.Equal(
            ["5<-4 PassStateEntered P", "6<-4 EvaluationFailed P", "7<-6 MapIterationFailed M[0]", "8<-6 MapStateFailed", "9<-8 ExecutionFailed"], ScriptRun.Lines(result)[4..]);
        Assert.Equal("An error occurred while executing the state 'P' (entered at the event id #5). No.", result.Cause);
    }

    [Fact]
    public async Task ItemSelector_ThatCannotBeEvaluated_FailsTheMap()
    {
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Map(Pass("P")) with { ItemFault = (_, index) => index == 1 ? new Fault("States.Runtime", "No such path.") : null }), "[1,2]");
        Assert.Equal("8<-3 ExecutionFailed", ScriptRun.Lines(result)[^1]);
        Assert.Equal("An error occurred while executing the state 'M' (entered at the event id #2). No such path.", result.Cause);
    }

    [Fact]
    public async Task Context_InsideAnIteration_ShowsItem()
    {
        // L-094.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Map(new ScriptState("P", StateType.Pass) { PassesContext = true })), """["a","b"]""");
        Assert.Equal("""{"Item":{"Index":1,"Value":"b"}}""", result.Output[1].Get("Map").ToString());
        Assert.Equal("P", result.Output[1].Get("State").Get("Name").AsString());
    }

    [Fact]
    public async Task Parallel_OfPasses_JoinsInBranchOrder()
    {
        // X-095, L-272: scenarios/test_parallel_state_order.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("P", StateType.Parallel) { Flows = [[Pass("A") with { Result = 1 }], [Pass("B") with { Result = 2 }]] }));
        Assert.Equal(
            [
                "3<-2 ParallelStateStarted", "4<-3 PassStateEntered A", "5<-4 PassStateExited A", "6<-3 PassStateEntered B", "7<-6 PassStateExited B",
                "8<-7 ParallelStateSucceeded", "9<-7 ParallelStateExited P", "10<-9 ExecutionSucceeded",
            ],
            ScriptRun.Lines(result)[2..]);
        Assert.Equal("[1,2]", result.Output.ToString());
    }

    [Fact]
    public async Task Parallel_OfSlowTasks_RunsThemAtOnce()
    {
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("P", StateType.Parallel) { Flows = [[Work("A")], [Work("B")], [new("W", StateType.Wait) { Seconds = 4 }]] })
            .On("work", async (_, context, _) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(context.StateName == "A" ? 5 : 3), context.TimeProvider);
                return context.StateName;
            }));
        Assert.Equal("""["A","B",{}]""", result.Output.ToString());
        Assert.Equal(ScriptRun.Start.AddSeconds(5), result.History![^1].Timestamp);
    }

    [Fact]
    public async Task Parallel_WithAFailingTask_AbortsInterruptedStates()
    {
        // callback/test_sqs_failure_in_wait_for_task_tok_no_error_field[SQS_PARALLEL_WAIT_FOR_TASK_TOKEN].
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(
            new("P", StateType.Parallel)
            {
                Flows =
                [
                    [new("W", StateType.Wait) { Seconds = 90 }],
                    [new("T", StateType.Task) { Resource = Function, Timeout = 5 }],
                    [new("N", StateType.Parallel) { Flows = [[new("V", StateType.Wait) { Seconds = 60 }]] }],
                ],
                Catch = [new("States.ALL", "X")],
            },
            Pass("X")).On("work", async (_, context, token) =>
            {
                await ((Compiled.Testing.VirtualTimeProvider)context.TimeProvider).Never(token);
                return default;
            }));
        string[] lines = ScriptRun.Lines(result);
        int failed = Array.FindIndex(lines, line => line.Contains("LambdaFunctionTimedOut")) + 1;
        Assert.Equal(
            [
                $"{failed + 1}<-{failed} TaskStateAborted", $"{failed + 2}<-{failed} WaitStateAborted", $"{failed + 3}<-{failed} ParallelStateAborted",
                $"{failed + 4}<-{failed} WaitStateAborted", $"{failed + 5}<-{failed} ParallelStateFailed", $"{failed + 6}<-{failed + 5} ParallelStateExited P",
                $"{failed + 7}<-{failed + 6} PassStateEntered X", $"{failed + 8}<-{failed + 7} PassStateExited X", $"{failed + 9}<-{failed + 8} ExecutionSucceeded",
            ],
            lines[failed..]);
        Assert.Equal("""{"Error":"States.Timeout","Cause":null}""", result.Output.ToString());
    }

    [Fact]
    public async Task Parallel_Retried_StartsAgainFromTheFailure()
    {
        // L-341: states_variables/test_parallel_catch_error[PARALLEL_CATCH_ERROR_OUTPUT_WITH_RETRY].
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(
            new("P", StateType.Parallel) { Flows = [[Work("T")]], Retry = [new("States.ALL", Attempts: 1)], Catch = [new("States.ALL", "X")] }, Pass("X"))
            .On("work", _ => JsonValue.Failure(new Fault("E", null))));
        Assert.Equal(
            [
                "7<-6 LambdaFunctionFailed T", "8<-7 TaskStateAborted", "9<-7 ParallelStateStarted", "10<-9 TaskStateEntered T", "11<-10 LambdaFunctionScheduled T",
                "12<-11 LambdaFunctionStarted", "13<-12 LambdaFunctionFailed T", "14<-13 TaskStateAborted", "15<-13 ParallelStateFailed", "16<-15 ParallelStateExited P",
            ],
            ScriptRun.Lines(result)[6..16]);
    }

    [Fact]
    public async Task Map_InParallelInMap_KeepsOrderAndEnds()
    {
        ScriptState inner = new("I", StateType.Map) { Flows = [[Work("T")]] };
        ScriptState both = new("P", StateType.Parallel) { Flows = [[inner], [Work("U")]] };
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Map(both) with { MaxConcurrency = 2 }).On("work", async (input, context, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + input.Count % 2), context.TimeProvider);
            return input.IsArray ? input.Count : input;
        }), "[[1,2,3],[4],[],[5,6]]");
        Assert.Equal("[[[1,2,3],3],[[4],1],[[],0],[[5,6],2]]", result.Output.ToString());
    }

    [Fact]
    public async Task Map_OfManySynchronousTasks_NeedsNoStack()
    {
        string items = "[" + string.Join(',', Enumerable.Range(0, 20_000)) + "]";
        ExecutionResult result = await ScriptRun.RunAsync(
            () => Script.Of(MachineType.Express, null, Map(Work("T")) with { MaxConcurrency = 0 }).On("work", input => input), items, folds: false);
        Assert.Equal(items, result.Output.ToString());
    }
}
