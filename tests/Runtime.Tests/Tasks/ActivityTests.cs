using Compiled.Tasks;
using Compiled.Tests.Execution;
using Compiled.Values;

namespace Compiled.Tests.Tasks;

/// <summary>Activities and their workers.</summary>
public class ActivityTests
{
    private const string Arn = "arn:aws:states:us-east-1:111111111111:activity:approve";

    private static readonly ScriptState Approve = new("T", StateType.Task) { Resource = Arn };

    private static ExecutionOptions WithWorker(ExecutionOptions options, string? name, Action<TaskTokens, ActivityTask> work)
    {
        _ = Serve();
        return options;

        async Task Serve()
        {
            while (true)
                work(options.TaskTokens, await options.Activities.GetActivityTaskAsync(Arn, name));
        }
    }

    [Theory]
    [InlineData("worker", "{\"workerName\":\"worker\"}")]
    [InlineData(null, "{}")]
    public async Task Activity_Done_ShowsItsEvents(string? worker, string details)
    {
        // T-031, T-032: activities/test_activity_task.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Approve), """{"a":1}""", options => WithWorker(options, worker, (tokens, task) => tokens.SendTaskSuccess(task.TaskToken, task.Input)));
        Assert.Equal(
            ["2<-0 TaskStateEntered T", "3<-2 ActivityScheduled T", "4<-3 ActivityStarted", "5<-4 ActivitySucceeded T", "6<-5 TaskStateExited T", "7<-6 ExecutionSucceeded"],
            ScriptRun.Lines(result)[1..]);
        Assert.EndsWith("\"activityStartedEventDetails\":" + details + "}", ScriptRun.Json(result.History![3]));
        Assert.EndsWith(
            "\"activityScheduledEventDetails\":{\"resource\":\"" + Arn + "\",\"input\":\"{\\\"a\\\":1}\",\"inputDetails\":{\"truncated\":false}}}", ScriptRun.Json(result.History![2]));
    }

    [Fact]
    public async Task Activity_Failed_ShowsErrorAndCause()
    {
        // activities/test_activity_task_failure.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Approve), change: options => WithWorker(options, "w", (tokens, task) => tokens.SendTaskFailure(task.TaskToken, "E", "C")));
        Assert.Equal(["5<-4 ActivityFailed T", "6<-5 ExecutionFailed"], ScriptRun.Lines(result)[4..]);
        Assert.Equal(("E", "C"), (result.Error, result.Cause));
    }

    [Fact]
    public async Task Activity_NotCompleted_TimesOut()
    {
        // T-033: activities/test_activity_task_start_timeout.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(Approve with { Timeout = 5 }), change: options => WithWorker(options, "w", (_, _) => { }), folds: false);
        Assert.EndsWith("ActivityTimedOut T", ScriptRun.Lines(result)[^2]);
        Assert.EndsWith("\"activityTimedOutEventDetails\":{\"error\":\"States.Timeout\"}}", ScriptRun.Json(result.History![^2]));
        Assert.Equal(ScriptRun.Start.AddSeconds(5), result.History[^1].Timestamp);
    }

    [Fact]
    public async Task Activity_ThatDoesNotExist_FailsWithoutEvents()
    {
        // T-035, E-015.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Approve), change: options => options with { Activities = new() { MustExist = true } });
        Assert.Equal(["2<-0 TaskStateEntered T", "3<-2 ExecutionFailed"], ScriptRun.Lines(result)[1..]);
        Assert.Equal($"An error occurred while executing the state 'T' (entered at the event id #2). The activity {Arn} does not exist.", result.Cause);
    }

    [Fact]
    public async Task Queue_WithoutWorkers_KeepsTheOrder()
    {
        // T-036.
        ExecutionOptions options = ScriptRun.Options() with { TimeProvider = TimeProvider.System };
        Task<ExecutionResult> one = new Script(Approve).ExecuteAsync("1", options).AsTask(), two = new Script(Approve).ExecuteAsync("2", options with { Seed = 8 }).AsTask();
        ActivityTask first = await options.Activities.GetActivityTaskAsync(Arn), second = await options.Activities.GetActivityTaskAsync(Arn);
        options.TaskTokens.SendTaskSuccess(second.TaskToken, second.Input);
        options.TaskTokens.SendTaskSuccess(first.TaskToken, first.Input);
        Assert.Equal(("1", "2"), ((await one).Output.ToString(), (await two).Output.ToString()));
    }

    [Fact]
    public async Task Worker_ThatLeft_TakesNoTask()
    {
        ExecutionOptions options = ScriptRun.Options() with { TimeProvider = TimeProvider.System };
        using CancellationTokenSource leave = new();
        Task<ActivityTask> gone = options.Activities.GetActivityTaskAsync(Arn, "gone", leave.Token);
        leave.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Task<ExecutionResult> running = new Script(Approve).ExecuteAsync("1", options).AsTask();
        ActivityTask task = await options.Activities.GetActivityTaskAsync(Arn, "here");
        options.TaskTokens.SendTaskSuccess(task.TaskToken, 2);
        ExecutionResult result = await running;
        Assert.Equal("2", result.Output.ToString());
        Assert.Contains("\"here\"", ScriptRun.Json(result.History![3]));
    }

    [Fact]
    public async Task Polling_ByTooMany_IsRefused()
    {
        // T-038.
        Activities activities = new();
        Task<ActivityTask>[] workers = [.. Enumerable.Range(0, 1000).Select(_ => activities.GetActivityTaskAsync(Arn))];
        await Assert.ThrowsAsync<ActivityWorkerLimitExceededException>(() => activities.GetActivityTaskAsync(Arn));
        await Assert.ThrowsAsync<ActivityDoesNotExistException>(() => new Activities { MustExist = true }.GetActivityTaskAsync(Arn));
        Assert.All(workers, worker => Assert.False(worker.IsCompleted));
    }
}
