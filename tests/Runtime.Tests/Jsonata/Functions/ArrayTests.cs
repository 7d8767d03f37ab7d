using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440.
public class ArrayTests
{
    [Theory]
    [InlineData("[1,2]", "[3,[4]]", "[1,2,3,[4]]")]
    [InlineData("1", "{\"a\":1}", "[1,{\"a\":1}]")]
    [InlineData("[]", "[]", "[]")]
    [InlineData(null, "1", "1")]
    [InlineData("1", null, "1")]
    [InlineData(null, null, null)]
    public void Append_OfTwoValues_IsAnOrdinaryArray(string? first, string? second, string? expected)
    {
        Assert.Equal(expected, Text(JsonataFunctions.Append(Read(first), Read(second), Evaluation())));
        Assert.Equal(expected, Text(JsonataFunctions.Append(Built(Read(first)), Built(Read(second)), Evaluation())));
    }

    [Fact]
    public void Append_OfSequences_IsAnOrdinaryArray()
    {
        JsonValue sequence = JsonValue.SequenceOf([1, 2]);

        Assert.Equal("[1,2,1,2]", Text(JsonataFunctions.Append(sequence, sequence, Evaluation())));
        Assert.Equal("seq[1,2]", Text(JsonataFunctions.Append(sequence, Missing, Evaluation())));
    }

    [Fact]
    public void Append_BeyondTheSteps_IsRefused()
    {
        JsonValue many = JsonValue.ArrayOf(new JsonValue[100]);

        Assert.Equal("U1001", Code(() => JsonataFunctions.Append(many, many, Evaluation(steps: 199))));
    }

    [Theory]
    [InlineData("[1,2,1.0,\"1\",null,null,true]", "[1,2,\"1\",null,true]")]
    [InlineData("[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1e0},[1],[1,1]]", "[{\"a\":1,\"b\":2},[1],[1,1]]")]
    [InlineData("[1,2,3,4,5,6,7,8,9,10,11,12,13,13,1,[1],[1]]", "[1,2,3,4,5,6,7,8,9,10,11,12,13,[1]]")]
    [InlineData("[1]", "[1]")]
    [InlineData("\"hello\"", "\"hello\"")]
    [InlineData("null", "null")]
    [InlineData(null, null)]
    public void Distinct_OfAnArray_KeepsTheFirstOfEqualOnes(string? array, string? expected)
    {
        Assert.Equal(expected, Text(JsonataFunctions.Distinct(Read(array))));
        Assert.Equal(expected, Text(JsonataFunctions.Distinct(Built(Read(array)))));
    }

    [Fact]
    public void Distinct_OfASequence_IsASequence()
        => Assert.Equal("seq[1]", Text(JsonataFunctions.Distinct(JsonValue.SequenceOf([1, 1]))));

    [Fact]
    public void Distinct_OfFunctions_ComparesThemByReference()
    {
        JsonValue first = Function(0, _ => default), second = Function(0, _ => default);

        Assert.Equal(2, JsonataFunctions.Distinct(JsonValue.ArrayOf([first, second, first])).Count);
    }

    [Fact]
    public void Distinct_OfManyNumbers_IsQuick()
    {
        JsonValue[] items = [.. Enumerable.Range(0, 200_000).Select(i => JsonValue.Number((double)(i % 100_000)))];

        Assert.Equal(100_000, JsonataFunctions.Distinct(JsonValue.ArrayOf(items)).Count);
    }

    [Theory]
    [InlineData("[1,[2],null]", "[null,[2],1]")]
    [InlineData("[1]", "[1]")]
    [InlineData("[]", "[]")]
    [InlineData("1", "[1]")]
    [InlineData(null, null)]
    public void Reverse_OfAnArray_TurnsItRound(string? array, string? expected) => Assert.Equal(expected, Text(JsonataFunctions.Reverse(Read(array))));

    [Fact]
    public void Shuffle_OfAnArray_HasTheSameElementsInTheOrderOfTheSeed()
    {
        JsonValue array = JsonValue.ArrayOf([.. Enumerable.Range(0, 50).Select(i => JsonValue.Number((long)i))]);
        JsonValue shuffled = JsonataFunctions.Shuffle(array, Evaluation());

        Assert.NotEqual(array, shuffled);
        Assert.Equal(array, JsonataFunctions.Sort(shuffled, Missing, Evaluation()));
        Assert.Equal(shuffled, JsonataFunctions.Shuffle(array, Evaluation()));
    }

    [Theory]
    [InlineData("[1]", "[1]")]
    [InlineData("1", "[1]")]
    [InlineData(null, null)]
    public void Shuffle_OfNoMoreThanOne_LeavesIt(string? array, string? expected) => Assert.Equal(expected, Text(JsonataFunctions.Shuffle(Read(array), Evaluation())));

    [Fact]
    public void Zip_OfArrays_IsAsLongAsTheShortest()
        => Assert.Equal("[[1,4,\"a\"],[2,5,\"b\"]]", Text(JsonataFunctions.Zip(Read("[1,2,3]"), Built(Read("[4,5]")), Read("[\"a\",\"b\",\"c\"]"))));

    [Theory]
    [InlineData("[1,2]", "[[1],[2]]")]
    [InlineData("1", "[[1]]")]
    [InlineData("[]", "[]")]
    [InlineData(null, "[]")]
    public void Zip_OfOneValue_IsArraysOfOne(string? array, string expected) => Assert.Equal(expected, Text(JsonataFunctions.Zip(Read(array))));

    [Fact]
    public void Zip_WithAMissingArray_IsEmpty() => Assert.Equal("[]", Text(JsonataFunctions.Zip(Read("[1]"), Missing)));

    [Fact]
    public void Zip_OfNothing_IsRefused() => Assert.Equal("T0410", Code(() => JsonataFunctions.Zip()));
}
