using System.Text.Json;
using Compiled.Values;
using Conformance.Comparing;
using Conformance.Corpus;

namespace Conformance.Tests.Matching;

public sealed class ExpressionComparerTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("0.30000000000000004", "0.3", false)]
    [InlineData("12345678901234567890", "12345678901234567000", true)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "false", false)]
    [InlineData("false", "null", false)]
    [InlineData("true", "true", true)]
    [InlineData("""{"a":1,"b":[]}""", """{"b":[],"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"c":2}""", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1]", "1", false)]
    [InlineData("\"\\u00e5\"", "\"\u00e5\"", true)]
    public void Value_IsComparedAsJson(string expected, string actual, bool areEqual) =>
        Assert.Equal(areEqual, ExpressionComparer.AreEqual(JsonElement.Parse(expected), JsonValue.Parse(actual), unordered: false));

    [Theory]
    [InlineData("[1,2,2]", "[2,1,2]", true)]
    [InlineData("[1,2,2]", "[1,1,2]", false)]
    [InlineData("""{"a":[[1,2],[3]]}""", """{"a":[[3],[2,1]]}""", true)]
    public void Value_Unordered_IsComparedAsBags(string expected, string actual, bool areEqual) =>
        Assert.Equal(areEqual, ExpressionComparer.AreEqual(JsonElement.Parse(expected), JsonValue.Parse(actual), unordered: true));

    [Theory]
    [InlineData("""{"expr":"x","result":null}""", "expected null, got undefined")]
    [InlineData("""{"expr":"x","undefinedResult":true}""", null)]
    [InlineData("""{"expr":"x","code":"T1"}""", "expected error T1, got undefined")]
    public void Undefined_IsNoValue(string item, string? difference) =>
        Assert.Equal(difference, ExpressionComparer.Compare(Case(item), new EvaluationOutcome(default)));

    [Theory]
    [InlineData("""{"expr":"x","code":"D3137"}""", null)]
    [InlineData("""{"expr":"x","error":{"code":"D3137"}}""", null)]
    [InlineData("""{"expr":"x","error":{"code":"D3137","message":"mine"}}""", null)]
    [InlineData("""{"expr":"x","error":{"code":"D3137","message":"yours"}}""", "expected error D3137: yours, got error D3137: mine")]
    [InlineData("""{"expr":"x","code":"D3138"}""", "expected error D3138, got error D3137: mine")]
    [InlineData("""{"expr":"x","undefinedResult":true}""", "expected undefined, got error D3137: mine")]
    [InlineData("""{"expr":"x","result":1}""", "expected 1, got error D3137: mine")]
    public void Error_IsComparedByCodeAndByTheTextThatIsSaid(string item, string? difference) =>
        Assert.Equal(difference, ExpressionComparer.Compare(Case(item), new EvaluationOutcome(default, "D3137", "mine")));

    [Fact]
    public void Case_WithoutAnExpectation_IsRefused()
    {
        CorpusException exception = Assert.Throws<CorpusException>(static () => Case("""{"expr":"x"}"""));
        Assert.Equal("Case 'g/0' has none of 'result', 'undefinedResult', 'code' and 'error'.", exception.Message);
    }

    private static JsonataCase Case(string json) => new(JsonElement.Parse(json), "g/0", static _ => default);
}
