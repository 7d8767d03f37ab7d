using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440, L-447.
public class StringTests
{
    [Theory]
    [InlineData("\"a\\u0041\"", "aA")]
    [InlineData("5", "5")]
    [InlineData("5.0", "5")]
    [InlineData("-0", "0")]
    [InlineData("1e2", "100")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("3.142857142857143", "3.14285714285714")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("0.1234567890123457", "0.123456789012346")]
    [InlineData("-2.00000000000000044", "-2")]
    [InlineData("5890840712243076", "5890840712243076")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("12345678901234567890", "12345678901234567000")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[1.0,{\"a\":\"\\u00e9\\n/\"},0.1234567890123456]", "[1,{\"a\":\"é\\n/\"},0.123456789012346]")]
    public void String_OfAValue_IsItsJson(string value, string expected)
    {
        Assert.Equal(expected, JsonataFunctions.String(Read(value), Missing).AsString());
        Assert.Equal(expected, JsonataFunctions.String(Built(Read(value)), Missing).AsString());
    }

    [Fact]
    public void String_HalfwayBetweenDecimals_TakesTheLarger()
        => Assert.Equal("100000000000001", JsonataFunctions.String(100_000_000_000_000.5, Missing).AsString());

    [Fact]
    public void String_OfAFunction_IsEmptyAlsoInside()
    {
        JsonValue function = Function(0, _ => default);

        Assert.Equal("", JsonataFunctions.String(function, Missing).AsString());
        Assert.Equal("[\"\"]", JsonataFunctions.String(JsonValue.ArrayOf([function]), Missing).AsString());
    }

    [Fact]
    public void String_OfNothing_IsNothing() => Assert.Null(Text(JsonataFunctions.String(Missing, true)));

    [Fact]
    public void String_Prettified_StandsOnLines()
        => Assert.Equal(
            "{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {}\n}",
            JsonataFunctions.String(Read("{\"a\":[1,[]],\"b\":{}}"), true).AsString());

    [Fact]
    public void String_OfAnInfiniteNumber_IsRefused()
    {
        Assert.Equal("D3001", Code(() => JsonataFunctions.String(Read("1e999"), Missing)));
        Assert.Equal("D1001: Number out of range: null", Thrown(() => JsonataFunctions.String(Read("[1e999]"), Missing)));
    }

    [Fact]
    public void String_OfAnotherSecondArgument_IsRefused() => Assert.Equal("T0410", Code(() => JsonataFunctions.String(1, "x")));

    [Theory]
    [InlineData("\"\"", "0")]
    [InlineData("\"hello\"", "5")]
    [InlineData("\"\\u03BB-é\"", "3")]
    [InlineData("\"𝄞💩\"", "2")]
    [InlineData("\"\\uD834\\uDD1Ea\\n\"", "3")]
    [InlineData(null, null)]
    public void Length_OfAString_CountsCodePoints(string? text, string? expected)
    {
        Assert.Equal(expected, Text(JsonataFunctions.Length(Read(text))));
        Assert.Equal(expected, Text(JsonataFunctions.Length(Built(Read(text)))));
    }

    [Theory]
    [InlineData("hello world", "0", "5", "hello")]
    [InlineData("hello world", "-5", null, "world")]
    [InlineData("hello world", "-5", "1", "w")]
    [InlineData("hello world", "-5", "-1", "")]
    [InlineData("hello world", "-100", "3", "hel")]
    [InlineData("hello", "9", null, "")]
    [InlineData("hello", "1.9", "1.5", "el")]
    [InlineData("hello", null, null, "hello")]
    [InlineData("hello", null, "2", "")]
    [InlineData("😂😁😀", "1", "1", "😁")]
    [InlineData("😂😁😀", "-2", "1", "😁")]
    [InlineData("😂😁😀", "-5", "1", "😂")]
    public void Substring_OfAString_CountsCodePoints(string text, string? start, string? length, string expected)
        => Assert.Equal(expected, JsonataFunctions.Substring(text, Read(start), Read(length)).AsString());

    [Theory]
    [InlineData("Hello World", " ", "Hello", "World")]
    [InlineData("Hello World", "f", "Hello World", "Hello World")]
    [InlineData("Hello World", "ld", "Hello Wor", "")]
    [InlineData("Hello World", "", "", "Hello World")]
    [InlineData("a\u0301b", "a", "", "\u0301b")]
    public void SubstringBeforeAndAfter_TheFirst_GiveTheSides(string text, string characters, string before, string after)
        => Assert.Equal(
            [before, after],
            [JsonataFunctions.SubstringBefore(text, characters).AsString(), JsonataFunctions.SubstringAfter(text, characters).AsString()]);

    [Theory]
    [InlineData("Hello", "hello", "HELLO")]
    [InlineData("Straße", "straße", "STRASSE")]
    [InlineData("ﬁx ŉ", "ﬁx ŉ", "FIX ʼN")]
    [InlineData("ΟΔΟΣ, Σ.", "οδος, σ.", "ΟΔΟΣ, Σ.")]
    [InlineData("ΑΣΑ ΑΣ'Α", "ασα ασ'α", "ΑΣΑ ΑΣ'Α")]
    [InlineData("İx", "i̇x", "İX")]
    [InlineData("𐐨", "𐐨", "𐐀")]
    public void LowercaseAndUppercase_OfAString_UseTheFullMapping(string text, string lower, string upper)
        => Assert.Equal([lower, upper], [JsonataFunctions.Lowercase(text).AsString(), JsonataFunctions.Uppercase(text).AsString()]);

    [Theory]
    [InlineData("   Hello  \n\t World \r\n", "Hello World")]
    [InlineData("Hello", "Hello")]
    [InlineData(" \t", "")]
    [InlineData("\u00a0x\u00a0", "\u00a0x\u00a0")]
    public void Trim_OfAString_CollapsesWhitespace(string text, string expected) => Assert.Equal(expected, JsonataFunctions.Trim(text).AsString());

    [Theory]
    [InlineData("foo", 5, null, "foo  ")]
    [InlineData("foo", -5, "#", "##foo")]
    [InlineData("foo", 8, "-+", "foo-+-+-")]
    [InlineData("foo", 5, "", "foo  ")]
    [InlineData("foo", -5.7, "", "  foo")]
    [InlineData("foo", 2, "", "foo")]
    [InlineData("a𝄞", 5, "💩x", "a𝄞💩x💩")]
    public void Pad_ToAWidth_CountsCodePoints(string text, double width, string? characters, string expected)
        => Assert.Equal(expected, JsonataFunctions.Pad(text, width, characters is null ? Missing : characters, Evaluation()).AsString());

    [Fact]
    public void Pad_BeyondTheSteps_IsRefused() => Assert.Equal("U1001", Code(() => JsonataFunctions.Pad("x", 1e300, Missing, Evaluation())));

    [Theory]
    [InlineData("[\"a\",\"b\",\"c\"]", "\", \"", "\"a, b, c\"")]
    [InlineData("[\"a\",\"\\u0062\"]", null, "\"ab\"")]
    [InlineData("[]", "\"-\"", "\"\"")]
    [InlineData("\"a\"", "\"-\"", "\"a\"")]
    [InlineData(null, "\"-\"", null)]
    public void Join_OfStrings_PutsTheSeparatorBetween(string? strings, string? separator, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Join(Read(strings), Read(separator), Evaluation())));

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("true")]
    [InlineData("[\"a\",null]")]
    public void Join_OfOtherThanStrings_IsRefused(string strings)
        => Assert.Equal("T0412: Argument 1 of function \"join\" must be an array of \"strings\"", Thrown(() => JsonataFunctions.Join(Read(strings), Missing, Evaluation())));

    [Fact]
    public void Join_BeyondTheSteps_IsRefused()
    {
        JsonValue[] items = new JsonValue[100];
        Array.Fill(items, new string('x', 1000));

        Assert.Equal("U1001", Code(() => JsonataFunctions.Join(JsonValue.ArrayOf(items), Missing, Evaluation(steps: 10_000))));
    }

    [Theory]
    [InlineData("length")]
    [InlineData("lowercase")]
    [InlineData("uppercase")]
    [InlineData("trim")]
    [InlineData("base64encode")]
    [InlineData("base64decode")]
    [InlineData("encodeUrl")]
    [InlineData("encodeUrlComponent")]
    [InlineData("decodeUrl")]
    [InlineData("decodeUrlComponent")]
    public void StringFunction_OfAnotherType_IsRefusedAndOfNothingIsNothing(string name)
    {
        Func<JsonValue, JsonValue> function = name switch
        {
            "length" => JsonataFunctions.Length,
            "lowercase" => JsonataFunctions.Lowercase,
            "uppercase" => JsonataFunctions.Uppercase,
            "trim" => JsonataFunctions.Trim,
            "base64encode" => JsonataFunctions.Base64encode,
            "base64decode" => JsonataFunctions.Base64decode,
            "encodeUrl" => JsonataFunctions.EncodeUrl,
            "encodeUrlComponent" => JsonataFunctions.EncodeUrlComponent,
            "decodeUrl" => JsonataFunctions.DecodeUrl,
            _ => JsonataFunctions.DecodeUrlComponent,
        };

        Assert.Equal($"T0410: Argument 1 of function \"{name}\" does not match function signature", Thrown(() => function(JsonValue.Null)));
        Assert.Null(Text(function(Missing)));
    }
}
