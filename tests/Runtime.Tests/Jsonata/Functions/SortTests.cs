using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440.
public class SortTests
{
    [Theory]
    [InlineData("[3,1,22,11,-0.5]", "[-0.5,1,3,11,22]")]
    [InlineData("[2,1.0,2.0,1]", "[1.0,1,2,2.0]")]
    [InlineData("[\"b\",\"a\\u0041\",\"a\",\"B\"]", "[\"B\",\"a\",\"a\\u0041\",\"b\"]")]
    [InlineData("[]", "[]")]
    [InlineData("[{}]", "[{}]")]
    [InlineData("1", "[1]")]
    [InlineData(null, null)]
    public void Sort_WithoutComparator_OrdersNumbersOrStrings(string? array, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Sort(Read(array), Missing, Evaluation())));

    [Theory]
    [InlineData("[1,\"a\"]")]
    [InlineData("[{},{}]")]
    [InlineData("[null,null]")]
    public void Sort_OfAnythingElse_IsRefused(string array)
        => Assert.Equal("D3070", Code(() => JsonataFunctions.Sort(Read(array), Missing, Evaluation())));

    [Fact]
    public void Sort_WithComparator_KeepsTheOrderOfEqualOnes()
    {
        JsonValue isMore = Function(2, given => given[0][0].AsDouble() > given[1][0].AsDouble());

        Assert.Equal(
            "[[1,\"a\"],[1,\"b\"],[2,\"a\"],[2,\"b\"],[3,\"a\"]]",
            Text(JsonataFunctions.Sort(Read("[[3,\"a\"],[2,\"a\"],[1,\"a\"],[2,\"b\"],[1,\"b\"]]"), isMore, Evaluation())));
    }

    [Fact]
    public void Sort_WithComparator_AsksAsJsonataDoes()
    {
        var asked = new List<string>();
        JsonValue comparator = Function(2, given =>
        {
            asked.Add($"{given[0]}{given[1]}");
            return given[0].AsDouble() > given[1].AsDouble();
        });

        JsonataFunctions.Sort(Read("[5,4,3,2,1]"), comparator, Evaluation());

        Assert.Equal(["54", "21", "31", "32", "41", "42", "43"], asked);
    }

    [Theory]
    [InlineData("[]", "[2,1]")]
    [InlineData("{}", "[2,1]")]
    [InlineData("\"x\"", "[2,1]")]
    [InlineData("0", "[1,2]")]
    [InlineData("\"\"", "[1,2]")]
    [InlineData("null", "[1,2]")]
    [InlineData(null, "[1,2]")]
    public void Sort_WithComparator_TakesWhatJavaScriptTakesForTrue(string? answer, string expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Sort(Read("[1,2]"), Function(2, _ => Read(answer)), Evaluation())));

    [Fact]
    public void Sort_OfManyNumbers_OrdersThem()
    {
        JsonValue[] items = [.. Enumerable.Range(0, 100_000).Select(i => JsonValue.Number((double)(i * 7919L % 1000)))];

        JsonValue sorted = JsonataFunctions.Sort(JsonValue.ArrayOf(items), Missing, Evaluation());

        var numbers = new List<double>();
        foreach (JsonValue item in sorted.Items())
        {
            numbers.Add(item.AsDouble());
        }

        Assert.Equal(items.Select(item => item.AsDouble()).Order(), numbers);
    }

    [Fact]
    public void Sort_WithAnotherComparator_IsRefused() => Assert.Equal("T0410", Code(() => JsonataFunctions.Sort(Read("[1]"), 1, Evaluation())));
}
