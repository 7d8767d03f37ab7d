using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440.
public class AggregationTests
{
    [Theory]
    [InlineData("sum", "[1,2.5,-3]", "0.5")]
    [InlineData("sum", "[]", "0")]
    [InlineData("sum", "4", "4")]
    [InlineData("sum", null, null)]
    [InlineData("max", "[-1,-5]", "-1")]
    [InlineData("max", "[]", null)]
    [InlineData("max", "7", "7")]
    [InlineData("max", null, null)]
    [InlineData("min", "[3,1e2,-0]", "0")]
    [InlineData("min", "[]", null)]
    [InlineData("min", null, null)]
    [InlineData("average", "[1,2,6]", "3")]
    [InlineData("average", "[]", null)]
    [InlineData("average", null, null)]
    [InlineData("count", "[[1,2],null]", "2")]
    [InlineData("count", "[]", "0")]
    [InlineData("count", "null", "1")]
    [InlineData("count", null, "0")]
    public void Aggregate_OfAnArray_GivesTheNumber(string name, string? array, string? expected)
    {
        Assert.Equal(expected, Text(Function(name)(Read(array))));
        Assert.Equal(expected, Text(Function(name)(Built(Read(array)))));
    }

    [Theory]
    [InlineData("sum", "[1,\"2\"]")]
    [InlineData("max", "\"2\"")]
    [InlineData("min", "[null]")]
    [InlineData("average", "[1,[2]]")]
    public void Aggregate_OfOtherThanNumbers_IsRefused(string name, string array)
    {
        string expected = $"T0412: Argument 1 of function \"{name}\" must be an array of \"numbers\"";

        Assert.Equal(expected, Thrown(() => Function(name)(Read(array))));
        Assert.Equal(expected, Thrown(() => Function(name)(Built(Read(array)))));
    }

    [Fact]
    public void Sum_BeyondTheRangeOfDoubles_IsRefused() => Assert.Equal("D1001", Code(() => JsonataFunctions.Sum(Read("[1e308,1e308]"))));

    // An input may have a number that no double is.
    [Fact]
    public void Max_OfMoreThanADouble_IsRefused() => Assert.Equal("D1001", Code(() => JsonataFunctions.Max(Read("[1,1e400]"))));

    [Fact]
    public void Min_OfLessThanADouble_IsRefused() => Assert.Equal("D1001", Code(() => JsonataFunctions.Min(Read("[1,-1e400]"))));

    private static Func<JsonValue, JsonValue> Function(string name) => name switch
    {
        "sum" => JsonataFunctions.Sum,
        "max" => JsonataFunctions.Max,
        "min" => JsonataFunctions.Min,
        "average" => JsonataFunctions.Average,
        _ => JsonataFunctions.Count,
    };
}
