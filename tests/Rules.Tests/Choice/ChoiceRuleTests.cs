using Compiled.Language.Faults;
using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Choice;

/// <summary>Rules on the rules of Choices. RULES.md, choice-...; FEATURES A10.</summary>
public sealed class ChoiceRuleTests
{
    private const string Ends = """ "B":{"Type":"Succeed"},"C":{"Type":"Fail"} """;

    private static string Rules(string rules, string more = ""","Default":"C" """, string language = "") =>
        $$$"""{"StartAt":"A",{{{language}}}"States":{"A":{"Type":"Choice","Choices":[{{{rules}}}]{{{more}}}},{{{Ends}}}}}""";

    private static string Rule(string variable, string comparison) => $$"""{"Variable":"{{variable}}",{{comparison}},"Next":"B"}""";

    private static IEnumerable<string> Kinds(string text) => Find(text, default).Select(fault => fault.Kind);

    [Fact]
    public void ShadowedChoiceRule_WithinAnEarlierOne_IsReportedAtItsOperator() => Only(
        Rules(Rule("$.n", "\"NumericGreaterThan\":10") + "," + Rule("$.n", "«\"NumericGreaterThanEquals\"»:20")),
        "shadowed-choice-rule", "/States/A/Choices/1/NumericGreaterThanEquals", "This rule never decides; rule 0 holds whenever this one does");

    [Fact]
    public void ShadowedChoiceRule_CoveredByTwo_SaysSo() => Only(
        Rules(Rule("$.n", "\"NumericLessThan\":10") + "," + Rule("$.n", "\"NumericGreaterThanEquals\":10") + "," + Rule("$.n", "«\"IsNumeric\"»:true")),
        "shadowed-choice-rule", "/States/A/Choices/2/IsNumeric", "This rule never decides; wherever it holds an earlier rule holds too");

    [Theory]
    [InlineData("\"StringEquals\":\"a\"", "\"StringEquals\":\"a\"")]
    [InlineData("\"StringMatches\":\"a*\"", "\"StringEquals\":\"abc\"")]
    [InlineData("\"StringLessThan\":\"b\"", "\"StringLessThan\":\"a\"")]
    [InlineData("\"TimestampLessThan\":\"2030-01-01T00:00:00Z\"", "\"TimestampEquals\":\"2029-12-31T23:00:00-01:30\"", false)]
    [InlineData("\"TimestampLessThan\":\"2030-01-01T00:00:00Z\"", "\"TimestampEquals\":\"2030-01-01T00:30:00+01:00\"")]
    [InlineData("\"IsString\":true", "\"IsTimestamp\":true")]
    [InlineData("\"IsPresent\":true", "\"BooleanEquals\":true")]
    [InlineData("\"NumericGreaterThanPath\":\"$.m\"", "\"NumericGreaterThanPath\":\"$.m\"")]
    [InlineData("\"StringMatches\":\"a*\"", "\"StringMatches\":\"ab*\"", false)]
    [InlineData("\"StringEquals\":\"abc\"", "\"StringMatches\":\"a*\"", false)]
    [InlineData("\"NumericGreaterThan\":20", "\"NumericGreaterThan\":10", false)]
    [InlineData("\"NumericEquals\":1", "\"StringEquals\":\"1\"", false)]
    [InlineData("\"NumericGreaterThanPath\":\"$.m\"", "\"NumericGreaterThanPath\":\"$.k\"", false)]
    [InlineData("\"IsTimestamp\":true", "\"StringEquals\":\"2030-01-01\"", false)]
    [InlineData("\"IsTimestamp\":true", "\"StringEquals\":\"2030-01-01T00:00:00Z\"")]
    public void ShadowedChoiceRule_OfTwoOperators_IsFoundByReasoning(string first, string second, bool isShadowed = true) =>
        Assert.Equal(isShadowed ? ["shadowed-choice-rule"] : [], Kinds(Rules(Rule("$.v", first) + "," + Rule("$.v", second))));

    [Fact]
    public void ShadowedChoiceRule_OfTwoVariables_NeedsBoth()
    {
        string both = """{"And":[{"Variable":"$.a","IsPresent":true},{"Variable":"$.b","IsPresent":true}],"Next":"B"}""";
        Assert.Equal(["shadowed-choice-rule"], Kinds(Rules(Rule("$.a", "\"IsPresent\":true") + "," + both)));
        Assert.Empty(Kinds(Rules(both + "," + Rule("$.a", "\"IsPresent\":true"))));
    }

    [Fact]
    public void ContradictoryChoiceRule_RangesThatExcludeEachOther_IsReportedAtAnd() => Only(
        Rules("""{«"And"»:[{"Variable":"$.n","NumericGreaterThan":10},{"Variable":"$.n","NumericLessThan":5}],"Next":"B"}"""),
        "contradictory-choice-rule", "/States/A/Choices/0/And", "This can never hold; its conditions exclude each other");

    [Fact]
    public void ContradictoryChoiceRule_InsideAnOr_IsReportedWhereItStands() => All(
        Rules("""{"Or":[{"Variable":"$.s","StringEquals":"a"},{"And":[{"Variable":"$.n","IsString":true},{"Variable":"$.n","NumericEquals":5}]}],"Next":"B"}"""),
        "contradictory-choice-rule /States/A/Choices/0/Or/1/And");

    [Theory]
    [InlineData("""{"Variable":"$.n","StringEquals":"a"},{"Variable":"$.n","StringEquals":"b"}""", true)]
    [InlineData("""{"Variable":"$.n","StringMatches":"a*"},{"Variable":"$.n","StringEquals":"b"}""", true)]
    [InlineData("""{"Variable":"$.n","BooleanEquals":true},{"Not":{"Variable":"$.n","BooleanEquals":true}}""", true)]
    [InlineData("""{"Variable":"$.n","NumericGreaterThanEquals":5},{"Variable":"$.n","NumericLessThanEquals":5}""", false)]
    [InlineData("""{"Variable":"$.n","StringEquals":"a"},{"Variable":"$.m","StringEquals":"b"}""", false)]
    [InlineData("""{"Variable":"$.n","StringMatches":"a*"},{"Variable":"$.n","StringMatches":"*b"}""", false)]
    [InlineData("""{"Variable":"$.n","IsPresent":true},{"Variable":"$.n","IsNull":true}""", false)]
    public void ContradictoryChoiceRule_OfTwoParts_IsFoundByReasoning(string parts, bool isFound) =>
        Assert.Equal(isFound ? ["contradictory-choice-rule"] : [], Kinds(Rules($$"""{"And":[{{parts}}],"Next":"B"}""")));

    [Theory]
    [InlineData("""{"And":[{"Variable":"$.s","StringEquals":"${Left}"},{"Variable":"$.s","StringEquals":"a"}],"Next":"B"}""")]
    [InlineData("""{"Variable":"$.n","NumericEquals":"${Left}","Next":"B"},{"Variable":"$.n","NumericEquals":"${Right}","Next":"B"}""")]
    public void Reasoning_OperandsThatDeploymentReplaces_SaysNothing(string rules) => Assert.DoesNotContain(Find(Rules(rules), default), fault => fault.Kind != "placeholder");

    [Fact]
    public void Reasoning_ConditionThatDeploymentReplaces_SaysNothing() => Assert.DoesNotContain(
        Find(Rules("""{"Condition":"${Flag}","Next":"B"}""", language: """ "QueryLanguage":"JSONata", """), default), fault => fault.Kind != "placeholder");

    [Fact]
    public void ChoiceAlwaysTrue_BeforeADefault_IsReported() => Only(
        Rules("""{«"Or"»:[{"Variable":"$.x","IsPresent":false},{"Variable":"$.x","IsPresent":true}],"Next":"B"}"""),
        "choice-always-true", "/States/A/Choices/0/Or", "This rule always holds, so 'Default' never comes into play");

    [Fact]
    public void ChoiceAlwaysTrue_BeforeOtherRules_HidesThemOnce() => All(
        Rules("""{"Not":{"And":[{"Variable":"$.x","IsPresent":true},{"Variable":"$.x","IsPresent":false}]},"Next":"B"},""" + Rule("$.x", "\"IsPresent\":true")),
        "choice-always-true /States/A/Choices/0/Not", "contradictory-choice-rule /States/A/Choices/0/Not/And");

    [Fact]
    public void ChoiceAlwaysTrue_AsTheLastRuleWithoutDefault_IsNotReported() => None(
        Rules("""{"Condition":"{% $states.input.x = 1 %}","Next":"B"},{"Condition":true,"Next":"C"}""", "", """ "QueryLanguage":"JSONata", """));

    [Fact]
    public void ChoiceWithoutDefault_TextThatNoRuleNames_IsReportedAtTheState() => Only(
        Rules(Rule("$.s", "\"StringEquals\":\"a\"") + "," + Rule("$.s", "\"StringEquals\":\"b\"").Replace("\"B\"}", "\"C\"}", StringComparison.Ordinal), "").Replace("\"A\":{", "«\"A\"»:{", StringComparison.Ordinal),
        "choice-without-default", "/States/A", "No rule of 'A' holds where '$.s' is another text, and there is no 'Default'; the execution fails there");

    [Theory]
    [InlineData("\"BooleanEquals\":true", "\"BooleanEquals\":false", false)]
    [InlineData("\"NumericLessThan\":5", "\"NumericGreaterThanEquals\":5", false)]
    [InlineData("\"IsPresent\":true", "\"IsPresent\":false", false)]
    [InlineData("\"NumericLessThan\":5", "\"NumericGreaterThan\":5", true)]
    [InlineData("\"IsString\":true", "\"IsNumeric\":true", true)]
    public void ChoiceWithoutDefault_OfTwoRules_IsFoundByReasoning(string first, string second, bool isFound) =>
        Assert.Equal(isFound ? ["choice-without-default"] : [], Kinds(Rules(Rule("$.v", first) + "," + Rule("$.v", second).Replace("\"B\"}", "\"C\"}", StringComparison.Ordinal), "")));

    [Theory]
    [InlineData("$states.input.n < 5", "$states.input.n>=5", false)]
    [InlineData("$states.input.ok", "$not($states.input.ok)", false)]
    [InlineData("$states.input.a = 1 and $states.input.b = 1", "$states.input.a != 1 or $states.input.b != 1", false)]
    [InlineData("$states.input.n < 5", "$states.input.n > 5", true)]
    [InlineData("$states.input.s = 'a b'", "$states.input.s != 'ab'", true)]
    public void ChoiceWithoutDefault_OfTwoExpressions_KnowsOpposites(string first, string second, bool isFound) =>
        Assert.Equal(isFound ? ["choice-without-default"] : [], Kinds(Rules($$"""{"Condition":"{% {{first}} %}","Next":"B"},{"Condition":"{% {{second}} %}","Next":"C"}""", "", """ "QueryLanguage":"JSONata", """)));

    [Fact]
    public void ChoiceWithoutEffect_EveryWayToOneState_IsReported() => Only(
        """{"StartAt":"A","States":{«"A"»:{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"B"}],"Default":"B"},"B":{"Type":"Succeed"}}}""",
        "choice-without-effect", "/States/A", "Every rule and 'Default' of 'A' lead to 'B', so nothing is chosen");

    [Fact]
    public void ChoiceWithoutEffect_RuleThatAssigns_IsNotReported() =>
        Assert.DoesNotContain("choice-without-effect", Kinds("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"B","Assign":{"y":1}}],"Default":"B"},"B":{"Type":"Succeed"}}}"""));

    [Fact]
    public void BadStringPattern_BackslashBeforeALetter_IsReportedOnBoth() => Only(
        Rules(Rule("$.s", """ "StringMatches":"a*«\\d»" """)),
        "bad-string-pattern", "/States/A/Choices/0/StringMatches", @"The backslash escapes nothing; only '\*' and '\\' have a meaning in a pattern, written '\\*' and '\\\\' in JSON");

    [Theory]
    [InlineData(@"a\\*b")]
    [InlineData(@"a\\\\b")]
    [InlineData("a*b")]
    public void BadStringPattern_KnownEscape_IsNotReported(string pattern) => None(Rules(Rule("$.s", $"\"StringMatches\":\"{pattern}\"")));

    [Fact]
    public void Reasoning_ManyRulesAndVariables_StaysWithinItsBudget()
    {
        string wide = string.Join(",", Enumerable.Range(0, 40).Select(i => $$"""{"And":[{{string.Join(",", Enumerable.Range(0, 10).Select(v => $$"""{"Variable":"$.v{{v}}","NumericGreaterThan":{{i}}}"""))}}],"Next":"B"}"""));
        string deep = string.Join(",", Enumerable.Range(0, 1500).Select(i => Rule("$.s", $"\"StringEquals\":\"x{i}\"")));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        _ = Kinds(Rules(wide)).Count();
        Assert.Empty(Kinds(Rules(deep)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
