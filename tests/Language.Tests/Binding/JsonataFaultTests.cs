using Compiled.Language.Binding;
using Compiled.Language.Faults;
using static Compiled.Language.Tests.Binding.FaultAssert;

namespace Compiled.Language.Tests.Binding;

/// <summary>What is wrong with the expressions of a definition. FEATURES L-055, L-056, L-063, L-440 to L-442, L-463.</summary>
public sealed class JsonataFaultTests
{
    private const string Head = "\"QueryLanguage\":\"JSONata\",\"End\":true,";
    private const string Task = "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\"," + Head;

    [Fact]
    public void BadJsonata_InAnEscapedString_IsReportedAtItsToken() => Only(
        Output("""{% \"\u0061\\n\" &\n «)» %}"""),
        "bad-jsonata", "/States/A/Output", "The JSONata expression does not parse (S0211): The symbol \")\" cannot be used as a unary operator");

    [Fact]
    public void BadJsonata_EndsTooEarly_IsReportedAtItsEnd() => Only(
        Output("{% 1 + «»%}"), "bad-jsonata", "/States/A/Output", "The JSONata expression does not parse (S0207): Unexpected end of expression");

    [Fact]
    public void BadJsonata_APlaceholder_IsNamed() => Only(
        Output("{% $states.input.a + ${Count«}» %}"),
        "bad-jsonata", "/States/A/Output",
        "The JSONata expression does not parse (S0202): Expected \":\", got \"}\"; '${Count}' is a placeholder, which must be replaced first or stand in a string");

    [Fact]
    public void BadJsonata_APlaceholderInAString_IsNone() => Machine(Output("{% $states.input.a = '${Count}' %}"));

    [Fact]
    public void BadJsonata_SeveralMistakes_AreReportedEach() => All(
        OneState("{\"Type\":\"Wait\"," + Head + """ "Seconds":"{% [1 2] + $f(3 4) %}","Output":{"a":["{% ) %}"]},"Assign":{"x":"{% { %}"}}"""),
        "bad-jsonata /States/A/Seconds", "bad-jsonata /States/A/Seconds", "bad-jsonata /States/A/Output/a/0", "bad-jsonata /States/A/Assign/x");

    [Fact]
    public void BadJsonata_InATextOfAJsonPathState_IsText() =>
        Machine(OneState("""{"Type":"Fail","Error":"{% ) %}","Cause":"{% phone %}"}"""));

    [Theory]
    [InlineData("«phone».home", "'phone' reads the input of the expression, and in Step Functions there is none; did you mean '$states.input.phone'?")]
    [InlineData("«sum»($states.input.a)", "'sum' reads the input of the expression, and in Step Functions there is none; did you mean '$sum'?")]
    [InlineData("«$»", "'$' reads the input of the expression, and in Step Functions there is none; expected '$states.input' or '$states.context'")]
    [InlineData("$states.input.a[«$$».b]", "'$$' reads the input of the expression, and in Step Functions there is none; expected '$states.input' or '$states.context'")]
    [InlineData("«*».a", "'*' reads the input of the expression, and in Step Functions there is none; expected '$states.input' or '$states.context'")]
    [InlineData("$count(«**»)", "'**' reads the input of the expression, and in Step Functions there is none; expected '$states.input' or '$states.context'")]
    public void UnqualifiedReference_AtTheTop_IsReported(string expression, string message) =>
        Only(Output("{% " + expression + " %}"), "jsonata-unqualified-reference", "/States/A/Output", message);

    [Theory]
    [InlineData("$states.input.items[price > 1 and $.name = 'x'].(a & b)")]
    [InlineData("$map($states.input.items, function($v){ name & $ })")]
    [InlineData("$states.input.items^(>price){ name: $sum(price) }")]
    [InlineData("$states.input ~> |items|{'x': price}|")]
    [InlineData("$states.context.*")]
    [InlineData("$states.input.items.{ 'p': %.name }")]
    public void UnqualifiedReference_WhereThereIsAnItem_IsNone(string expression) => Machine(Output("{% " + expression + " %}"));

    [Fact]
    public void BadStatesReference_ResultInAPass_IsReported() => Only(
        Output("{% $states.«result».a %}"), "jsonata-bad-states-reference", "/States/A/Output",
        "'$states.result' exists in 'Assign' and 'Output' of a Task, Parallel or Map only, and not in its catchers");

    [Fact]
    public void BadStatesReference_InEachPlace_IsReportedWhereItCannotExist() => All(
        OneState(Task + """
            "Arguments":{"a":"{% $states.result %}","b":"{% $states.errorOutput %}"},
            "Output":"{% [$states.result, $states.input, $states.context, $states.errorOutput] %}",
            "Assign":{"x":"{% $states.result %}","y":"{% $states.errorOutput %}"},
            "Catch":[{"ErrorEquals":["States.ALL"],"Next":"A","Output":"{% $states.errorOutput %}","Assign":{"x":"{% [$states.result, $states.errorOutput] %}"}}]}
            """),
        "jsonata-bad-states-reference /States/A/Arguments/a",
        "jsonata-bad-states-reference /States/A/Arguments/b",
        "jsonata-bad-states-reference /States/A/Output",
        "jsonata-bad-states-reference /States/A/Assign/y",
        "jsonata-bad-states-reference /States/A/Catch/0/Assign/x");

    [Fact]
    public void BadStatesReference_InAChoice_IsReported() => All(
        """
        {"QueryLanguage":"JSONata","StartAt":"C","States":{
          "C":{"Type":"Choice","Choices":[{"Condition":"{% $states.result %}","Next":"E","Output":"{% $states.errorOutput %}"}],"Output":"{% $states.result %}"},
          "E":{"Type":"Fail","Error":"{% $states.result %}"}}}
        """,
        "jsonata-bad-states-reference /States/C/Choices/0/Condition",
        "jsonata-bad-states-reference /States/C/Choices/0/Output",
        "jsonata-bad-states-reference /States/C/Output",
        "jsonata-bad-states-reference /States/E/Error");

    [Fact]
    public void BadStatesReference_UnknownMember_IsAWarning() => Only(
        Output("{% $states.«inputs».a %}"), "jsonata-bad-states-reference", "/States/A/Output", "'$states' has no member 'inputs'; did you mean 'input'?", Severity.Warning);

    [Theory]
    [InlineData("(«$states» := 1)")]
    [InlineData("$map([1], function(«$states»){ 1 })")]
    public void States_BoundInAnExpression_IsReserved(string expression) => Only(
        Output("{% " + expression + " %}"), "bad-variable-name", "/States/A/Output", "'$states' is reserved and cannot be bound; expected another name");

    [Fact]
    public void UnknownFunction_NearToOne_IsAWarning() => Only(
        Output("{% «$summ»([1]) %}"), "jsonata-unknown-function", "/States/A/Output", "'$summ' is no function here; did you mean '$sum'?", Severity.Warning);

    [Theory]
    [InlineData("«$randomSeeded»(1)")]
    [InlineData("«$randomSeeded»(?)")]
    [InlineData("1 ~> «$randomSeeded»()")]
    public void UnknownFunction_ThatAwsLacks_IsAWarning(string expression) => Only(
        Output("{% " + expression + " %}"), "jsonata-unknown-function", "/States/A/Output", "'$randomSeeded' is no function here", Severity.Warning);

    [Theory]
    [InlineData("«$eval»('1')")]
    [InlineData("$map(['1'], «$eval»)")]
    public void UnknownFunction_Eval_IsAnError(string expression) => Only(
        Output("{% " + expression + " %}"), "jsonata-unknown-function", "/States/A/Output", "'$eval' does not exist in Step Functions; '$parse' reads JSON");

    [Theory]
    [InlineData("($f := function($n){ $n > 1 ? $f($n - 1) : $g() }; $g := function(){ 1 }; $f(3))")]
    [InlineData("($eval := function($x){ $x }; $eval(1))")]
    [InlineData("[$partition([1], 2), $range(1, 2, 3), $hash('a', 'MD5'), $random(), $random(7), $uuid(), $parse('1')]")]
    public void UnknownFunction_BoundOrBuiltIn_IsNone(string expression) => Machine(Output("{% " + expression + " %}"));

    [Fact]
    public void UnknownFunction_ThatIsAVariable_IsNone() => Machine(OneState(
        "{\"Type\":\"Pass\"," + Head + "\"Output\":\"{% $a() %}\",\"Assign\":{\"a\":1}}"));

    [Fact]
    public void BadArgument_WrongNumber_IsAWarning() => Only(
        Output("{% «$uppercase»('a', 'b') %}"), "jsonata-bad-argument", "/States/A/Output", "'$uppercase' is given 2 arguments; expected 0 to 1", Severity.Warning);

    [Fact]
    public void BadArgument_WrongType_IsAWarning() => Only(
        Output("{% [1] ~> «$join»(5) %}"), "jsonata-bad-argument", "/States/A/Output",
        "Argument 2 of '$join' is a number, which fails with T0410; its signature is '<a<s>s?:s>'", Severity.Warning);

    [Fact]
    public void Parsed_OfABoundMachine_IsTheTree()
    {
        var state = (WaitState)Machine(OneState("{\"Type\":\"Wait\"," + Head + "\"Seconds\":\"{% 1 + $x %}\"}")).States[0];

        Assert.NotNull(state.SecondsExpression!.Parsed.Root);
        Assert.Same(state.SecondsExpression.Parsed, state.SecondsExpression.Parsed);
        Assert.Equal("x", Assert.Single(state.SecondsExpression.Parsed.Usage.References).Name);
    }

    private static string Output(string expression) => OneState("{\"Type\":\"Pass\"," + Head + "\"Output\":\"" + expression + "\"}");
}
