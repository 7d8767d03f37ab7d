using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440.
public class BooleanTests
{
    [Theory]
    [InlineData("\"\"", "false", "string")]
    [InlineData("\"x\"", "true", "string")]
    [InlineData("0", "false", "number")]
    [InlineData("-0.5", "true", "number")]
    [InlineData("null", "false", "null")]
    [InlineData("true", "true", "boolean")]
    [InlineData("false", "false", "boolean")]
    [InlineData("[]", "false", "array")]
    [InlineData("[0,[]]", "false", "array")]
    [InlineData("[0,[1]]", "true", "array")]
    [InlineData("{}", "false", "object")]
    [InlineData("{\"a\":0}", "true", "object")]
    public void BooleanNotType_OfAValue_SayWhatItIs(string value, string boolean, string type)
    {
        JsonValue given = Read(value);

        Assert.Equal(boolean, Text(JsonataFunctions.Boolean(given)));
        Assert.Equal(boolean == "true" ? "false" : "true", Text(JsonataFunctions.Not(given)));
        Assert.Equal(type, JsonataFunctions.Type(given).AsString());
        Assert.Equal("true", Text(JsonataFunctions.Exists(given)));
    }

    [Fact]
    public void BooleanNotType_OfAFunction_SayWhatItIs()
    {
        JsonValue function = Function(1, given => given[0]);

        AssertTexts(
            ["false", "true", "\"function\"", "true"],
            JsonataFunctions.Boolean(function), JsonataFunctions.Not(function), JsonataFunctions.Type(function), JsonataFunctions.Exists(function));
    }

    [Fact]
    public void BooleanNotType_OfNothing_AreNothing()
        => AssertTexts(
            [null, null, null, "false"],
            JsonataFunctions.Boolean(Missing), JsonataFunctions.Not(Missing), JsonataFunctions.Type(Missing), JsonataFunctions.Exists(Missing));

    [Theory]
    [InlineData("\"Too dear\"", "D3137: Too dear")]
    [InlineData("\"\"", "D3137: $error() function evaluated")]
    [InlineData(null, "D3137: $error() function evaluated")]
    [InlineData("null", "T0410: Argument 1 of function \"error\" does not match function signature")]
    public void Error_WithAMessage_ThrowsIt(string? message, string expected) => Assert.Equal(expected, Thrown(() => JsonataFunctions.Error(Read(message))));

    [Theory]
    [InlineData("false", "\"Too dear\"", "D3141: Too dear")]
    [InlineData("false", null, "D3141: $assert() statement failed")]
    [InlineData(null, null, "D3141: $assert() statement failed")]
    [InlineData("null", null, "T0410: Argument 1 of function \"assert\" does not match function signature")]
    [InlineData("5", null, "T0410: Argument 1 of function \"assert\" does not match function signature")]
    [InlineData("true", "5", "T0410: Argument 2 of function \"assert\" does not match function signature")]
    public void Assert_OfWhatIsNotTrue_Throws(string? condition, string? message, string expected)
        => Assert.Equal(expected, Thrown(() => JsonataFunctions.Assert(Read(condition), Read(message))));

    [Fact]
    public void Assert_OfTrue_GivesNothing() => Assert.Null(Text(JsonataFunctions.Assert(true, "Too dear")));
}
