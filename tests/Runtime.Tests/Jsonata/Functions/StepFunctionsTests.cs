using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-441 to L-444.
public class StepFunctionsTests
{
    [Theory]
    [InlineData("[0]", "1", "[[0]]")]
    [InlineData("[0,1,2]", "2", "[[0,1],[2]]")]
    [InlineData("[0,1,2]", "1.5", "[[0,1],[2]]")]
    [InlineData("[]", "2", "[]")]
    [InlineData("5", "2", "[[5]]")]
    [InlineData(null, "2", null)]
    public void Partition_OfAnArray_IsAnOrdinaryArray(string? array, string size, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Partition(Read(array), Read(size))));

    [Theory]
    [InlineData("0", "T0410: Argument 2 of function \"partition\" must be a positive integer")]
    [InlineData(null, "T0410: Argument 2 of function \"partition\" must be a positive integer")]
    [InlineData("\"1\"", "T0410: Argument 2 of function \"partition\" does not match function signature")]
    public void Partition_OfAnotherSize_IsRefused(string? size, string expected)
        => Assert.Equal(expected, Thrown(() => JsonataFunctions.Partition(Read("[1]"), Read(size))));

    [Theory]
    [InlineData("0", "10", "3", "seq[0,3,6,9]")]
    [InlineData("1", "9", "9", "seq[1]")]
    [InlineData("3", "1", "-1", "seq[3,2,1]")]
    [InlineData("0.5", "2.4", "1", "seq[1,2]")]
    [InlineData("2", "1", "1", "seq[]")]
    [InlineData(null, "1", "1", null)]
    public void Range_OfIntegers_IsASequence(string? first, string last, string step, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Range(Read(first), Read(last), Read(step), Evaluation())));

    [Theory]
    [InlineData("0", "1", "0", "T0410: Argument 3 of function \"range\" must not be 0")]
    [InlineData("0", "3e9", "1", "T0410: Argument 2 of function \"range\" must be an integer of 32 bits")]
    [InlineData("\"0\"", "1", "1", "T0410: Argument 1 of function \"range\" does not match function signature")]
    public void Range_OfOtherArguments_IsRefused(string first, string last, string step, string expected)
        => Assert.Equal(expected, Thrown(() => JsonataFunctions.Range(Read(first), Read(last), Read(step), Evaluation())));

    [Fact]
    public void Range_OfTooMany_IsRefused()
        => Assert.Equal(
            ["D2014", "U1001"],
            [Code(() => JsonataFunctions.Range(1, 20_000_000, 1, Evaluation())), Code(() => JsonataFunctions.Range(1, 2000, 1, Evaluation(steps: 1000)))]);

    [Theory]
    [InlineData("MD5", "5d41402abc4b2a76b9719d911017c592")]
    [InlineData("SHA-1", "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d")]
    [InlineData("SHA-256", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")]
    [InlineData("SHA-384", "59e1748777448c69de6b800d7a33bbfb9ff1b463e44354c3553bcdb9c666fa90125a3c79f90397bdf5f6a13de828684f")]
    [InlineData("SHA-512", "9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043")]
    public void Hash_OfAString_IsInHexadecimal(string algorithm, string expected) => Assert.Equal(expected, JsonataFunctions.Hash("hello", algorithm).AsString());

    [Theory]
    [InlineData("\"CRC\"", "T0410: Argument 2 of function \"hash\" must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512")]
    [InlineData(null, "T0410: Argument 2 of function \"hash\" must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512")]
    [InlineData("5", "T0410: Argument 2 of function \"hash\" does not match function signature")]
    public void Hash_WithAnotherAlgorithm_IsRefused(string? algorithm, string expected)
        => Assert.Equal(expected, Thrown(() => JsonataFunctions.Hash("hello", Read(algorithm))));

    [Fact]
    public void Random_WithASeed_IsAlwaysTheSame()
    {
        Evaluation evaluation = Evaluation();
        double first = JsonataFunctions.Random(5, evaluation).AsDouble();

        Assert.Equal(first, JsonataFunctions.Random(Read("5.0"), evaluation).AsDouble());
        Assert.NotEqual(first, JsonataFunctions.Random(6, evaluation).AsDouble());
        Assert.NotEqual(JsonataFunctions.Random(Missing, evaluation), JsonataFunctions.Random(Missing, evaluation));
        Assert.Equal("T0410", Code(() => JsonataFunctions.Random("5", evaluation)));
    }

    [Fact]
    public void Uuid_OfAnEvaluation_IsOfVersion4AndFollowsTheSeed()
    {
        string first = JsonataFunctions.Uuid(Evaluation()).AsString();

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first);
        Assert.Equal(first, JsonataFunctions.Uuid(Evaluation()).AsString());
    }

    [Theory]
    [InlineData("\"1\"", "1")]
    [InlineData("\"-0\"", "0")]
    [InlineData("\"0.0\"", "0")]
    [InlineData("\" [1, {\\\"a\\\": null}] \"", "[1,{\"a\":null}]")]
    [InlineData("\"\\\"HelloWorld\\\"\"", "\"HelloWorld\"")]
    [InlineData(null, null)]
    public void Parse_OfJsonText_GivesTheValue(string? text, string? expected) => Assert.Equal(expected, Text(JsonataFunctions.Parse(Read(text))));

    [Theory]
    [InlineData("")]
    [InlineData("{a:1}")]
    [InlineData("1 2")]
    public void Parse_OfAnotherText_IsRefused(string text)
        => Assert.StartsWith("D3120: The argument of the parse function is not JSON. ", Thrown(() => JsonataFunctions.Parse(text)));
}
