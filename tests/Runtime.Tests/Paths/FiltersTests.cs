using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class FiltersTests
{
    private static JsonValue Json(string? json) => json is null ? default : JsonValue.Parse(json);

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "\"1\"", true)]
    [InlineData("1", "\"1.0\"", true)]
    [InlineData("\"1.0\"", "1", false)]
    [InlineData("1", "\"x\"", false)]
    [InlineData("null", "null", true)]
    [InlineData("true", "1", false)]
    [InlineData("[1,{\"a\":2}]", "[1.0,{\"a\":2}]", true)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, false)]
    public void Equal_OfTwoValues_IsAsJayway(string? left, string? right, bool expected)
    {
        Assert.Equal(expected, Filters.Equal(Json(left), Json(right)));
        Assert.Equal(!expected, Filters.NotEqual(Json(left), Json(right)));
    }

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "\"1\"", false)]
    [InlineData(null, null, false)]
    public void StrictEqual_OfTwoValues_WantsOneType(string? left, string? right, bool expected)
    {
        Assert.Equal(expected, Filters.StrictEqual(Json(left), Json(right)));
        Assert.Equal(!expected, Filters.StrictNotEqual(Json(left), Json(right)));
    }

    [Theory]
    [InlineData("1", "2", true, false)]
    [InlineData("2", "2.0", false, true)]
    [InlineData("\"a\"", "\"b\"", true, false)]
    [InlineData("9007199254740993", "9007199254740994", true, false)]
    public void Less_Comparable_Orders(string left, string right, bool less, bool equal)
    {
        Assert.Equal(less, Filters.Less(Json(left), Json(right)));
        Assert.Equal(less || equal, Filters.LessOrEqual(Json(left), Json(right)));
        Assert.Equal(!less && !equal, Filters.Greater(Json(left), Json(right)));
        Assert.Equal(!less, Filters.GreaterOrEqual(Json(left), Json(right)));
    }

    [Theory]
    [InlineData("1", "\"2\"")]
    [InlineData(null, "2")]
    [InlineData("1", null)]
    [InlineData("true", "false")]
    public void Less_NotComparable_IsFalseBothWays(string? left, string? right)
    {
        Assert.False(Filters.LessOrEqual(Json(left), Json(right)));
        Assert.False(Filters.GreaterOrEqual(Json(left), Json(right)));
    }

    [Theory]
    [InlineData("\"foobar\"", "foo", "", false)]
    [InlineData("\"foobar\"", "foo.*", "", true)]
    [InlineData("\"FOO\"", "foo", "i", true)]
    [InlineData("\"ab\"", "a|ab", "", true)]
    [InlineData("12", "\\d+", "", true)]
    [InlineData("[\"x\",\"y\"]", "y", "", true)]
    [InlineData("\"abab\"", "(ab)\\1", "", true)]
    [InlineData("\"ab\"", "a b # both", "x", true)]
    [InlineData("null", "a", "", false)]
    public void Matches_WholeText_IsWanted(string value, string pattern, string flags, bool expected)
        => Assert.Equal(expected, Filters.Matches(Json(value), FilterPattern.Of(pattern, flags)));

    [Theory]
    [InlineData("2", "[1,2.0]", true)]
    [InlineData("3", "[1,2]", false)]
    [InlineData(null, "[1]", false)]
    [InlineData("1", "1", false)]
    public void In_Array_LooksForEqual(string? left, string right, bool expected)
    {
        Assert.Equal(expected, Filters.In(Json(left), Json(right)));
        Assert.Equal(!expected, Filters.NotIn(Json(left), Json(right)));
    }

    [Theory]
    [InlineData("[1,2]", "[3,2,1]", true, true, false)]
    [InlineData("[1,4]", "[3,2,1]", false, true, false)]
    [InlineData("[4]", "[1]", false, false, true)]
    [InlineData("[]", "[1]", true, false, true)]
    [InlineData("1", "[1]", false, false, false)]
    public void Sets_OfTwoArrays_Compare(string left, string right, bool subset, bool any, bool none)
    {
        Assert.Equal(subset, Filters.SubsetOf(Json(left), Json(right)));
        Assert.Equal(subset, Filters.All(Json(right), Json(left)));
        Assert.Equal(any, Filters.AnyOf(Json(left), Json(right)));
        Assert.Equal(none, Filters.NoneOf(Json(left), Json(right)));
    }

    [Theory]
    [InlineData("\"abc\"", "\"b\"", true)]
    [InlineData("[1,\"b\"]", "\"b\"", true)]
    [InlineData("\"abc\"", "1", false)]
    [InlineData(null, "1", false)]
    public void Contains_StringOrArray_LooksInside(string? left, string right, bool expected) => Assert.Equal(expected, Filters.Contains(Json(left), Json(right)));

    [Theory]
    [InlineData("\"abc\"", 3)]
    [InlineData("[1,2]", 2)]
    [InlineData("{}", 0)]
    public void Size_Sized_Counts(string value, int size)
    {
        Assert.True(Filters.Size(Json(value), size));
        Assert.False(Filters.Size(Json(value), size + 1));
        Assert.Equal(size == 0, Filters.Empty(Json(value), true));
        Assert.Equal(size != 0, Filters.Empty(Json(value), false));
    }

    [Fact]
    public void Exists_NullOrFalse_IsTrue()
    {
        Assert.True(Filters.Exists(JsonValue.Null));
        Assert.True(Filters.Exists(false));
        Assert.False(Filters.Exists(default));
        Assert.False(Filters.ExistsAny(JsonValue.EmptyArray));
        Assert.True(Filters.ExistsAny(Json("[null]")));
    }
}
