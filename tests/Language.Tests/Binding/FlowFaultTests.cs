using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>Reachability, ends, Next and End. FEATURES L-021, RULES "Graph".</summary>
public sealed class FlowFaultTests
{
    [Fact]
    public void UnreachableState_ThatNothingNames_IsReportedAtItsName() => Only(
        """{"StartAt":"A","States":{"A":{"Type":"Succeed"},«"B"»:{"Type":"Succeed"}}}""",
        "unreachable-state", "/States/B", "No transition leads to state 'B'");

    [Fact]
    public void UnreachableState_NamedByAnUnreachableState_IsReachableForAws()
    {
        // RULES section 3: reachability is by name; the walk from StartAt is told by IsReachable.
        All("""{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Pass","Next":"B"}}}""");
        All(
            """{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}}""",
            "unreachable-state /States/B");
    }

    [Fact]
    public void MissingTerminal_OfTheMachine_IsReportedAtStates() => Only(
        """{"StartAt":"A",«"States"»:{"A":{"Type":"Pass","Next":"A"}}}""",
        "missing-terminal", "/States", "No state ends the machine; expected 'End': true, a Succeed or a Fail somewhere");

    [Fact]
    public void MissingTerminal_OfABranch_IsReportedThere() => All(
        OneState("""{"Type":"Parallel","End":true,"Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Next":"B"}}}]}"""),
        "missing-terminal /States/A/Branches/0/States");

    [Fact]
    public void MissingNextOrEnd_OfAState_IsReportedAlone() => Only(
        """{"StartAt":"A","States":{«"A"»:{"Type":"Pass"}}}""",
        "missing-next-or-end", "/States/A", "State 'A' has neither 'Next' nor 'End'; one of them must say what comes after it");

    [Fact]
    public void NextAndEnd_OfAState_IsReportedAtEnd() => Only(
        """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B",«"End"»:true},"B":{"Type":"Succeed"}}}""",
        "next-and-end", "/States/A/End", "State 'A' has both 'Next' and 'End'; keep one of them");

    [Fact]
    public void InvalidJson_Definition_IsReportedAloneButKeepsTheStateNames()
    {
        var bound = Compiled.Language.Binding.MachineBinder.Bind("""{"StartAt":"X","States":{"A":{"Type":"Pass",},"B":{"Type":"Succeed"}}}""");

        Assert.All(bound.Faults, fault => Assert.Equal("invalid-json", fault.Kind));
        Assert.Null(bound.Machine);
        Assert.Equal(["A", "B"], bound.StateNames);
    }

    [Fact]
    public void NotAnObject_Definition_IsReported() => All("[]", "not-an-object ");
}
