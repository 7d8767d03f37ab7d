using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Flow;

/// <summary>Rules on the graph of transitions. RULES.md, island, trap, busy-loop, branch-always-fails.</summary>
public sealed class FlowRuleTests
{
    [Fact]
    public void UnreachableFromStart_StatesThatNameEachOther_AreReportedEach() => All(
        States(""" "A":{"Type":"Succeed"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Wait","Seconds":1,"Next":"B"} """),
        "unreachable-state /States/B", "unreachable-state /States/C");

    [Fact]
    public void UnreachableFromStart_StateThatNamesItself_IsReportedAtItsName() => Only(
        """{"StartAt":"A","States":{"A":{"Type":"Succeed"},«"B"»:{"Type":"Pass","Next":"B"}}}""",
        "unreachable-state", "/States/B", "No execution comes to state 'B'; only states that are not reached themselves lead to it");

    [Fact]
    public void UnreachableFromStart_StateReachedThroughACatcher_IsNotReported() => None(States(
        $$""" "A":{"Type":"Task","Resource":"{{Function}}","End":true,"Catch":[{"ErrorEquals":["X"],"Next":"B"}]},"B":{"Type":"Succeed"} """));

    [Fact]
    public void CannotTerminate_LoopBesideAnEnd_IsReportedAtItsFirstState() => Only(
        States($$""" "A":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"C"}],"Default":"D"},«"B"»:{"Type":"Wait","Seconds":1,"Next":"C"},"C":{"Type":"Task","Resource":"{{Function}}","Next":"B"},"D":{"Type":"Succeed"} """),
        "cannot-terminate", "/States/B", "'B' and 'C' lead only to each other, so an execution that comes here never ends");

    [Fact]
    public void CannotTerminate_StateThatLeadsToItself_IsReportedAlone() => Only(
        States($$""" "A":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"B"}],"Default":"D"},«"B"»:{"Type":"Wait","Seconds":9,"Next":"B"},"D":{"Type":"Succeed"} """),
        "cannot-terminate", "/States/B", "State 'B' leads only to itself, so an execution that comes here never ends");

    [Fact]
    public void CannotTerminate_LoopThatAChoiceLeaves_IsNotReported() => None(States(
        $$""" "A":{"Type":"Task","Resource":"{{Function}}","Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"A"}],"Default":"D"},"D":{"Type":"Succeed"} """));

    [Fact]
    public void BusyLoop_ChoiceAndPass_IsReportedAtItsFirstState() => Only(
        States(""" «"A"»:{"Type":"Choice","Choices":[{"Variable":"$.x","BooleanEquals":true,"Next":"C"}],"Default":"B"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Succeed"} """),
        "busy-loop", "/States/A", "'A' and 'B' form a loop in which nothing happens; a task, a wait or a change of data must stand in it");

    [Theory]
    [InlineData("""{"Type":"Wait","Seconds":1,"Next":"A"}""")]
    [InlineData("""{"Type":"Pass","Result":1,"ResultPath":"$.x","Next":"A"}""")]
    [InlineData("""{"Type":"Pass","InputPath":"$.next","Next":"A"}""")]
    [InlineData("""{"Type":"Pass","Parameters":{"x.$":"States.MathAdd($.x, 1)"},"Next":"A"}""")]
    public void BusyLoop_LoopInWhichSomethingHappens_IsNotReported(string inner) =>
        Assert.DoesNotContain(Find(States($$""" "A":{"Type":"Choice","Choices":[{"Variable":"$.x","BooleanEquals":true,"Next":"C"}],"Default":"B"},"B":{{inner}},"C":{"Type":"Succeed"} """), default), fault => fault.Kind == "busy-loop");

    [Fact]
    public void AlwaysFails_BranchThatEndsInFail_IsReportedAtItsStart() => Only(
        OneState("""{"Type":"Parallel","End":true,"Branches":[{"StartAt":«"B"»,"States":{"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Fail"}}}]}"""),
        "always-fails", "/States/A/Branches/0/StartAt", "Every way from 'B' ends in a Fail, so this branch always fails 'A'");

    [Fact]
    public void AlwaysFails_BranchAroundOneThatFails_IsReportedToo() => All(
        OneState("""{"Type":"Parallel","End":true,"Branches":[{"StartAt":"B","States":{"B":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"C","States":{"C":{"Type":"Fail"}}}]}}}]}"""),
        "always-fails /States/A/Branches/0/StartAt", "always-fails /States/A/Branches/0/States/B/Branches/0/StartAt");

    [Theory]
    [InlineData("""{"Type":"Parallel","End":true,"Branches":[{"StartAt":"B","States":{"B":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"C"}],"Default":"D"},"C":{"Type":"Fail"},"D":{"Type":"Succeed"}}}]}""")]
    [InlineData("""{"Type":"Parallel","Next":"A2","Catch":[{"ErrorEquals":["States.ALL"],"Next":"A2"}],"Branches":[{"StartAt":"B","States":{"B":{"Type":"Fail"}}}]},"A2":{"Type":"Succeed"}""")]
    public void AlwaysFails_BranchThatMaySucceedOrIsCaught_IsNotReported(string state) => None(OneState(state));
}
