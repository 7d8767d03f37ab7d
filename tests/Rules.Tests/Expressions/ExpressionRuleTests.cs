using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Expressions;

/// <summary>Rules on intrinsic calls and text of the other query language. RULES.md, section 2.</summary>
public sealed class ExpressionRuleTests
{
    private static string Pass(string call) => OneState($$$$"""{"Type":"Pass","End":true,"Parameters":{"x.$":"{{{{call}}}}"}}""");

    [Theory]
    [InlineData("States.Format(«'{} {}'», $.a)", "The template of 'States.Format' has 2 '{}', and 1 further arguments stand after it; expected as many")]
    [InlineData("States.Hash($.a, «'SHA256'»)", "'SHA256' is no algorithm of 'States.Hash'; expected MD5, SHA-1, SHA-256, SHA-384 or SHA-512; did you mean 'SHA-256'?")]
    [InlineData("States.ArrayRange(1, 9, «0»)", "The step of 'States.ArrayRange' is 0; expected another number")]
    [InlineData("«States.ArrayRange(0, 1000, 1)»", "'States.ArrayRange' would make 1001 items; at most 1000 are allowed")]
    [InlineData("States.ArrayPartition($.a, «0»)", "The chunk size of 'States.ArrayPartition' is 0; expected at least 1")]
    [InlineData("States.ArrayGetItem($.a, «-1»)", "The index of 'States.ArrayGetItem' is -1; expected at least 0")]
    [InlineData("States.ArrayGetItem(States.Array(1, 2), «2»)", "The index of 'States.ArrayGetItem' is 2; the array has 2 items, counted from 0")]
    [InlineData("States.MathRandom(«9», 1)", "The start of 'States.MathRandom' is 9, above its end, which is 1")]
    [InlineData("States.JsonMerge($.a, $.b, «true»)", "The third argument of 'States.JsonMerge' is true; only false is supported, which merges the top level")]
    [InlineData("States.StringToJson(«'not json'»)", "The text given to 'States.StringToJson' is not JSON")]
    [InlineData("States.Array(States.Hash($.a, «'X'»))", "'X' is no algorithm of 'States.Hash'; expected MD5, SHA-1, SHA-256, SHA-384 or SHA-512")]
    public void BadIntrinsicArgument_ConstantThatFails_IsReportedOnIt(string call, string message) =>
        Only(Pass(call), "bad-intrinsic-argument", "/States/A/Parameters/x.$", message);

    [Theory]
    [InlineData("States.Format('{} {}', $.a, 1)")]
    [InlineData("States.Format($.a, 1)")]
    [InlineData(@"States.Format('\\{} {}', 1)")]
    [InlineData("States.Hash($.a, 'SHA-256')")]
    [InlineData("States.ArrayRange(0, 999, 1)")]
    [InlineData("States.ArrayRange(9, 1, 1)")]
    [InlineData("States.ArrayPartition($.a, 1)")]
    [InlineData("States.ArrayGetItem(States.Array(1, 2), 1)")]
    [InlineData("States.MathRandom(1, 9)")]
    [InlineData("States.JsonMerge($.a, $.b, false)")]
    [InlineData("States.StringToJson('[1]')")]
    [InlineData("States.StringToJson(' ')")]
    public void BadIntrinsicArgument_ConstantThatWorks_IsNotReported(string call) => None(Pass(call));

    [Fact]
    public void BadIntrinsicArgument_InTheResultOfAPass_IsNotReported() =>
        Assert.DoesNotContain(Find(OneState("""{"Type":"Pass","End":true,"Result":{"x.$":"States.Hash($.a, 'X')"}}"""), default), fault => fault.Kind == "bad-intrinsic-argument");

    private static string Jsonata(string output) => OneState($$"""{"QueryLanguage":"JSONata","Type":"Pass","End":true,"Output":{{output}}}""");

    [Fact]
    public void JsonPathInJsonataText_Path_IsReportedAtTheText() => Only(
        Jsonata("""{"x":[«"$.a"»]}"""),
        "jsonpath-in-jsonata-text", "/States/A/Output/x/0", "'$.a' is sent as text, for the query language here is JSONata; expected an expression in '{% %}'");

    [Fact]
    public void JsonPathInJsonataText_DollarKey_IsReportedAtTheKey() => Only(
        Jsonata("""{«"x.$"»:"$.a"}"""),
        "jsonpath-in-jsonata-text", "/States/A/Output/x.$", "'x.$' is a plain key in a JSONata state; write 'x' and an expression in '{% %}'");

    [Theory]
    [InlineData("""{"x":"$5.00"}""")]
    [InlineData("""{"x":"$"}""")]
    [InlineData("""{"x":"$. and more"}""")]
    [InlineData("""{"x":"States.of matter"}""")]
    public void JsonPathInJsonataText_OtherText_IsNotReported(string output) => None(Jsonata(output));

    [Fact]
    public void JsonataInJsonPathText_Expression_IsReportedAtTheText() => Only(
        OneState("""{"Type":"Pass","End":true,"Parameters":{"x":[{"y":«"{% $x %}"»}]}}"""),
        "jsonata-in-jsonpath-text", "/States/A/Parameters/x/0/y", "'{% $x %}' is sent as text, for the query language of 'A' is JSONPath; expected a path, or 'QueryLanguage': 'JSONata'");

    [Fact]
    public void JsonataInJsonPathText_OneDelimiter_IsNotReported() => None(OneState("""{"Type":"Pass","End":true,"Parameters":{"x":"{% or so"}}"""));

    [Theory]
    [InlineData("«'a'» + 1", "This is a string, and arithmetic takes a number; the expression fails on every run")]
    [InlineData("$states.input.n * «true»", "This is a boolean, and arithmetic takes a number; the expression fails on every run")]
    [InlineData("-«'a'»", "This is a string, and '-' takes a number; the expression fails on every run")]
    [InlineData("[1..«'9'»]", "This is a string, and '..' takes a number; the expression fails on every run")]
    [InlineData("«'a' < 1»", "This compares a string with a number; the expression fails on every run")]
    [InlineData("«null» < 1", "This is null, and an order takes a string or a number; the expression fails on every run")]
    [InlineData("(1; {'x': $sum([1, «$string(5)» - 2])})", "This is a string, and arithmetic takes a number; the expression fails on every run")]
    public void JsonataAlwaysFails_OperandOfTheWrongType_IsReportedOnIt(string expression, string message) =>
        Only(Jsonata($"\"{{% {expression} %}}\""), "jsonata-always-fails", "/States/A/Output", message);

    [Theory]
    [InlineData("$states.input.n + 1")]
    [InlineData("$states.input.ok ? 'a' + 1 : 0")]
    [InlineData("$states.input.ok and 'a' + 1")]
    [InlineData("'a' & 1")]
    [InlineData("'a' < 'b'")]
    [InlineData("$map([1], function($x) { $x + 'a' })")]
    public void JsonataAlwaysFails_WhatMayWork_IsNotReported(string expression) => None(Jsonata($"\"{{% {expression} %}}\""));

    [Fact]
    public void JsonataTypeMismatch_ConditionThatGivesText_IsReportedOnIt() => Only(
        States(""" "A":{"QueryLanguage":"JSONata","Type":"Choice","Choices":[{"Condition":"{% «$states.input.a & 'x'» %}","Next":"B"}],"Default":"C"},"B":{"Type":"Succeed"},"C":{"Type":"Fail"} """),
        "jsonata-type-mismatch", "/States/A/Choices/0/Condition", "The expression gives a string; 'Condition' takes a boolean");

    [Theory]
    [InlineData("$string(5)", true)]
    [InlineData("$states.input.s", false)]
    [InlineData("60 * 2", false)]
    public void JsonataTypeMismatch_SecondsOfAWait_IsFoundByTheForm(string expression, bool isFound) => All(
        OneState($$"""{"QueryLanguage":"JSONata","Type":"Wait","Seconds":"{% {{expression}} %}","End":true}"""), isFound ? ["jsonata-type-mismatch /States/A/Seconds"] : []);
}
