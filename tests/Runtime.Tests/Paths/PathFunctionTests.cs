using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class PathFunctionTests
{
    private static readonly JsonValue s_data = JsonValue.Parse("""
        {"numbers":[4,"x",1.50,2],"words":["a",1,"b"],"nested":[{"n":1},{"n":5}],"lists":[[1,2],[3]],"empty":[],"text":"abc"}
        """);

    private static Step Named(string name) => Step.Name(Key.Of(name));

    private static string Call(string name, string function, params PathArgument[] arguments)
        => new PathQuery(Named(name), Step.Function(function, arguments)).Evaluate(s_data).ToString();

    [Theory]
    [InlineData("numbers", "length", "4")]
    [InlineData("nested", "length", "2")]
    [InlineData("text", "length", "null")]
    [InlineData("numbers", "min", "1.50")]
    [InlineData("numbers", "max", "4")]
    [InlineData("numbers", "sum", "7.5")]
    [InlineData("numbers", "avg", "2.5")]
    [InlineData("numbers", "first", "4")]
    [InlineData("numbers", "last", "2")]
    [InlineData("words", "concat", "\"ab\"")]
    [InlineData("words", "keys", "null")]
    [InlineData("empty", "sum", "")]
    [InlineData("empty", "max", "")]
    [InlineData("empty", "first", "")]
    [InlineData("text", "sum", "")]
    public void Function_WithoutArguments_GivesResult(string name, string function, string expected) => Assert.Equal(expected, Call(name, function));

    [Fact]
    public void Deviation_OfPopulation_IsItsRoot()
        => Assert.Equal(2, new PathQuery(Step.Function("stddev")).Evaluate(JsonValue.Parse("[2,4,4,4,5,5,7,9]")).AsDouble());

    [Fact]
    public void Keys_OfObject_GivesNamesInOrder() => Assert.Equal("""["b","a"]""", new PathQuery(Step.Function("keys")).Evaluate(JsonValue.Parse("""{"b":1,"a":2}""")).ToString());

    [Fact]
    public void Append_Value_GoesToTheEnd() => Assert.Equal("""[9]""", Call("empty", "append", (JsonValue)9));

    [Fact]
    public void Index_Negative_CountsFromEnd() => Assert.Equal("1.50", Call("numbers", "index", (JsonValue)(-2)));

    [Fact]
    public void Sum_WithPathArgument_CountsItsMatches()
        => Assert.Equal("13.5", Call("numbers", "sum", new PathQuery(Step.Descendants(Named("n")))));

    [Fact]
    public void Concat_WithArguments_AppendsTheirText() => Assert.Equal("\"ab-1\"", Call("words", "concat", JsonValue.String("-"), (JsonValue)1));

    [Fact]
    public void Function_BehindDescendants_WorksOnAllMatches()
    {
        var query = new PathQuery(Step.Descendants(Named("n")), Step.Function("sum"));
        Assert.True(query.IsDefinite);
        Assert.Equal("6", query.Evaluate(s_data).ToString());
    }

    [Fact]
    public void Function_BehindWildcard_WorksOnEachMatch()
        => Assert.Equal("[2,1]", new PathQuery(Named("lists"), Step.Wildcard, Step.Function("length")).Evaluate(s_data).ToString());

    [Fact]
    public void Function_Unknown_IsRefused() => Assert.Throws<ArgumentException>(() => Step.Function("median"));
}
