using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Tests.Jsonata;

/// <summary>The steps of paths that are calls: FEATURES L-440.</summary>
public sealed class PathsTests
{
    private static readonly Key s_a = Key.Of("a");

    [Theory]
    [InlineData("""{"a":1}""", "1")]
    [InlineData("""{"a":[1]}""", "[1]")]
    [InlineData("""{"b":1}""", "")]
    [InlineData("""[{"a":1},{"a":[2,3]},{}]""", "[1,2,3]")]
    [InlineData("""[{"a":[1]}]""", "[1]")]
    [InlineData("5", "")]
    public void Get_Name_LooksInTheContextOrItsItems(string context, string expected) =>
        Assert.Equal(expected, Paths.Get(JsonValue.Parse(context), s_a).ToString());

    [Theory]
    [InlineData("""[{"a":[1]}]""", "1")]
    [InlineData("""[[{"a":1}],{"a":2}]""", "[1,2]")]
    public void Field_OfAnArray_IsCollapsed(string item, string expected) => Assert.Equal(expected, Paths.Field(JsonValue.Parse(item), s_a).ToString());

    [Theory]
    [InlineData("[1,2,3]", 0, "1")]
    [InlineData("[1,2,3]", -1, "3")]
    [InlineData("[1,2,3]", 3, "")]
    [InlineData("[1,2,3]", -4, "")]
    [InlineData("7", 0, "7")]
    [InlineData("7", -1, "7")]
    [InlineData("7", 1, "")]
    public void At_Index_CountsFromEitherEnd(string input, int index, string expected) =>
        Assert.Equal(expected, Paths.At(JsonValue.Parse(input), index).ToString());

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1.9", 1)]
    [InlineData("-2", 1)]
    [InlineData("0", 0)]
    [InlineData("[1,1,-2]", 3)]
    [InlineData("[]", 0)]
    [InlineData("[1,true]", 1)]
    [InlineData("\"x\"", 1)]
    [InlineData("\"\"", 0)]
    public void Matches_PredicatesAtIndexOneOfThree_CountAsJsonataCounts(string predicate, int expected) =>
        Assert.Equal(expected, Paths.Matches(JsonValue.Parse(predicate), 1, 3));

    [Theory]
    [InlineData("""{"x":1,"y":[2,[3]]}""", "[1,2,3]", false)]
    [InlineData("""{"x":1,"y":2}""", "[1,2]", true)]
    [InlineData("5", "[]", true)]
    public void Wildcard_WithArrays_IsNoSequence(string input, string expected, bool isSequence)
    {
        JsonValue found = Wildcards.Fields(JsonValue.Parse(input));

        Assert.Equal((expected, isSequence), (found.ToString(), found.IsSequence));
    }
}
