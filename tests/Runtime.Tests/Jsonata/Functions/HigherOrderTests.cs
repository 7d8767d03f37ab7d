using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440.
public class HigherOrderTests
{
    private static readonly JsonValue s_double = Function(1, given => given[0].AsDouble() * 2);

    // What the function was called with, as one text.
    private static JsonValue Echo(int arity) => Function(arity, given => string.Join('|', given));

    [Theory]
    [InlineData("[1,2]", "seq[2,4]")]
    [InlineData("3", "seq[6]")]
    [InlineData("[]", "seq[]")]
    [InlineData(null, null)]
    public void Map_OfAnArray_IsASequence(string? array, string? expected) => Assert.Equal(expected, Text(JsonataFunctions.Map(Read(array), s_double, Evaluation())));

    [Theory]
    [InlineData(0, "seq[\"7\",\"8\"]")]
    [InlineData(1, "seq[\"7\",\"8\"]")]
    [InlineData(2, "seq[\"7|0\",\"8|1\"]")]
    [InlineData(3, "seq[\"7|0|[7,8]\",\"8|1|[7,8]\"]")]
    [InlineData(4, "seq[\"7|0|[7,8]\",\"8|1|[7,8]\"]")]
    public void Map_WithAFunction_PassesAsMuchAsItTakes(int arity, string expected) => Assert.Equal(expected, Text(JsonataFunctions.Map(Read("[7,8]"), Echo(arity), Evaluation())));

    [Fact]
    public void Map_ToNothing_LeavesItOut()
        => Assert.Equal("seq[[],3]", Text(JsonataFunctions.Map(Read("[1,2,3]"), Function(1, given => given[0].AsDouble() switch { 1 => JsonValue.EmptyArray, 2 => default, _ => given[0] }), Evaluation())));

    [Fact]
    public void Filter_OfAnArray_IsASequenceOfWhatCounts()
        => Assert.Equal("seq[1,[0,2]]", Text(JsonataFunctions.Filter(Read("[0,1,[],[0,2]]"), Function(1, given => given[0]), Evaluation())));

    [Theory]
    [InlineData("[0]", "seq[]")]
    [InlineData("5", "seq[5]")]
    [InlineData(null, null)]
    public void Filter_OfFew_IsASequence(string? array, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Filter(Read(array), Function(1, given => given[0]), Evaluation())));

    [Theory]
    [InlineData("[0,1,0]", "1")]
    [InlineData("[0,[1,2]]", "[1,2]")]
    [InlineData(null, null)]
    public void Single_OfOneThatCounts_IsIt(string? array, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Single(Read(array), Function(1, given => given[0]), Evaluation())));

    [Theory]
    [InlineData("[1,1]", "D3138: The $single() function expected exactly 1 matching result.  Instead it matched more.")]
    [InlineData("[0]", "D3139: The $single() function expected exactly 1 matching result.  Instead it matched 0.")]
    [InlineData("[]", "D3139: The $single() function expected exactly 1 matching result.  Instead it matched 0.")]
    public void Single_OfMoreOrNone_IsRefused(string array, string expected)
        => Assert.Equal(expected, Thrown(() => JsonataFunctions.Single(Read(array), Function(1, given => given[0]), Evaluation())));

    [Fact]
    public void Single_WithoutFunction_IsTheOnlyElement()
    {
        Assert.Equal("0", Text(JsonataFunctions.Single(Read("[0]"), Missing, Evaluation())));
        Assert.Equal("D3138", Code(() => JsonataFunctions.Single(Read("[0,0]"), Missing, Evaluation())));
    }

    [Theory]
    [InlineData("[1,2,3]", null, "6")]
    [InlineData("[1,2,3]", "10", "16")]
    [InlineData("[5]", null, "5")]
    [InlineData("5", null, "5")]
    [InlineData("[]", null, null)]
    [InlineData("[]", "4", "4")]
    [InlineData(null, "4", null)]
    public void Reduce_OfAnArray_FoldsFromTheLeft(string? array, string? initial, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Reduce(Read(array), Function(2, given => given[0].AsDouble() + given[1].AsDouble()), Read(initial), Evaluation())));

    [Theory]
    [InlineData(2, "\"7|8\"")]
    [InlineData(3, "\"7|8|1\"")]
    [InlineData(4, "\"7|8|1|[7,8]\"")]
    public void Reduce_WithAFunction_PassesAsMuchAsItTakes(int arity, string expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Reduce(Read("[7,8]"), Echo(arity), Missing, Evaluation())));

    [Fact]
    public void Reduce_WithAFunctionOfOne_IsRefused() => Assert.Equal("D3050", Code(() => JsonataFunctions.Reduce(Read("[1]"), s_double, Missing, Evaluation())));

    [Theory]
    [InlineData(1, "seq[\"7\",\"[8]\"]")]
    [InlineData(2, "seq[\"7|\\\"a\\\"\",\"[8]|\\\"b\\\"\"]")]
    [InlineData(3, "seq[\"7|\\\"a\\\"|{\\\"a\\\":7,\\\"b\\\":[8]}\",\"[8]|\\\"b\\\"|{\\\"a\\\":7,\\\"b\\\":[8]}\"]")]
    public void Each_OfAnObject_IsASequence(int arity, string expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Each(Read("{\"a\":7,\"b\":[8]}"), Echo(arity), Evaluation())));

    [Fact]
    public void Each_OfNothing_IsNothing() => Assert.Null(Text(JsonataFunctions.Each(Missing, s_double, Evaluation())));

    [Theory]
    [InlineData("{\"a\":0,\"b\":1,\"c\":[2]}", "{\"b\":1,\"c\":[2]}")]
    [InlineData("{\"a\":0}", null)]
    [InlineData("{}", null)]
    [InlineData(null, null)]
    public void Sift_OfAnObject_KeepsWhatCountsOrGivesNothing(string? value, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Sift(Read(value), Function(1, given => given[0]), Evaluation())));

    [Theory]
    [InlineData("map")]
    [InlineData("filter")]
    [InlineData("reduce")]
    [InlineData("each")]
    [InlineData("sift")]
    public void HigherOrder_WithoutAFunction_IsRefused(string name)
    {
        Func<JsonValue> call = name switch
        {
            "map" => () => JsonataFunctions.Map(Missing, 1, Evaluation()),
            "filter" => () => JsonataFunctions.Filter(Missing, Missing, Evaluation()),
            "reduce" => () => JsonataFunctions.Reduce(Missing, "x", Missing, Evaluation()),
            "each" => () => JsonataFunctions.Each(Missing, JsonValue.Null, Evaluation()),
            _ => () => JsonataFunctions.Sift(Read("{\"a\":1}"), Missing, Evaluation()),
        };

        Assert.Equal($"T0410: Argument 2 of function \"{name}\" does not match function signature", Thrown(call));
    }

    [Fact]
    public void Map_BeyondTheSteps_IsRefused()
        => Assert.Equal("U1001", Code(() => JsonataFunctions.Map(JsonValue.ArrayOf([1, 2, 3]), s_double, Evaluation(steps: 2))));
}
