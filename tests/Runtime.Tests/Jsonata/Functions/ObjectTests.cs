using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440.
public class ObjectTests
{
    [Theory]
    [InlineData("{\"a\":1,\"\\u0062\":2}", "seq[\"a\",\"b\"]")]
    [InlineData("{\"a\":1}", "seq[\"a\"]")]
    [InlineData("[{\"a\":1,\"b\":2},[{\"b\":1,\"c\":2}],3]", "seq[\"a\",\"b\",\"c\"]")]
    [InlineData("{}", "seq[]")]
    [InlineData("[1]", "seq[]")]
    [InlineData("\"foo\"", "seq[]")]
    [InlineData("null", "seq[]")]
    [InlineData(null, "seq[]")]
    public void Keys_OfAValue_IsASequence(string? value, string expected)
    {
        Assert.Equal(expected, Text(JsonataFunctions.Keys(Read(value))));
        Assert.Equal(expected, Text(JsonataFunctions.Keys(Built(Read(value)))));
    }

    [Fact]
    public void KeysSpreadLookup_OfAFunction_FindNothingInIt()
    {
        JsonValue function = Function(1, given => given[0]);

        AssertTexts(["seq[]", "function", null], JsonataFunctions.Keys(function), JsonataFunctions.Spread(function), JsonataFunctions.Lookup(function, "a"));
    }

    [Theory]
    [InlineData("{\"a\":[1]}", "a", "[1]")]
    [InlineData("{\"a b\":null}", "a b", "null")]
    [InlineData("{\"a\":1}", "b", null)]
    [InlineData("[{\"a\":[1,[2]]},{\"a\":3},{\"b\":4},[{\"a\":5}],6]", "a", "seq[1,[2],3,5]")]
    [InlineData("[{\"a\":1}]", "a", "seq[1]")]
    [InlineData("[]", "a", "seq[]")]
    [InlineData("7", "a", null)]
    [InlineData(null, "a", null)]
    public void Lookup_OfAName_OpensArrays(string? value, string name, string? expected)
    {
        Assert.Equal(expected, Text(JsonataFunctions.Lookup(Read(value), name)));
        Assert.Equal(expected, Text(JsonataFunctions.Lookup(Built(Read(value)), name)));
    }

    [Fact]
    public void Lookup_OfAnotherName_IsRefused() => Assert.Equal("T0410", Code(() => JsonataFunctions.Lookup(Read("{}"), 1)));

    [Theory]
    [InlineData("{\"a\":1,\"b\":[2]}", "seq[{\"a\":1},{\"b\":[2]}]")]
    [InlineData("{}", "seq[]")]
    [InlineData("[{\"a\":1,\"b\":2},[{\"c\":3}],4]", "[{\"a\":1},{\"b\":2},{\"c\":3},4]")]
    [InlineData("[{\"a\":1}]", "[{\"a\":1}]")]
    [InlineData("[{}]", "[]")]
    [InlineData("[]", "seq[]")]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData(null, null)]
    public void Spread_OfAValue_IsAnObjectForEachMember(string? value, string? expected) => Assert.Equal(expected, Text(JsonataFunctions.Spread(Read(value))));

    [Theory]
    [InlineData("[{\"a\":1},{\"b\":2,\"a\":3},{\"\\u0062\":4}]", "{\"a\":3,\"b\":4}")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("[]", "{}")]
    [InlineData(null, null)]
    public void Merge_OfObjects_TakesTheLastValueInTheFirstPlace(string? objects, string? expected)
    {
        Assert.Equal(expected, Text(JsonataFunctions.Merge(Read(objects))));
        Assert.Equal(expected, Text(JsonataFunctions.Merge(Built(Read(objects)))));
    }

    [Theory]
    [InlineData("[{},1]")]
    [InlineData("\"x\"")]
    public void Merge_OfOtherThanObjects_IsRefused(string objects)
        => Assert.Equal("T0412: Argument 1 of function \"merge\" must be an array of \"objects\"", Thrown(() => JsonataFunctions.Merge(Read(objects))));

    [Fact]
    public void Clone_OfAValue_IsWhatItsTextReadsBackAs()
    {
        JsonValue value = JsonValue.ArrayOf([0.1 + 0.2, Function(0, _ => default), JsonValue.SequenceOf([1])]);

        Assert.Equal("[0.3,\"\",[1]]", Text(JsonataFunctions.Clone(value)));
        Assert.Null(Text(JsonataFunctions.Clone(Missing)));
    }

    [Fact]
    public void Clone_OfAnotherType_IsRefused() => Assert.Equal("T0410", Code(() => JsonataFunctions.Clone("x")));

    [Fact]
    public void ObjectFunction_OfADeeplyBuiltArray_IsRefusedBeforeTheStackEnds()
    {
        JsonValue deep = JsonValue.EmptyObject;
        for (int i = 0; i < 100_000; i++)
        {
            deep = JsonValue.ArrayOf([deep]);
        }

        Assert.Equal(
            ["U1001", "U1001", "U1001", "U1001"],
            [Code(() => JsonataFunctions.Keys(deep)), Code(() => JsonataFunctions.Spread(deep)), Code(() => JsonataFunctions.Lookup(deep, "a")), Code(() => JsonataFunctions.String(deep, Missing))]);
    }
}
