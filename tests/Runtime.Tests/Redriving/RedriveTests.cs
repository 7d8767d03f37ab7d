using Compiled.Tests.Execution;
using Compiled.Values;

namespace Compiled.Tests.Redriving;

/// <summary>What the kernel does when an execution is redriven. FEATURES X-040..X-043, docs/decisions/0012.</summary>
public class RedriveTests
{
    private static readonly JsonValue s_failure = JsonValue.Failure(new Fault("Bad", "no"));

    private static ScriptState Work(string name, string? next = null)
        => new(name, StateType.Task) { Resource = "arn:aws:lambda:us-east-1:111111111111:function:work", Next = next };

    private static ScriptState Wait(string name, string? next = null) => new(name, StateType.Wait) { Seconds = 30, Next = next };

    private static ScriptState Pass(string name, string? next = null) => new(name, StateType.Pass) { Next = next };

    [Fact]
    public void Task_ThatFailed_IsScheduledAgainWithItsInput()
    {
        bool isMended = false;
        RedriveHost host = new(
            new Script(Pass("P", "T") with { Result = JsonValue.Parse("[1]") }, Work("T", "Q"), Pass("Q")), "{}",
            frame => isMended ? JsonValue.ArrayOf([frame.Arguments, frame.RetryCount]) : s_failure);
        Assert.Equal("Failed Bad: no", host.Outcome);
        Assert.Equal(8, host.News().Length);

        isMended = true;
        host.Redrive();
        Assert.Equal("[[1],0]", host.Outcome);
        Assert.Equal(
            [
                "9<-8 ExecutionRedriven", "10<-9 LambdaFunctionScheduled T", "11<-10 LambdaFunctionStarted", "12<-11 LambdaFunctionSucceeded T", "13<-12 TaskStateExited T",
                "14<-13 PassStateEntered Q", "15<-14 PassStateExited Q", "16<-15 ExecutionSucceeded",
            ],
            host.News());
        Assert.Equal(
            """{"timestamp":1704070800,"type":"ExecutionRedriven","id":9,"previousEventId":8,"executionRedrivenEventDetails":{"redriveCount":1}}""", host.Event(9));
    }

    [Fact]
    public void Retriers_AfterARedrive_HaveAllTheirAttempts()
    {
        //
        int calls = 0;
        RedriveHost host = new(
            new Script(Work("T") with { Retry = [new("Bad", Attempts: 1)] }), "{}", frame => ++calls < 4 ? s_failure : frame.RetryCount);
        Assert.Equal("T(1)", host.Outcome);
        host.Fire("T");
        Assert.Equal("Failed Bad: no", host.Outcome);
        host.Redrive();
        Assert.Equal("T(1)", host.Outcome);
        host.Fire("T");
        Assert.Equal("1", host.Outcome);
    }

    [Fact]
    public void RetryDelay_ThatWasStopped_IsNotWaitedForAgain()
    {
        int calls = 0;
        RedriveHost host = new(new Script(Work("T") with { Retry = [new("Bad")] }), "{}", _ => ++calls == 1 ? s_failure : calls);
        host.Stop();
        host.Redrive();
        Assert.Equal("2", host.Outcome);
    }

    [Fact]
    public void Wait_ThatWasStopped_WaitsAgainInTheSameVisit()
    {
        RedriveHost host = new(new Script(Wait("W", "P"), Pass("P")), """{"a":1}""", _ => default);
        host.Stop();
        Assert.Equal("Aborted : ", host.Outcome);
        Assert.Equal(["1<-0 ExecutionStarted", "2<-0 WaitStateEntered W", "3<-0 ExecutionAborted"], host.News());
        host.Redrive();
        Assert.Equal("W(30)", host.Outcome);
        host.Fire("W");
        Assert.Equal("""{"a":1}""", host.Outcome);
        Assert.Equal(
            ["4<-3 ExecutionRedriven", "5<-4 WaitStateExited W", "6<-5 PassStateEntered P", "7<-6 PassStateExited P", "8<-7 ExecutionSucceeded"], host.News());
    }

    [Fact]
    public void Wait_ForATimeThatIsOver_IsLeftAtOnce()
    {
        RedriveHost host = new(new Script(Wait("W") with { Until = RedriveHost.Start.AddMinutes(10) }), "1", _ => default);
        host.Stop();
        host.Redrive();
        Assert.Equal("1", host.Outcome);
    }

    [Fact]
    public void Fail_IsEnteredAgainAndFailsAgain()
    {
        RedriveHost host = new(new Script(new ScriptState("F", StateType.Fail) { Error = "E", Cause = "c" }), "{}", _ => default);
        host.News();
        host.Redrive();
        Assert.Equal(["4<-3 ExecutionRedriven", "5<-4 FailStateEntered F", "6<-5 ExecutionFailed"], host.News());
        host.Redrive();
        Assert.Equal(["7<-6 ExecutionRedriven", "8<-7 FailStateEntered F", "9<-8 ExecutionFailed"], host.News());
        Assert.Equal(2, host.Run.RedriveCount);
    }

    [Fact]
    public void Choice_ThatMatchedNothing_IsEvaluatedAgain()
    {
        RedriveHost host = new(
            new Script(new ScriptState("C", StateType.Choice) { Raises = new("States.NoChoiceMatched", "none") }), "{}", _ => default);
        host.News();
        host.Redrive();
        Assert.Equal(["4<-3 ExecutionRedriven", "5<-4 ChoiceStateEntered C", "6<-5 ExecutionFailed"], host.News());
    }

    [Fact]
    public void Expression_ThatFailsAgain_FollowsTheRedrive()
    {
        // on the first run the event before the state is the previous one.
        RedriveHost host = new(
            new Script(Pass("P") with { Raises = new("States.QueryEvaluationError", "none") }), "{}", _ => default);
        Assert.Equal("3<-0 EvaluationFailed P", host.News()[2]);
        host.Redrive();
        Assert.Equal(["5<-4 ExecutionRedriven", "6<-5 PassStateEntered P", "7<-5 EvaluationFailed P", "8<-7 ExecutionFailed"], host.News());
    }

    [Fact]
    public void Execution_ThatTimedOut_GoesOnWithWhatWasOutstanding()
    {
        RedriveHost host = new(Script.Of(MachineType.Standard, 60, Work("T")), "{}", _ => default);
        Assert.Equal(RedriveHost.Start.AddSeconds(60), host.Run.Deadline);
        host.TimeOut();
        Assert.Equal("TimedOut States.Timeout: ", host.Outcome);
        host.News();
        host.Redrive();
        // the machine's TimeoutSeconds start again.
        Assert.Equal(RedriveHost.Start.AddHours(1).AddSeconds(60), host.Run.Deadline);
        host.Reply("T", 5);
        Assert.Equal("5", host.Outcome);
        Assert.Equal(
            [
                "6<-5 ExecutionRedriven", "7<-6 LambdaFunctionScheduled T", "8<-7 LambdaFunctionStarted", "9<-8 LambdaFunctionSucceeded T", "10<-9 TaskStateExited T",
                "11<-10 ExecutionSucceeded",
            ],
            host.News());
    }

    [Fact]
    public void Reply_ToAnEffectFromBefore_IsLate()
    {
        RedriveHost host = new(new Script(Work("T")), "{}", _ => default);
        host.Stop();
        host.Redrive();
        host.FeedReply(1, "old");
        Assert.Equal("T(0)", host.Outcome);
        host.FeedReply(2, "new");
        Assert.Equal("\"new\"", host.Outcome);
    }

    [Fact]
    public void Token_AfterARedrive_IsANewOne()
    {
        List<string?> tokens = [];
        RedriveHost host = new(new Script(Work("T") with { Resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken" }), "{}", frame =>
        {
            tokens.Add(frame.TaskToken);
            return default;
        });
        host.Stop();
        host.Redrive();
        Assert.Equal(2, tokens.Distinct().Count());
        Assert.DoesNotContain(null, tokens);
    }

    [Fact]
    public void Checkpoint_IsNoStateToGoBackTo()
    {
        // A stop between two states: the next one is entered, once.
        RedriveHost host = new(
            new Script(Pass("P", "C"), new ScriptState("C", StateType.Choice) { Loop = 60, Next = "Q" }, Pass("Q")), "1", _ => default)
        { StopsAtCheckpoints = true };
        Assert.Equal("Aborted : ", host.Outcome);
        int before = host.News().Length;
        host.StopsAtCheckpoints = false;
        host.Redrive();
        Assert.Equal("1", host.Outcome);
        // 60 rounds of two states and the last, two events each, and the start, the stop, the redrive and the end.
        Assert.Equal(4 + 2 * 121, before + host.News().Length);
    }

    [Fact]
    public void Context_AfterARedrive_TellsOfIt()
    {
        // L-090, X-042.
        RedriveHost host = new(new Script(Work("T") with { PassesContext = true }), "{}", frame => frame.Run.RedriveCount < 2 ? s_failure : frame.Arguments[Key.Of("Execution")]);
        host.Redrive();
        host.Redrive();
        Assert.EndsWith("""
            "RoleArn":"arn:aws:iam::123456789012:role/compiled","RedriveCount":2,"RedriveTime":"2024-01-01T02:00:00.000Z"}
            """, host.Outcome);
    }

    [Fact]
    public void Execution_ThatSucceeded_StaysAsItIs()
    {
        RedriveHost host = new(new Script(Pass("P")), "1", _ => default) { Folds = false };
        host.News();
        host.Redrive();
        Assert.Equal("1", host.Outcome);
        Assert.Empty(host.News());
    }
}
