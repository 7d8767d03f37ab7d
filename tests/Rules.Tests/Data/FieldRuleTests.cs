using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Data;

/// <summary>Rules on fields that do nothing and on the context object. RULES.md, section 2; FEATURES A6.</summary>
public sealed class FieldRuleTests
{
    private const string Processor = """ "ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Succeed"}}} """;

    [Fact]
    public void FieldWithoutEffect_SelectorOfADiscardedResult_IsReportedAtItsKey() => Only(
        OneState($$"""{"Type":"Task","Resource":"{{Function}}","End":true,«"ResultSelector"»:{"x.$":"$.x"},"ResultPath":null}"""),
        "field-without-effect", "/States/A/ResultSelector", "'ResultSelector' has no effect; 'ResultPath' is null, so the result is discarded");

    [Fact]
    public void FieldWithoutEffect_ParametersBesideResult_AreReported() => Only(
        OneState("""{"Type":"Pass","End":true,«"Parameters"»:{"x":1},"Result":2}"""),
        "field-without-effect", "/States/A/Parameters", "'Parameters' has no effect; 'Result' replaces what it makes");

    [Fact]
    public void FieldWithoutEffect_ConcurrencyOfAnInlineMap_IsReportedAbove40() => Only(
        OneState($$"""{"Type":"Map","End":true,«"MaxConcurrency"»:41,{{Processor}}}"""),
        "field-without-effect", "/States/A/MaxConcurrency", "'MaxConcurrency' has no effect; it is 41, and an inline Map runs at most 40 iterations at once");

    [Theory]
    [InlineData("""{"Type":"Pass","End":true,"Parameters":{"x":1},"ResultPath":null}""")]
    [InlineData("""{"Type":"Pass","End":true,"Result":2}""")]
    public void FieldWithoutEffect_FieldsThatAct_AreNotReported(string state) => None(OneState(state));

    [Fact]
    public void FieldWithoutEffect_ConcurrencyOf40_IsNotReported() => None(OneState($$"""{"Type":"Map","End":true,"MaxConcurrency":40,{{Processor}}}"""));

    [Fact]
    public void DistributedOnlyField_LabelOfAnInlineMap_IsReportedAtItsKey() => Only(
        OneState($$"""{"Type":"Map","End":true,«"Label"»:"x",{{Processor}}}"""),
        "distributed-only-field", "/States/A/Label", "'Label' counts in distributed Maps only; Map 'A' is inline, for 'Mode' of its 'ProcessorConfig' is not 'DISTRIBUTED'");

    [Fact]
    public void DistributedOnlyField_OfADistributedMap_IsNotReported() => None(OneState(
        """{"Type":"Map","End":true,"Label":"x","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}}}"""));

    [Theory]
    [InlineData("$$«.Exection».Id", "the context object has no 'Exection'; did you mean 'Execution'?")]
    [InlineData("$$.Execution«.ID»", "the context object has no 'Execution.ID'; did you mean 'Id'?")]
    [InlineData("$$«.Task».Token", "'Task' holds the token of a '.waitForTaskToken' integration, which this state is not")]
    [InlineData("$$«.Map».Item.Value", "'Map' exists only in the 'ItemSelector' of a Map and inside its processor")]
    public void UnknownContextField_OfAPass_IsReportedOnItsStep(string path, string what)
    {
        string plain = path.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        Only(
            OneState($$$$"""{"Type":"Pass","End":true,"Parameters":{"x.$":"{{{{path}}}}"}}"""),
            "unknown-context-field", "/States/A/Parameters/x.$", $"'{plain}': {what}");
    }

    [Theory]
    [InlineData("$$")]
    [InlineData("$$.Execution.Input.anything")]
    [InlineData("$$.State.EnteredTime")]
    [InlineData("$$['Execution']['Name']")]
    public void UnknownContextField_KnownField_IsNotReported(string path) => None(OneState($$$$"""{"Type":"Pass","End":true,"Parameters":{"x.$":"{{{{path}}}}"}}"""));

    [Fact]
    public void UnknownContextField_ItemWhereThereIsOne_IsNotReported() => None(OneState(
        """{"Type":"Map","End":true,"ItemSelector":{"x.$":"$$.Map.Item.Value"},"ItemProcessor":{"StartAt":"B","States":{"B":{"Type":"Pass","Parameters":{"i.$":"$$.Map.Item.Index"},"End":true}}}}"""));
}
