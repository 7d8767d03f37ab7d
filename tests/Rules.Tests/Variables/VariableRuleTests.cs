using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Variables;

/// <summary>Rules on variables, in both query languages. RULES.md, section 2; FEATURES A5.</summary>
public sealed class VariableRuleTests
{
    private const string Read = """{"Type":"Pass","Parameters":{"y.$":"$x"},"End":true}""";

    [Fact]
    public void UndefinedVariable_ThatNothingAssigns_IsReportedWithTheNearest() => Only(
        States(""" "A":{"Type":"Pass","Assign":{"total":1},"Next":"B"},"B":{"Type":"Pass","Parameters":{"y.$":"States.Format('{}', «$totl»)","z.$":"$total"},"End":true} """),
        "undefined-variable", "/States/B/Parameters/y.$", "'$totl' is not assigned here; nothing assigns it; did you mean '$total'?");

    [Fact]
    public void UndefinedVariable_ReadInTheAssignThatSetsIt_IsReported() => Only(
        States(""" "A":{"Type":"Pass","Assign":{"x":1,"y.$":"«$x»"},"Next":"B"},"B":{"Type":"Pass","Parameters":{"x.$":"$x","y.$":"$y"},"End":true} """),
        "undefined-variable", "/States/A/Assign/y.$", "'$x' is not assigned here; what 'A' itself assigns can be read after it only");

    [Fact]
    public void UndefinedVariable_AssignedLaterOnly_IsReported() => Only(
        States(""" "A":{"Type":"Pass","Parameters":{"y.$":"«$x»"},"Next":"B"},"B":{"Type":"Pass","Assign":{"x":1},"End":true} """),
        "undefined-variable", "/States/A/Parameters/y.$", "'$x' is not assigned here; no way to 'A' assigns it");

    [Fact]
    public void UndefinedVariable_OfABranchReadOutside_IsReported() => Only(
        States(""" "A":{"Type":"Parallel","Next":"B","Branches":[{"StartAt":"C","States":{"C":{"Type":"Pass","Assign":{"x":1},"Next":"D"},"D":{"Type":"Pass","Parameters":{"x.$":"$x"},"End":true}}}]},"B":{"Type":"Pass","Parameters":{"y.$":"«$x»"},"End":true} """),
        "undefined-variable", "/States/B/Parameters/y.$", "'$x' is not assigned here; it is a variable of the states inside 'A' alone");

    [Fact]
    public void UndefinedVariable_OfTheMachineInADistributedMap_IsReported() => Only(
        States(""" "A":{"Type":"Pass","Assign":{"x":1},"Next":"B"},"B":{"Type":"Map","ItemSelector":{"x.$":"$x"},"End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"C","States":{"C":{"Type":"Pass","Parameters":{"y.$":"«$x»"},"End":true}}}} """),
        "undefined-variable", "/States/B/ItemProcessor/States/C/Parameters/y.$", "'$x' is not assigned here; the child executions of Map 'B' see no variables from outside");

    [Fact]
    public void UndefinedVariable_AfterACatcherThatDoesNotAssignIt_IsReported() => Only(
        States($$""" "A":{"Type":"Task","Resource":"{{Function}}","Assign":{"x.$":"$"},"Next":"B","Catch":[{"ErrorEquals":["X"],"Next":"C"}]},"B":{"Type":"Pass","Parameters":{"y.$":"$x"},"End":true},"C":{"Type":"Pass","Parameters":{"y.$":"«$x»"},"End":true} """),
        "undefined-variable", "/States/C/Parameters/y.$", "'$x' is not assigned here; no way to 'C' assigns it");

    [Fact]
    public void UndefinedVariable_InAnExpression_IsReportedOnTheName() => Only(
        States(""" "A":{"QueryLanguage":"JSONata","Type":"Pass","Output":"{% $states.input.a + «$x» + $sum([1,2]) %}","End":true} """),
        "undefined-variable", "/States/A/Output", "'$x' is not assigned here; nothing assigns it");

    [Fact]
    public void MaybeUnassignedVariable_AssignedByOneRule_IsReported() => Only(
        States($$""" "A":{"Type":"Choice","Choices":[{"Variable":"$.k","IsPresent":true,"Assign":{"x":1},"Next":"B"}],"Default":"B"},"B":{"Type":"Pass","Parameters":{"y.$":"«$x»"},"End":true} """),
        "maybe-unassigned-variable", "/States/B/Parameters/y.$", "'$x' is assigned on some ways to 'B' and not on others; assign it on all of them");

    [Fact]
    public void MaybeUnassignedVariable_AssignedOnEveryWay_IsNotReported() => None(States(
        $$""" "A":{"Type":"Choice","Choices":[{"Variable":"$.k","IsPresent":true,"Assign":{"x":1},"Next":"B"}],"Assign":{"x":2},"Default":"B"},"B":{{Read}} """));

    [Fact]
    public void MaybeUnassignedVariable_InALoopThatAssignsFirst_IsNotReported() => None(States(
        """ "A":{"Type":"Pass","Assign":{"x":0},"Next":"B"},"B":{"Type":"Pass","Assign":{"x.$":"States.MathAdd($x, 1)"},"Next":"C"},"C":{"Type":"Choice","Choices":[{"Variable":"$x","NumericLessThan":5,"Next":"B"}],"Default":"D"},"D":{"Type":"Succeed"} """));

    [Fact]
    public void MaybeUnassignedVariable_AskedForFirst_IsNotReported() => None(States(
        """ "A":{"Type":"Choice","Choices":[{"Variable":"$.k","IsPresent":true,"Assign":{"x":1},"Next":"B"}],"Default":"B"},"B":{"QueryLanguage":"JSONata","Type":"Pass","Output":"{% $exists($x) ? $x : 0 %}","End":true} """));

    [Fact]
    public void UnusedVariable_ThatNothingReads_IsReportedOnceAtItsKey() => Only(
        States(""" "A":{"Type":"Pass","Assign":{«"x"»:1},"Next":"B"},"B":{"Type":"Pass","Assign":{"x":2},"End":true} """),
        "unused-variable", "/States/A/Assign/x", "'$x' is assigned and never read");

    [Theory]
    [InlineData("""{"Type":"Pass","InputPath":"$x","End":true}""")]
    [InlineData("""{"Type":"Pass","Parameters":{"y.$":"$.a[?(@.b == $x)]"},"End":true}""")]
    [InlineData("""{"Type":"Map","ItemsPath":"$x","End":true,"ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}}}""")]
    [InlineData("""{"Type":"Parallel","End":true,"Branches":[{"StartAt":"C","States":{"C":{"Type":"Wait","SecondsPath":"$x","End":true}}}]}""")]
    [InlineData("""{"QueryLanguage":"JSONata","Type":"Pass","Output":{"y":["{% $x.y %}"]},"End":true}""")]
    [InlineData("""{"QueryLanguage":"JSONata","Type":"Wait","Seconds":"{% $x %}","End":true}""")]
    public void UnusedVariable_ReadAnywhere_IsNotReported(string reader) => None(States($$""" "A":{"Type":"Pass","Assign":{"x":1},"Next":"B"},"B":{{reader}} """));

    [Fact]
    public void Variables_ManyStatesAndNames_AreFollowedInTime()
    {
        string states = string.Join(",", Enumerable.Range(0, 3000).Select(i => $$"""
            "S{{i}}":{"Type":"Pass","Assign":{"v{{i}}":{{i}} },"Next":"S{{i + 1}}"}
            """));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        int count = Find("{\"StartAt\":\"S0\",\"States\":{" + states + ",\"S3000\":{\"Type\":\"Succeed\"}}}", default).Count(fault => fault.Kind == "unused-variable");

        Assert.Equal(3000, count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
