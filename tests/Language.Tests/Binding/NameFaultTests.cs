using Compiled.Language.Binding;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>Names of states and variables, and what refers to them. FEATURES L-001, L-008, L-010, L-072.</summary>
public sealed class NameFaultTests
{
    [Fact]
    public void UnknownNext_WithANearMiss_NamesItAndReportsNothingElse() => Only(
        """{"StartAt":"Pay","States":{"Pay":{"Type":"Pass","Next":«"Shp"»},"Ship":{"Type":"Succeed"}}}""",
        "unknown-next", "/States/Pay/Next", "'Next' names 'Shp', which is not a state here; did you mean 'Ship'?");

    [Fact]
    public void UnknownNext_WithoutANearMiss_ExcusesOneStateThatNothingNames() => Only(
        """{"StartAt":"Pay","States":{"Pay":{"Type":"Pass","Next":«"Deliver"»},"Ship":{"Type":"Succeed"}}}""",
        "unknown-next", "/States/Pay/Next", "'Next' names 'Deliver', which is not a state here");

    [Fact]
    public void UnknownNext_WithTwoStatesThatNothingNames_ReportsThemToo() => All(
        """{"StartAt":"Pay","States":{"Pay":{"Type":"Pass","Next":"Deliver"},"Ship":{"Type":"Succeed"},"Mail":{"Type":"Succeed"}}}""",
        "unknown-next /States/Pay/Next", "unreachable-state /States/Ship", "unreachable-state /States/Mail");

    [Theory]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"B"}],"Default":"X"}""", "/States/A/Default")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"X"}],"Default":"B"}""", "/States/A/Choices/0/Next")]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:lambda:::function:f","Next":"B","Catch":[{"ErrorEquals":["a"],"Next":"X"}]}""", "/States/A/Catch/0/Next")]
    public void UnknownNext_WhereverATransitionStands_IsReported(string state, string pointer) => All(
        """{"StartAt":"A","States":{"A":""" + state + """,  "B":{"Type":"Succeed"}}}""", "unknown-next " + pointer);

    [Fact]
    public void UnknownStartAt_OfTheMachine_ReportsNothingAsUnreachable() => Only(
        """{"StartAt":«"FristState"»,"States":{"FirstState":{"Type":"Succeed"}}}""",
        "unknown-start-at", "/StartAt", "'StartAt' names 'FristState', which is not a state here; did you mean 'FirstState'?");

    [Fact]
    public void UnknownStartAt_OfABranch_IsReportedThere() => All(
        OneState("""{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{"B":{"Type":"Succeed"}}}]}"""),
        "unknown-start-at /States/A/Branches/0/StartAt");

    [Fact]
    public void CrossScopeTransition_OutOfABranch_IsReportedAlone() => Only(
        """{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"B","States":{"B":{"Type":"Pass","Next":«"Out"»}}}]},"Out":{"Type":"Succeed"}}}""",
        "cross-scope-transition", "/States/P/Branches/0/States/B/Next", "'Next' names 'Out', which stands in another flow; a transition must stay in its own");

    [Fact]
    public void CrossScopeTransition_IntoAnItemProcessor_IsReportedAlone() => All(
        """
        {"StartAt":"A","States":{
          "A":{"Type":"Pass","Next":"I"},
          "M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}}}
        """,
        "cross-scope-transition /States/A/Next");

    [Fact]
    public void DuplicateStateName_InAnotherFlow_IsReportedAtTheSecond() => Only(
        """{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{«"A"»:{"Type":"Succeed"}}}]}}}""",
        "duplicate-state-name", "/States/A/Branches/0/States/A", "'A' names two states, here and at '/States/A'; names are unique in the whole machine");

    [Fact]
    public void StateNameTooLong_At81Characters_IsReportedAndAt80Not()
    {
        string name = new('n', 81);
        Only(
            $$"""{"StartAt":"{{name}}","States":{«"{{name}}"»:{"Type":"Succeed"} } }""",
            "state-name-too-long", "/States/" + name, "The state name has 81 characters; at most 80 are allowed");
        Machine($$"""{"StartAt":"{{name[1..]}}","States":{"{{name[1..]}}":{"Type":"Succeed"} } }""");
    }

    [Fact]
    public void StateNames_WithFaults_AreAllGivenOnceInTextOrder()
    {
        BoundMachine bound = MachineBinder.Bind(
            """{"States":{"Z":{"Type":"Parallel","Branches":[{"States":{"Y":{},"Z":{}}}]},"a b":7,"Iterator":{"Type":"Pass"}}}""");

        Assert.Null(bound.Machine);
        Assert.Equal(["Z", "Y", "a b", "Iterator"], bound.StateNames);
    }

    [Theory]
    [InlineData("top-level", "'top-level' is no variable name; expected a letter, then letters, digits or '_'")]
    [InlineData("1st", "'1st' is no variable name; expected a letter, then letters, digits or '_'")]
    [InlineData("a.b", "'a.b' is no variable name; expected a letter, then letters, digits or '_'")]
    [InlineData("", "'' is no variable name; expected a letter, then letters, digits or '_'")]
    [InlineData("states", "'states' is reserved and cannot be assigned")]
    public void BadVariableName_InAssign_IsReportedAtTheKey(string name, string message) => Only(
        OneState($$"""{"Type":"Pass","End":true,"Assign":{«"{{name}}"»:1} }"""),
        "bad-variable-name", "/States/A/Assign/" + name, message);

    [Theory]
    [InlineData("x.$", "\"$.y\"")]
    [InlineData("größe_2", "1")]
    [InlineData("变量", "1")]
    public void VariableName_UnicodeIdentifier_IsTaken(string name, string value) =>
        Assert.True(Machine(OneState($$"""{"Type":"Pass","End":true,"Assign":{"{{name}}":{{value}} } }""")).UsesVariables);

    [Fact]
    public void VariableShadowsOuter_InABranch_IsReportedAtTheName() => Only(
        """{"StartAt":"P","States":{"P":{"Type":"Parallel","Assign":{"x":1},"End":true,"Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{«"x.$"»:"$"},"End":true}}}]}}}""",
        "variable-shadows-outer", "/States/P/Branches/0/States/A/Assign/x.$",
        "'x' is a variable of the machine, which a state inside 'P' can read and not assign; expected another name");

    /// <summary>L-077, L-078: siblings don't see each other, and a distributed Map sees nothing around it.</summary>
    [Fact]
    public void VariableShadowsOuter_OfWhatCannotBeSeen_IsNotReported() => All("""
        {"StartAt":"P","States":{
          "P":{"Type":"Parallel","Next":"M","Branches":[
            {"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":1},"End":true}}},
            {"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"x":1},"End":true}}}]},
          "M":{"Type":"Map","Assign":{"y":1},"End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},
            "StartAt":"I","States":{"I":{"Type":"Pass","Assign":{"y":2},"End":true}}}}}}
        """);

    /// <summary>L-077: rules and catchers assign too, and two levels in is still inside.</summary>
    [Fact]
    public void VariableShadowsOuter_InRulesAndCatchersOfNestedFlows_IsReported() => All("""
        {"StartAt":"M","States":{"M":{"Type":"Map","Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"x":1},"Next":"Z"}],"Next":"Z","ItemProcessor":{"StartAt":"N","States":{
          "N":{"Type":"Map","End":true,"Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"x":1},"Next":"E"}],"ItemProcessor":{"StartAt":"C","States":{
            "C":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Assign":{"x":1},"Next":"D"}],"Default":"D"},"D":{"Type":"Succeed"}}}},
          "E":{"Type":"Succeed"}}}},"Z":{"Type":"Succeed"}}}
        """,
        "variable-shadows-outer /States/M/ItemProcessor/States/N/Catch/0/Assign/x",
        "variable-shadows-outer /States/M/ItemProcessor/States/N/ItemProcessor/States/C/Choices/0/Assign/x");
}
