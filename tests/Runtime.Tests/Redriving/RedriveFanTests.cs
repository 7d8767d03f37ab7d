using Compiled.Execution;
using Compiled.Tests.Execution;
using Compiled.Values;

namespace Compiled.Tests.Redriving;

/// <summary>Parallel and inline Map when an execution is redriven: what succeeded is kept. FEATURES X-041.</summary>
public class RedriveFanTests
{
    private static readonly JsonValue s_failure = JsonValue.Failure(new Fault("Bad", "no"));

    private static ScriptState Work(string name, string? next = null)
        => new(name, StateType.Task) { Resource = "arn:aws:lambda:us-east-1:111111111111:function:work", Next = next };

    private static ScriptState Pass(string name, string? next = null) => new(name, StateType.Pass) { Next = next };

    private static ScriptState Parallel(params ScriptState[][] branches) => new("P", StateType.Parallel) { Flows = branches };

    private static ScriptState Map(int maxConcurrency, params ScriptState[] items) => new("M", StateType.Map) { Flows = [items], MaxConcurrency = maxConcurrency };

    [Fact]
    public void Parallel_RunsOnlyBranchesAgainThatDidNotSucceed()
    {
        List<string> called = [];
        bool isMended = false;
        RedriveHost host = new(
            new Script(Parallel([Pass("A")], [Work("B", "B2"), Pass("B2")], [Pass("C0", "C"), Work("C")], [Work("D")])), "7",
            frame =>
            {
                called.Add(frame.State.Name);
                return frame.State.Name switch { "B" => "b", "D" when !isMended => s_failure, "C" when !isMended => default, var name => name };
            });
        Assert.Equal("Failed Bad: no", host.Outcome);
        Assert.Equal(["B", "C", "D"], called);
        Assert.Contains("TaskStateAborted", host.News()[^4]);

        called.Clear();
        isMended = true;
        host.Redrive();
        Assert.Equal("""[7,"b","C","D"]""", host.Outcome);
        Assert.Equal(["C", "D"], called);
        string[] news = host.News();
        int redriven = int.Parse(news[0].Split('<')[0]);
        Assert.Equal($"{redriven + 1}<-{redriven} LambdaFunctionScheduled C", news[1]);
        Assert.Equal($"{redriven + 5}<-{redriven} LambdaFunctionScheduled D", news[5]);
        Assert.Equal($"{redriven + 9}<-{redriven + 8} ParallelStateSucceeded", news[9]);
        Assert.Equal(12, news.Length);
    }

    [Fact]
    public void Parallel_ThatFailsAgain_CanBeRedrivenAgain()
    {
        int rounds = 0;
        RedriveHost host = new(
            new Script(Parallel([Work("A")], [Work("B")])), "{}",
            frame => frame.State.Name == "A" ? "a" : rounds++ < 2 ? s_failure : "b");
        host.Redrive();
        Assert.Equal("Failed Bad: no", host.Outcome);
        string[] news = host.News();
        Assert.Equal("ParallelStateFailed", news[^2].Split(' ')[1]);
        host.Redrive();
        Assert.Equal("""["a","b"]""", host.Outcome);
    }

    [Fact]
    public void Map_KeepsResultsRunsTheRestAgainAndStartsTheOthers()
    {
        // items 0 and 2 succeed, 1 fails and aborts 3; 4 and 5 have not started.
        List<double> called = [];
        bool isMended = false;
        RedriveHost host = new(new Script(Map(2, Work("T"))), "[0,1,2,3,4,5]", frame =>
        {
            called.Add(frame.Arguments.AsDouble());
            return isMended ? frame.Arguments.AsDouble() * 10 : frame.Arguments.AsDouble() is 0 or 2 ? frame.Arguments : default;
        });
        host.Reply("T", s_failure);
        Assert.Equal("Failed Bad: no", host.Outcome);
        Assert.Equal([0, 1, 2, 3], called);

        called.Clear();
        host.News();
        isMended = true;
        host.Redrive();
        Assert.Equal("[0,10,2,30,40,50]", host.Outcome);
        Assert.Equal([1, 3, 4, 5], called);
        string[] news = host.News();
        // Items that go on are not started again; those that had not started are.
        Assert.Equal(["M[4]", "M[5]"], news.Where(line => line.Contains("MapIterationStarted", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]));
        Assert.Equal(["M[1]", "M[3]", "M[4]", "M[5]"], news.Where(line => line.Contains("MapIterationSucceeded", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]));
    }

    [Fact]
    public void Map_ThatWasStopped_KeepsWithinItsConcurrency()
    {
        int atWork = 0;
        RedriveHost host = new(new Script(Map(2, Work("T"))), "[0,1,2,3]", frame =>
        {
            atWork++;
            return default;
        });
        Assert.Equal("T(0) T(0)", host.Outcome);
        host.Stop();
        host.Redrive();
        Assert.Equal("T(0) T(0)", host.Outcome);
        for (int i = 0; i < 4; i++)
            host.Reply("T", i);
        Assert.Equal("[0,1,2,3]", host.Outcome);
        Assert.Equal(6, atWork);
    }

    [Fact]
    public void Map_WhoseItemCannotBeMade_TriesThatItemAgain()
    {
        bool isMended = false;
        ScriptState map = Map(1, Work("T")) with { ItemFault = (_, index) => index == 2 && !isMended ? new Fault("States.QueryEvaluationError", "none") : null };
        List<double> called = [];
        // The mending is part of the definition, so that it can't be folded.
        RedriveHost host = new(new Script(map), "[0,1,2,3]", frame =>
        {
            called.Add(frame.Arguments.AsDouble());
            return frame.Arguments;
        })
        { Folds = false };
        Assert.Equal("Failed States.QueryEvaluationError: none", host.Outcome.Replace("An error occurred while executing the state 'M' (entered at the event id #2). ", ""));
        isMended = true;
        host.Redrive();
        Assert.Equal("[0,1,2,3]", host.Outcome);
        Assert.Equal([0, 1, 2, 3], called);
    }

    [Fact]
    public void Fans_Nested_AreRedrivenInside()
    {
        List<string> called = [];
        bool isMended = false;
        ScriptState inner = Map(1, Work("T"));
        RedriveHost host = new(
            new Script(Parallel([Work("A")], [inner with { Next = "Last" }, Pass("Last")])), "[1,2,3]",
            frame =>
            {
                called.Add($"{frame.State.Name}{frame.Arguments}");
                return frame.State.Name == "A" ? "a" : frame.Arguments.AsDouble() == 2 && !isMended ? s_failure : frame.Arguments;
            });
        Assert.Equal("Failed Bad: no", host.Outcome);
        Assert.Equal(["A[1,2,3]", "T1", "T2"], called);
        called.Clear();
        isMended = true;
        host.Redrive();
        Assert.Equal("""["a",[1,2,3]]""", host.Outcome);
        Assert.Equal(["T2", "T3"], called);
    }

    [Fact]
    public void Fan_OfAnAbortedBranch_KeepsWhatItHas()
    {
        // The Map in branch 0 is interrupted by the failure of branch 1, with one item done, one at work and one to come.
        List<string> called = [];
        bool isMended = false;
        RedriveHost host = new(new Script(Parallel([Map(1, Work("T"))], [Work("B")])), "[1,2,3]", frame =>
        {
            called.Add($"{frame.State.Name}{frame.Arguments}");
            return isMended || frame.Arguments.Equals((JsonValue)1.0) ? frame.Arguments : default;
        });
        host.Reply("B", s_failure);
        Assert.Equal("Failed Bad: no", host.Outcome);
        called.Clear();
        isMended = true;
        host.Redrive();
        Assert.Equal("[[1,2,3],[1,2,3]]", host.Outcome);
        Assert.Equal(["T2", "B[1,2,3]", "T3"], called);
    }

    [Fact]
    public void Parallel_WhoseResultIsTooLarge_RunsAllBranchesAgain()
    {
        // AWS: a Parallel that failed with States.DataLimitExceeded is run again, also the branches that succeeded.
        int calls = 0;
        RedriveHost host = new(
            new Script(Parallel([Work("A")], [Work("B")])), "{}", _ => ++calls <= 2 ? new string('x', 200_000) : "x");
        Assert.StartsWith("Failed States.DataLimitExceeded", host.Outcome, StringComparison.Ordinal);
        host.News();
        host.Redrive();
        Assert.Equal("""["x","x"]""", host.Outcome);
        Assert.Equal((4, "ParallelStateStarted"), (calls, host.News()[1].Split(' ')[1]));
    }

    [Fact]
    public void Fan_WhoseFailureWasCaught_IsGone()
    {
        bool isMended = false;
        List<string> called = [];
        RedriveHost host = new(
            new Script(Parallel([Work("A")]) with { Catch = [new("Bad", "After")] }, Work("After")), "{}",
            frame =>
            {
                called.Add(frame.State.Name);
                return frame.State.Name == "A" || !isMended ? s_failure : "done";
            });
        Assert.Equal("Failed Bad: no", host.Outcome);
        isMended = true;
        host.Redrive();
        Assert.Equal("\"done\"", host.Outcome);
        Assert.Equal(["A", "After", "After"], called);
    }

    [Fact]
    public void Fan_OfAnEarlierAttempt_IsGone()
    {
        // The whole state is retried, so that a stop in the delay runs all of it again.
        List<string> called = [];
        RedriveHost host = new(
            new Script(Parallel([Work("A")], [Work("B")]) with { Retry = [new("Bad")] }), "{}",
            frame =>
            {
                called.Add(frame.State.Name);
                return called.Count == 2 ? s_failure : "x";
            });
        host.Stop();
        host.Redrive();
        Assert.Equal(["A", "B", "A", "B"], called);
        Assert.Equal("""["x","x"]""", host.Outcome);
    }

    [Fact]
    public void Retriers_OfAFanThatGoesOn_HaveAllTheirAttempts()
    {
        int calls = 0;
        RedriveHost host = new(
            new Script(Parallel([Work("A")]) with { Retry = [new("Bad", Attempts: 1)] }), "{}", _ => ++calls < 4 ? s_failure : calls);
        host.Fire("P");
        Assert.Equal("Failed Bad: no", host.Outcome);
        host.Redrive();
        Assert.Equal("P(1)", host.Outcome);
        host.Fire("P");
        Assert.Equal("[4]", host.Outcome);
    }
}
