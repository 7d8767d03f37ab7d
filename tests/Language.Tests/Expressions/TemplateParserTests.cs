using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Tests.Expressions;

// FEATURES L-110 to L-112.
public sealed class TemplateParserTests
{
    [Theory]
    [InlineData("""{"x.$":"$.y"}""", "{x=$.y}")]
    [InlineData("""{"x.$":"$$.Task.Token","b":1,"c":{"d":[true]}}""", """{x=$$.Task.Token, b=1, c={"d":[true]}}""")]
    [InlineData("""{"x.$":"States.Format('{}', $.y)"}""", "{x=States.Format('{}', $.y)}")]
    [InlineData("""{"x.$":"$v"}""", "{x=$v}")]
    [InlineData("""{"a":{"b":{"x.$":"$"}}}""", "{a={b={x=$}}}")]
    [InlineData("""{"a":[1,{"x.$":"$.y"},[{"z.$":"$.w"}],"$.v"]}""", """{a=[1, {x=$.y}, [{z=$.w}], "$.v"]}""")]
    [InlineData("""[{"x.$":"$.y"}]""", "[{x=$.y}]")]
    [InlineData("""{"a":"$.y","b":"{% $x %}","$.c":1}""", """{"a":"$.y","b":"{% $x %}","$.c":1}""")]
    [InlineData("""{".$":"$.y"}""", "{=$.y}")]
    [InlineData("""{"x.$":"${Whole}","y.$":"$.${Part}"}""", "{x=${Whole}, y=$.${Part}}")]
    [InlineData("""{"x":1,"x":{"y.$":"$.z"}}""", "{x={y=$.z}}")]
    [InlineData("\"$.y\"", "\"$.y\"")]
    public void Parse_JsonPathTemplate_EvaluatesKeysEndingInDollar(string json, string expected)
    {
        Template template = Parse(json, QueryLanguage.JsonPath, out List<Fault> faults);

        Assert.Empty(faults);
        Assert.Equal(expected, Of(template));
    }

    [Theory]
    [InlineData("\"{% $states.input %}\"", "%$states.input%")]
    [InlineData("""{"a":"{%$x%}","b":[1,"{% 1 +\n 2 %}"],"c":{"d":1}}""", """{a=%$x%, b=[1, %1 +|2%], c={"d":1}}""")]
    [InlineData("""{"x.$":"$.y","a":" {% $x %} ","b":"$.c"}""", """{"x.$":"$.y","a":" {% $x %} ","b":"$.c"}""")]
    [InlineData("""{"x.$":"{% $y %}","x":1}""", "{x.$=%$y%, x=1}")]
    [InlineData("null", "null")]
    public void Parse_JsonataTemplate_EvaluatesDelimitedStrings(string json, string expected)
    {
        Template template = Parse(json, QueryLanguage.Jsonata, out List<Fault> faults);

        Assert.Empty(faults);
        Assert.Equal(expected, Of(template));
    }

    [Fact]
    public void Parse_JsonataThatDoesNotParse_IsReportedInItsString()
    {
        Parse("""{"a":"{% \"\u0041\" + ) %}"}""", QueryLanguage.Jsonata, out List<Fault> faults);

        Fault fault = Assert.Single(faults);
        Assert.Equal("""ASL1209 Error bad-jsonata /a [22..23): The JSONata expression does not parse (S0211): The symbol ")" cannot be used as a unary operator""", fault.ToString());
    }

    [Fact]
    public void Parse_ConstantSubtree_IsOneLiteral()
    {
        Template template = Parse("""{"a":{"b":[{"c":1},{"d":[2]}]},"x.$":"$"}""", QueryLanguage.JsonPath, out _);

        var root = Assert.IsType<ObjectTemplate>(template);
        Assert.Equal("""{"b":[{"c":1},{"d":[2]}]}""", Assert.IsType<LiteralTemplate>(root.Members[0].Value).Source.ToCompactJson());
        Assert.Equal(("x", "x.$"), (root.Members[1].Name, root.Members[1].WrittenName));
        Assert.Equal("x.$", Assert.IsType<PathTemplate>(root.Members[1].Value).Field);
    }

    [Theory]
    [InlineData("""{"conflict":1,"conflict.$":"$.v"}""", "\"conflict.$\"", "/conflict.$")]
    [InlineData("""{"a":[{"x.$":"$.v","x":2}]}""", "\"x\"", "/a/0/x")]
    public void Parse_KeyWithAndWithoutDollar_IsAFaultAtTheSecond(string json, string at, string pointer)
    {
        Parse(json, QueryLanguage.JsonPath, out List<Fault> faults);

        Fault fault = Assert.Single(faults);
        Assert.Equal(("duplicate-payload-key", pointer), (fault.Kind, fault.Pointer));
        Assert.Equal(at, json.Substring(fault.Span.Start, fault.Span.Length));
    }

    [Theory]
    [InlineData("23", "bad-payload-path", "23", "is a number")]
    [InlineData("\"23\"", "bad-payload-path", "23", "neither a path nor an intrinsic call")]
    [InlineData("[1, 2]", "bad-payload-path", "[1, 2]", "is an array")]
    [InlineData("{\"f9\": 1}", "bad-payload-path", "{\"f9\": 1}", "is an object")]
    [InlineData("null", "bad-payload-path", "null", "is null")]
    [InlineData("\"\"", "bad-payload-path", "", "neither")]
    [InlineData("\"$$23\"", "bad-payload-path", "2", "expected '.'")]
    [InlineData("\"$.a[b]\"", "bad-payload-path", "b", "['b']")]
    [InlineData("\"Test\"", "bad-payload-path", "Test", "neither")]
    [InlineData("\"JsonToString($)\"", "bad-payload-path", "JsonToString($)", "did you mean 'States.JsonToString'?")]
    [InlineData("\"something else    \"", "bad-payload-path", "something else    ", "neither")]
    [InlineData("\"  States.Format($.a)\"", "bad-payload-path", "  States.Format($.a)", "starts with a blank")]
    [InlineData("\"States\\nJsonToString($)\"", "bad-payload-path", "States\\nJsonToString($)", "neither")]
    [InlineData("\"States.Xyz($.result)\"", "bad-intrinsic", "States.Xyz", "not an intrinsic function")]
    [InlineData("\"States. \"", "bad-intrinsic", "States.", "not an intrinsic function")]
    [InlineData("\"States.JsonToString($\"", "bad-intrinsic", "", "expected ','")]
    [InlineData("\"States.MathAdd(\\u0027\\\\n\\u0027, 1)\"", "bad-intrinsic", "\\u0027\\\\n\\u0027", "is a string")]
    public void Parse_FaultyDynamicValue_IsAFaultAtTheMistake(string value, string kind, string at, string message)
    {
        string json = $$"""{"a":[{"x.$":{{value}}}]}""";

        Template template = Parse(json, QueryLanguage.JsonPath, out List<Fault> faults);

        Fault fault = Assert.Single(faults);
        Assert.Equal((kind, "/a/0/x.$"), (fault.Kind, fault.Pointer));
        Assert.Equal(at, json.Substring(fault.Span.Start, fault.Span.Length));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.IsType<ArrayTemplate>(((ObjectTemplate)template).Members[0].Value);
    }

    [Theory]
    [InlineData("{% 10 %", "expected '%}'")]
    [InlineData("10 %}", "expected '{%'")]
    [InlineData("{%}", "expected '%}'")]
    public void Parse_OneJsonataDelimiter_IsAFault(string text, string message)
    {
        Template template = Parse($$"""{"a":"{{text}}"}""", QueryLanguage.Jsonata, out List<Fault> faults);

        Fault fault = Assert.Single(faults);
        Assert.Equal(("jsonata-delimiter", "/a", new TextSpan(6, text.Length)), (fault.Kind, fault.Pointer, fault.Span));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.IsType<LiteralTemplate>(template);
    }

    [Fact]
    public void SourceSpan_OfAJsonataExpression_LandsInTheDefinition()
    {
        const string Json = """  "{% \"a\" & $b %}" """;
        var template = (JsonataTemplate)Parse(Json, QueryLanguage.Jsonata, out _);

        TextSpan span = template.Text.SourceSpan(template.Expression.IndexOf("$b", StringComparison.Ordinal), 2);

        Assert.Equal(" \"a\" & $b ", template.Expression);
        Assert.Equal("$b", Json.Substring(span.Start, span.Length));
    }

    private static Template Parse(string json, QueryLanguage language, out List<Fault> faults)
    {
        faults = [];
        return TemplateParser.Parse(JsonReader.ReadValue(json).Root!, language, faults.Add);
    }

    private static string Of(Template template) => template switch
    {
        LiteralTemplate literal => literal.Source.ToCompactJson(),
        PathTemplate path => path.Path.Text,
        IntrinsicTemplate intrinsic => intrinsic.Call.Text,
        JsonataTemplate jsonata => $"%{jsonata.Expression.Trim().Replace("\n ", "|", StringComparison.Ordinal)}%",
        ArrayTemplate array => $"[{string.Join(", ", array.Items.Select(Of))}]",
        ObjectTemplate item => $"{{{string.Join(", ", item.Members.Select(member => $"{member.Name}={Of(member.Value)}"))}}}",
        _ => throw new ArgumentException(template.GetType().Name),
    };
}
