using System.Diagnostics;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.Testing;
using Compiled.Values;
using static Compiled.Tests.MapRuns.MapWorkflow;

namespace Compiled.Tests.MapRuns;

/// <summary>Children, limits, batches and the end of a Map Run. FEATURES A15, X-104, P-120, P-121.</summary>
public sealed class MapRunTests
{
    private static readonly Fault s_bad = new("Bad", "no");

    /// <summary>X-104, X-105, L-319, L-320.</summary>
    [Fact]
    public async Task Run_ThatSucceeds_IsRecorded()
    {
        ExecutionResult result = await new MapWorkflow(new MapRunSettings { Items = Numbers(3) }).RunAsync();

        Assert.Equal(
            ["ExecutionStarted<-0", "MapStateEntered<-0", "MapStateStarted<-2", "MapRunStarted<-3", "MapRunSucceeded<-4", "MapStateSucceeded<-5", "MapStateExited<-4", "ExecutionSucceeded<-7"],
            Events(result));
        Assert.Equal("""{"length":3}""", Details(result, HistoryEventType.MapStateStarted).GetRawText());
        Assert.Matches(
            "^arn:aws:states:us-east-1:123456789012:mapRun:Machine/L:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            Details(result, HistoryEventType.MapRunStarted).GetProperty("mapRunArn").GetString());
    }

    [Fact]
    public async Task Run_ThatFails_IsRecorded()
    {
        ExecutionResult result = await new MapWorkflow(new MapRunSettings { Items = Numbers(1) }) { Task = static (_, _, _) => new(JsonValue.Failure(s_bad)) }.RunAsync();

        Assert.Equal(
            ["ExecutionStarted<-0", "MapStateEntered<-0", "MapStateStarted<-2", "MapRunStarted<-3", "MapRunFailed<-4", "MapStateFailed<-5", "ExecutionFailed<-6"], Events(result));
        Assert.Equal(
            """{"error":"States.ExceedToleratedFailureThreshold","cause":"The specified tolerated failure threshold was exceeded"}""",
            Details(result, HistoryEventType.MapRunFailed).GetRawText());
    }

    /// <summary>L-300, L-098: a child is an execution of its own, with names of its own and its own history.</summary>
    [Theory]
    [InlineData(MachineType.Standard, "execution:Machine/L:{0}")]
    [InlineData(MachineType.Express, "express:Machine/L:{0}:{0}")]
    public async Task Child_IsAnExecutionOfItsOwn(MachineType type, string arn)
    {
        List<(MapRunChild Child, InMemoryHistory History)> histories = [];
        List<TaskContext> contexts = [];
        MapWorkflow workflow = new(new MapRunSettings { Items = Json("""["a","b"]""") }, childType: type)
        {
            Task = (input, context, _) =>
            {
                contexts.Add(context);
                return new(input);
            },
        };

        await workflow.RunAsync(new()
        {
            ChildHistory = child =>
            {
                histories.Add((child, []));
                return histories[^1].History;
            },
        });

        Assert.Equal(["\"a\"", "\"b\""], histories.Select(each => each.Child.Input.ToString()));
        Assert.Equal(["ExecutionStarted", "TaskStateEntered", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited", "ExecutionSucceeded"], histories[1].History.Select(each => each.Type.ToString()));
        Assert.Equal(histories.Select(each => each.Child.ExecutionArn), contexts.Select(each => each.ExecutionArn));
        Assert.Equal(2, histories.Select(each => each.Child.Name).Distinct().Count());
        Assert.Equal("arn:aws:states:us-east-1:123456789012:" + string.Format(null, arn, histories[0].Child.Name), histories[0].Child.ExecutionArn);
        Workflow child = workflow.ChildOf(0);
        Assert.Equal(("Machine/L", type, """{"StartAt":"T"}"""), (child.Machine.Name, child.Machine.Type, child.Machine.Definition));
        Assert.Equal(["T"], child.Machine.States.Select(state => state.Name));
        Assert.Throws<ArgumentException>(() => workflow.ChildOf(1));
    }

    /// <summary>L-302, L-288: no more children run at once than may, and time passes for all of them together.</summary>
    [Theory]
    [InlineData(1, 20)]
    [InlineData(7, 3)]
    [InlineData(0, 1)]
    public async Task MaxConcurrency_Limits_AndChildrenShareTheClock(int most, int minutes)
    {
        int running = 0, peak = 0;
        MapWorkflow workflow = new(new MapRunSettings { Items = Numbers(20), MaxConcurrency = most })
        {
            Task = async (input, context, token) =>
            {
                peak = Math.Max(peak, Interlocked.Increment(ref running));
                await Task.Delay(TimeSpan.FromMinutes(1), context.TimeProvider, token);
                Interlocked.Decrement(ref running);
                return input;
            },
        };

        ExecutionResult result = await workflow.RunAsync();

        Assert.Equal(Numbers(20), result.Output);
        Assert.Equal(most == 0 ? 20 : most, peak);
        Assert.Equal(TimeSpan.FromMinutes(minutes), result.History![^1].Timestamp - result.History[0].Timestamp);
    }

    /// <summary>L-302: at most 10,000, whatever is said.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public async Task MaxConcurrency_IsAtMostTenThousand(int said)
    {
        MapRun? run = null;

        await new MapWorkflow(new MapRunSettings { Items = Numbers(1), MaxConcurrency = said }).RunAsync(new() { MapRunStarted = started => run = started });

        Assert.Equal(10_000, run!.MaxConcurrency);
    }

    /// <summary>Ten thousand children at once, each at work on a thread of its own choice.</summary>
    [Fact]
    public async Task Children_ThatEndOnOtherThreads_AreAllTaken()
    {
        MapWorkflow workflow = new(new MapRunSettings { Items = Numbers(10_000) })
        {
            Task = static async (input, _, _) =>
            {
                await Task.Yield();
                return input;
            },
        };

        Assert.Equal(Numbers(10_000), (await workflow.RunAsync()).Output);
    }

    /// <summary>On a real clock, after one child that kept its thread to itself the next ones work side by side.</summary>
    [Fact]
    public async Task Children_ThatKeepTheirThreads_RunSideBySide()
    {
        using Barrier others = new(2);
        MapWorkflow workflow = new(new MapRunSettings { Items = Numbers(3) })
        {
            Task = (input, _, token) =>
            {
                bool isFirst = input.AsDouble() == 0;
                long began = Stopwatch.GetTimestamp();
                while (isFirst && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMilliseconds(2))
                {
                }

                return isFirst || others.SignalAndWait(TimeSpan.FromSeconds(60), token) ? new(input) : new(JsonValue.Failure(s_bad));
            },
        };

        ExecutionResult result = await workflow.ExecuteAsync("{}").AsTask().WaitAsync(TimeSpan.FromSeconds(120));

        Assert.Equal("[0,1,2]", Outcome(result));
    }

    /// <summary>L-313: with neither limit none may fail; with one only that counts; with both either.</summary>
    [Theory]
    [InlineData(0, null, null, true)]
    [InlineData(1, null, null, false)]
    [InlineData(2, 2, null, true)]
    [InlineData(3, 2, null, false)]
    [InlineData(5, null, 50.0, true)]
    [InlineData(6, null, 50.0, false)]
    [InlineData(10, null, 100.0, true)]
    [InlineData(1, null, 9.99, false)]
    [InlineData(3, 2, 50.0, false)]
    [InlineData(2, 2, 10.0, false)]
    public async Task Tolerance_Exceeded_FailsTheRun(int failing, int? count, double? percentage, bool succeeds)
    {
        MapRun? run = null;
        MapRunSettings settings = new() { Items = Numbers(10), ToleratedFailureCount = count, ToleratedFailurePercentage = percentage };
        MapWorkflow workflow = new(settings) { Task = (input, _, _) => new(input.AsDouble() < failing ? JsonValue.Failure(s_bad) : input) };

        ExecutionResult result = await workflow.RunAsync(new() { MapRunStarted = started => run = started });

        Assert.Equal(succeeds ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, result.Status);
        Assert.Equal(succeeds ? MapRunStatus.Succeeded : MapRunStatus.Failed, run!.Status);
        Assert.Equal(succeeds ? null : "States.ExceedToleratedFailureThreshold", result.Error);
        if (succeeds)
            Assert.Equal((failing, 10 - failing, 10), (run.ItemCounts.Failed, run.ItemCounts.Succeeded, run.ItemCounts.Total));
    }

    /// <summary>L-313: what runs when too many have failed is stopped, what has not started never does.</summary>
    [Fact]
    public async Task Tolerance_Exceeded_StopsTheOtherChildren()
    {
        List<int> started = [], stopped = [];
        MapRun? run = null;
        MapWorkflow workflow = new(new MapRunSettings { Items = Numbers(10), MaxConcurrency = 3 })
        {
            Task = async (input, context, token) =>
            {
                int number = (int)input.AsDouble();
                started.Add(number);
                token.Register(() => stopped.Add(number));
                await Task.Delay(TimeSpan.FromSeconds(number == 1 ? 1 : 100), context.TimeProvider, token);
                return JsonValue.Failure(s_bad);
            },
        };

        ExecutionResult result = await workflow.RunAsync(new() { MapRunStarted = each => run = each });

        Assert.Equal("States.ExceedToleratedFailureThreshold", result.Error);
        Assert.Equal([0, 1, 2], started);
        Assert.Equal([0, 2], stopped.Order());
        Assert.Equal(new MapRunCounts(Pending: 0, Running: 0, Succeeded: 0, Failed: 1, TimedOut: 0, Aborted: 2, Total: 3, ResultsWritten: 0), run!.ExecutionCounts);
        Assert.Equal(TimeSpan.FromSeconds(1), run.StopDate - run.StartDate);
    }

    /// <summary>L-312.</summary>
    [Theory]
    [InlineData(2, 0, null, """[{"Items":[0,1]},{"Items":[2,3]},{"Items":[4]}]""")]
    [InlineData(0, 15, null, """[{"Items":[0,1]},{"Items":[2,3]},{"Items":[4]}]""")]
    [InlineData(1, 15, null, """[{"Items":[0]},{"Items":[1]},{"Items":[2]},{"Items":[3]},{"Items":[4]}]""")]
    [InlineData(3, 10_000, """{"x":1}""", """[{"BatchInput":{"x":1},"Items":[0,1,2]},{"BatchInput":{"x":1},"Items":[3,4]}]""")]
    [InlineData(0, 0, null, """[{"Items":[0,1,2,3,4]}]""")]
    public async Task Batcher_Groups_ByItemsAndBytes(int items, int bytes, string? input, string expected)
    {
        MapRun? run = null;
        MapRunSettings settings = new() { Items = Numbers(5), Batcher = new() { MaxItems = items, MaxBytes = bytes, BatchInput = input is null ? default : Json(input) } };

        string outcome = await new MapWorkflow(settings).OutcomeAsync(new() { MapRunStarted = started => run = started });

        Assert.Equal(expected, outcome);
        Assert.Equal((5, Json(expected).Count), (run!.ItemCounts.Succeeded, run.ExecutionCounts.Succeeded));
    }

    /// <summary>L-312: an input has at most 262,144 bytes, and so has a batch without a limit of its own.</summary>
    [Fact]
    public async Task Batcher_WithoutALimitOfBytes_KeepsToThatOfInputs()
    {
        List<long> sizes = [];
        MapRunSettings settings = new()
        {
            Items = JsonValue.ArrayOf([.. Enumerable.Repeat((JsonValue)new string('x', 65_525), 8)]),
            Batcher = new() { MaxItems = 100 },
        };
        MapWorkflow workflow = new(settings)
        {
            Task = (input, _, _) =>
            {
                sizes.Add(input.ByteCount);
                return new(JsonValue.Null);
            },
        };

        Assert.Equal("[null,null]", await workflow.OutcomeAsync());
        Assert.Equal([262_123, 262_123], sizes);
    }

    [Fact]
    public async Task Batcher_ItemThatFitsIntoNoBatch_FailsTheRun() => Assert.Equal(
        "States.DataLimitExceeded: Item 1 alone makes a batch larger than 20 bytes.",
        await new MapWorkflow(new MapRunSettings { Items = Json("""[1,"too long a text"]"""), Batcher = new() { MaxBytes = 20 } }).OutcomeAsync());

    /// <summary>L-313: a batch that fails has failed with all its items.</summary>
    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public async Task Tolerance_OfABatch_CountsItsItems(int count, bool succeeds)
    {
        MapRunSettings settings = new() { Items = Numbers(7), Batcher = new() { MaxItems = 3 }, ToleratedFailureCount = count };
        MapWorkflow workflow = new(settings) { Task = static (input, _, _) => new(input.Get("Items")[0].AsDouble() == 3 ? JsonValue.Failure(s_bad) : input) };

        Assert.Equal(succeeds ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, (await workflow.RunAsync()).Status);
    }

    /// <summary>L-095: the selector sees index, value, key and source; without one a member is given as a pair.</summary>
    [Fact]
    public async Task Selector_Sees_WhereTheItemComesFrom()
    {
        MapWorkflow workflow = new(new MapRunSettings { Items = Json("""{"a":1,"b":2}""") }, static (context, _) => context.Get("Map").Get("Item"));

        Assert.Equal("""[{"Index":0,"Key":"a","Value":1,"Source":"STATE_DATA"},{"Index":1,"Key":"b","Value":2,"Source":"STATE_DATA"}]""", await workflow.OutcomeAsync());
        Assert.Equal("""[{"Key":"a","Value":1},{"Key":"b","Value":2}]""", await new MapWorkflow(new MapRunSettings { Items = Json("""{"a":1,"b":2}""") }).OutcomeAsync());
        MemoryObjectStore store = new();
        store.Put("b", "in/k", "[7]");
        MapRunSettings reading = new() { Reader = new() { InputType = "JSON", Arguments = Json("""{"Bucket":"b","Key":"in/k"}""") } };
        Assert.Equal(
            """[{"Index":0,"Value":7,"Source":"S3://b/in/k"}]""", await new MapWorkflow(reading, static (context, _) => context.Get("Map").Get("Item")).OutcomeAsync(new() { ObjectStore = store }));
        MapRunSettings listing = new() { Reader = new() { Lists = true, Arguments = Json("""{"Bucket":"b"}""") } };
        Assert.Equal("\"S3://b\"", (await new MapWorkflow(listing, static (context, _) => context.Get("Map").Get("Item").Get("Source")).RunAsync(new() { ObjectStore = store })).Output[0].ToString());
    }

    [Fact]
    public async Task Selector_ThatFails_FailsTheRun() => Assert.Equal(
        "Bad: no", await new MapWorkflow(new MapRunSettings { Items = Numbers(3) }, static (_, index) => index == 2 ? JsonValue.Failure(s_bad) : index).OutcomeAsync());

    [Fact]
    public async Task Refusal_EndsTheRunThatHasStarted()
    {
        ExecutionResult result = await new MapWorkflow(new MapRunSettings { Items = Numbers(1), Refusal = s_bad }).RunAsync();

        Assert.Equal("Bad: no", Outcome(result));
        Assert.Equal("MapRunFailed<-4", Events(result)[4]);
    }

    /// <summary>A stop reaches the children; the execution doesn't wait for them.</summary>
    [Fact]
    public async Task Stop_OfTheExecution_StopsTheChildren()
    {
        using CancellationTokenSource stop = new();
        TaskCompletionSource stopped = new();
        MapRun? run = null;
        MapWorkflow workflow = new(new MapRunSettings { Items = Numbers(3), MaxConcurrency = 1 })
        {
            Task = async (input, context, token) =>
            {
                token.Register(() => stopped.TrySetResult());
                await stop.CancelAsync();
                await ((VirtualTimeProvider)context.TimeProvider).Never(token);
                return input;
            },
        };

        ExecutionResult result = await workflow.RunAsync(new() { MapRunStarted = started => run = started }, stop.Token);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(ExecutionStatus.Aborted, result.Status);
        Assert.Equal("ExecutionAborted<-0", Events(result)[^1]);
        Assert.True(SpinWait.SpinUntil(() => run!.Status == MapRunStatus.Aborted, TimeSpan.FromSeconds(30)));
    }

    /// <summary>What a host does after a crash: the run is the same again, and children that have ended are not run.</summary>
    [Fact]
    public async Task Finished_Children_AreTakenAndNotRun()
    {
        MapRunRequest request = await RequestAsync(new MapRunSettings { Items = Numbers(4), ToleratedFailureCount = 1 });
        MapRunRequest again = await RequestAsync(new MapRunSettings { Items = Numbers(4), ToleratedFailureCount = 1 });
        Children children = new(child => new MapRunOutcome { Status = ExecutionStatus.Succeeded, Output = child.Index * 10 });
        Dictionary<int, MapRunOutcome> finished = new()
        {
            [0] = new() { Status = ExecutionStatus.Succeeded, Output = "before" },
            [2] = new() { Status = ExecutionStatus.Failed, Error = "Bad" },
        };
        MapRun run = new(again, new MapRunOptions { Children = children, Finished = finished });

        JsonValue result = await run.RunAsync();

        Assert.Equal((request.Arn, request.ChildArn(1), request.ChildSeed(1)), (again.Arn, again.ChildArn(1), again.ChildSeed(1)));
        Assert.NotEqual(request.ChildSeed(0), request.ChildSeed(1));
        Assert.Equal([1, 3], children.Ran.Select(child => child.Index));
        Assert.Equal(("\"before\"", "10", "Bad", "30"), (result[0].ToString(), result[1].ToString(), result[2].Get("Error").AsString(), result[3].ToString()));
        Assert.Equal((3, 1, MapRunStatus.Succeeded), (run.ExecutionCounts.Succeeded, run.ExecutionCounts.Failed, run.Status));
    }

    /// <summary>P-121.</summary>
    [Fact]
    public async Task Update_WhileItRuns_ChangesTheLimits()
    {
        TaskCompletionSource<MapRunOutcome> first = new();
        MapRunRequest request = await RequestAsync(new MapRunSettings { Items = Numbers(3), MaxConcurrency = 1 });
        int started = 0;
        MapRun run = new(request, new MapRunOptions { Children = new Children(_ => null, _ => started++ == 0 ? first.Task : Task.FromResult(new MapRunOutcome { Status = ExecutionStatus.Failed })) });
        Task<JsonValue> result = run.RunAsync().AsTask();
        Assert.Equal((1, 1, 1), (started, run.ExecutionCounts.Running, run.ExecutionCounts.Total));

        run.Update(maxConcurrency: 5, toleratedFailureCount: 2);
        Assert.True(SpinWait.SpinUntil(() => run.ExecutionCounts.Failed == 2, TimeSpan.FromSeconds(30)));
        first.SetResult(new MapRunOutcome { Status = ExecutionStatus.Succeeded, Output = 1 });

        Assert.Equal(3, (await result).Count);
        Assert.Equal((5, 2, 0.0), (run.MaxConcurrency, run.ToleratedFailureCount, run.ToleratedFailurePercentage));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.Update(toleratedFailurePercentage: 101));
    }

    private static async Task<MapRunRequest> RequestAsync(MapRunSettings settings)
    {
        MapRun? run = null;
        await new MapWorkflow(settings).RunAsync(new() { MapRunStarted = started => run = started });
        return run!.Request;
    }

    private sealed class Children(Func<MapRunChild, MapRunOutcome?> atOnce, Func<MapRunChild, Task<MapRunOutcome>>? later = null) : IMapRunChildren
    {
        public List<MapRunChild> Ran { get; } = [];

        public ValueTask<MapRunOutcome> RunAsync(MapRunChild child, CancellationToken cancellationToken)
        {
            Ran.Add(child);
            return atOnce(child) is { } outcome ? new(outcome) : new(later!(child));
        }
    }
}
