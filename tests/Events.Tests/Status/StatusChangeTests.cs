using Compiled.Durable;
using Compiled.Events.Status;
using Compiled.Observation;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Events.Tests.Status;

/// <summary>FEATURES X-029, V-050, V-051.</summary>
public sealed class StatusChangeTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 26, 17, 0, 0, 250, TimeSpan.Zero);

    [Fact]
    public void Event_OfAnEndedExecution_IsAwsOwn()
    {
        JsonValue made = StatusChangeEvent.Of(Description(ExecutionStatus.Failed) with { Error = "E", Cause = "c", StateMachineVersionArn = "arn:version" });

        Assert.Equal(
            """
            {"version":"0","id":"ID","detail-type":"Step Functions Execution Status Change","source":"aws.states","account":"111122223333","time":"2026-11-26T17:00:02Z","region":"eu-central-1",
            "resources":["arn:aws:states:eu-central-1:111122223333:execution:M:run"],"detail":{"executionArn":"arn:aws:states:eu-central-1:111122223333:execution:M:run",
            "stateMachineArn":"arn:aws:states:eu-central-1:111122223333:stateMachine:M","name":"run","status":"FAILED","startDate":1795712400250,"stopDate":1795712402250,"input":"{\"a\":1}","output":null,
            "stateMachineVersionArn":"arn:version","stateMachineAliasArn":null,"redriveCount":0,"redriveDate":null,"redriveStatus":"REDRIVABLE","redriveStatusReason":null,"inputDetails":{"included":true},
            "outputDetails":null,"error":"E","cause":"c"}}
            """.ReplaceLineEndings(""),
            made.With("id", "ID").ToString());
    }

    [Fact]
    public void Event_OfTheStart_KnowsNothingOfTheEnd()
    {
        JsonValue detail = StatusChangeEvent.Of(Description(ExecutionStatus.Succeeded) with { Output = 1 }, ExecutionStatus.Running, 0).Get("detail");

        Assert.Equal(
            """["RUNNING",null,null,null,"NOT_REDRIVABLE","Execution is RUNNING and cannot be redriven"]""",
            JsonValue.Array(
                detail.Get("status"), detail.Get("stopDate"), detail.Get("output"), detail.Get("outputDetails"), detail.Get("redriveStatus"), detail.Get("redriveStatusReason")).ToString());
    }

    [Fact]
    public void Event_MadeTwice_HasOneId()
    {
        ExecutionDescription description = Description(ExecutionStatus.Failed);

        Assert.Equal(StatusChangeEvent.Of(description).Get("id"), StatusChangeEvent.Of(description).Get("id"));
        Assert.NotEqual(StatusChangeEvent.Of(description).Get("id"), StatusChangeEvent.Of(description, ExecutionStatus.Running, 0).Get("id"));
        Assert.NotEqual(StatusChangeEvent.Of(description).Get("id"), StatusChangeEvent.Of(description, ExecutionStatus.Failed, 1).Get("id"));
    }

    [Theory]
    [InlineData(100_000, 100_000, true, true)]
    [InlineData(253_940, 0, true, true)]
    [InlineData(253_951, 0, false, true)]
    [InlineData(150_000, 150_000, false, true)]
    [InlineData(10, 260_000, false, false)]
    public void Event_WithTooMuchData_LeavesItOut(int inputLength, int outputLength, bool withInput, bool withOutput)
    {
        JsonValue detail = StatusChangeEvent.Of(Description(ExecutionStatus.Succeeded) with
        {
            Input = new string('x', inputLength),
            Output = new string('x', outputLength),
        }).Get("detail");

        Assert.Equal(
            (withInput, withInput, withOutput, withOutput),
            (!detail.Get("input").IsNull, detail.Get("inputDetails").Get("included").IsTrue, !detail.Get("output").IsNull, detail.Get("outputDetails").Get("included").IsTrue));
    }

    [Fact]
    public async Task Changes_OfADurableHost_AreOneForEachStatus()
    {
        List<string> seen = [];
        DurableExecutions? host = null;
        await using StatusChanges changes = new(arn => host!.Describe(arn), made => seen.Add($"{made.Get("detail").Get("status").AsString()} {made.Get("detail").Get("redriveCount")}"));
        bool fails = true;
        Ending ending = new(ExecutionStatus.Succeeded);
        host = Machines.Host(
            new ObserverList(changes, ending), new VirtualTimeProvider(), new Tasks.TaskHandlerRegistry().Add("work", _ => fails ? JsonValue.Failure(new Fault("E", null)) : 1), ("M", Machines.Work));
        await using DurableExecutions disposed = host;

        string arn = (await host.StartAsync("M", JsonValue.EmptyObject, "run")).ExecutionArn;
        await host.WaitAsync(arn);
        fails = false;
        await host.RedriveAsync(arn);
        await ending.Told;
        await changes.DrainAsync();

        Assert.Equal(["RUNNING 0", "FAILED 0", "RUNNING 1", "SUCCEEDED 1"], seen);
    }

    [Fact]
    public async Task Changes_OfExpressExecutions_AreNone()
    {
        List<JsonValue> seen = [];
        await using StatusChanges changes = new(_ => throw new InvalidOperationException("not asked"), seen.Add);

        await Machines.RunAsync(changes, Machines.Work, "{}", new Tasks.TaskHandlerRegistry().Add("work", static _ => 1));
        await changes.DrainAsync();

        Assert.Empty(seen);
    }

    private static ExecutionDescription Description(ExecutionStatus status) => new()
    {
        Summary = new ExecutionSummary(
            "arn:aws:states:eu-central-1:111122223333:execution:M:run", "arn:aws:states:eu-central-1:111122223333:stateMachine:M", "run", status, s_start,
            s_start.AddSeconds(2), 0, null),
        Input = JsonValue.Parse("""{"a": 1}"""),
    };
}
