using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440, L-446.
public class MatchingTests
{
    // A matcher of the author's own, which finds one character: JSONata's protocol without a regular expression.
    private static JsonValue Finder(char sought) => Function(1, given => Find(given[0].AsString(), sought, 0));

    private static JsonValue Regex(string pattern, string flags = "") => new JsonataRegex(pattern, flags).AsValue();

    private static JsonValue Find(string text, char sought, int from)
    {
        int at = text.IndexOf(sought, from);
        return at < 0
            ? default
            : JsonValue.ObjectOf(
            [
                new(Key.Of("match"), sought.ToString()),
                new(Key.Of("start"), at),
                new(Key.Of("end"), at + 1),
                new(Key.Of("groups"), JsonValue.Array("<", ">")),
                new(Key.Of("next"), Function(0, _ => Find(text, sought, at + 1))),
            ]);
    }

    [Theory]
    [InlineData("Hello World", "lo", "true")]
    [InlineData("Hello World", "LO", "false")]
    [InlineData("Hello", "", "true")]
    public void Contains_OfAString_Searches(string text, string pattern, string expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Contains(text, pattern, Evaluation())));

    [Fact]
    public void Contains_OfAMatcher_AsksIt()
        => AssertTexts(
            ["true", "false", "true", "false", "true"],
            JsonataFunctions.Contains("xay", Regex("A", "i"), Evaluation()),
            JsonataFunctions.Contains("xay", Regex("A"), Evaluation()),
            JsonataFunctions.Contains("xay", Finder('a'), Evaluation()),
            JsonataFunctions.Contains("xay", Finder('b'), Evaluation()),
            JsonataFunctions.Contains("xay", Function(1, _ => false), Evaluation()));

    [Fact]
    public void Contains_WithNothing_IsNothing()
        => AssertTexts([null, null], JsonataFunctions.Contains(Missing, "a", Evaluation()), JsonataFunctions.Contains("a", Missing, Evaluation()));

    [Fact]
    public void Match_OfARegex_IsASequenceOfWhatItFound()
    {
        Assert.Equal(
            "seq[{\"match\":\"ab\",\"index\":0,\"groups\":[\"b\"]},{\"match\":\"abb\",\"index\":3,\"groups\":[\"bb\"]}]",
            Text(JsonataFunctions.Match("ab-abb", Regex("a(b+)"), Missing, Evaluation())));
        Assert.Equal("seq[{\"match\":\"ab\",\"index\":0,\"groups\":[]}]", Text(JsonataFunctions.Match("ab-abb", Regex("ab+"), 1, Evaluation())));
        Assert.Equal("seq[]", Text(JsonataFunctions.Match("ab", Regex("x"), Missing, Evaluation())));
        Assert.Equal("seq[]", Text(JsonataFunctions.Match("ab", Regex("a"), 0, Evaluation())));
        Assert.Null(Text(JsonataFunctions.Match(Missing, Regex("a"), Missing, Evaluation())));
    }

    [Fact]
    public void Match_OfAMatcher_IsASequenceOfWhatItFound()
        => Assert.Equal(
            "seq[{\"match\":\"a\",\"index\":1,\"groups\":[\"<\",\">\"]},{\"match\":\"a\",\"index\":3,\"groups\":[\"<\",\">\"]}]",
            Text(JsonataFunctions.Match("xaxax", Finder('a'), Missing, Evaluation())));

    [Theory]
    [InlineData("a, b, c", ", ", null, "[\"a\",\"b\",\"c\"]")]
    [InlineData("a, b, c", ", ", 2.5, "[\"a\",\"b\"]")]
    [InlineData("a, b, c", ", ", 10.0, "[\"a\",\"b\",\"c\"]")]
    [InlineData("a, b, c", ", ", 0.0, "[]")]
    [InlineData("abc", "", null, "[\"a\",\"b\",\"c\"]")]
    [InlineData("abc", "", 2.0, "[\"a\",\"b\"]")]
    [InlineData("", ",", null, "[\"\"]")]
    [InlineData("", "", null, "[]")]
    [InlineData(",", ",", null, "[\"\",\"\"]")]
    public void Split_ByAString_IsAnOrdinaryArray(string text, string separator, double? limit, string expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Split(text, separator, limit is { } most ? most : Missing, Evaluation())));

    [Fact]
    public void Split_ByAMatcher_IsAnOrdinaryArray()
    {
        Assert.Equal("[\"a\",\"a\",\"xa\",\"cc\"]", Text(JsonataFunctions.Split("ababbxabbcc", Regex("b+"), Missing, Evaluation())));
        Assert.Equal("[\"a\",\"a\"]", Text(JsonataFunctions.Split("ababbxabbcc", Regex("b+"), 2, Evaluation())));
        Assert.Equal("[\"ab\"]", Text(JsonataFunctions.Split("ab", Regex("x"), Missing, Evaluation())));
        Assert.Equal("[\"x\",\"y\"]", Text(JsonataFunctions.Split("xay", Finder('a'), Missing, Evaluation())));
    }

    [Theory]
    [InlineData("the cat sat", "at", "it", null, "the cit sit")]
    [InlineData("the cat sat", "at", "$0", 1.0, "the c$0 sat")]
    [InlineData("the cat sat", "at", "it", 0.0, "the cat sat")]
    [InlineData("the cat sat", "x", "it", null, "the cat sat")]
    [InlineData("aaa", "aa", "b", null, "ba")]
    public void Replace_OfAString_IsLiteral(string text, string pattern, string replacement, double? limit, string expected)
        => Assert.Equal(expected, JsonataFunctions.Replace(text, pattern, replacement, limit is { } most ? most : Missing, Evaluation()).AsString());

    [Theory]
    [InlineData("265USD", "([0-9]+)USD", "$$$1", "$265")]
    [InlineData("265USD", "([0-9]+)USD", "$w$", "$w$")]
    [InlineData("265USD", "([0-9]+)USD", "$0$1$2", "265USD265")]
    [InlineData("abcd", "(ab)|(a)", "[1=$1][2=$2]", "[1=ab][2=]cd")]
    [InlineData("xijky", "ijk", "$8$5$12$12$18$123", "x22823y")]
    [InlineData("xijky", "(ijk)", "$8$5$12$12$18$123", "xijk2ijk2ijk8ijk23y")]
    [InlineData("abcdefghijkl", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)", "$12$11$13$1", "lka3a")]
    [InlineData("abracadabra", "a.*?a", "*", "*c*bra")]
    [InlineData("abc", "x*", "-", null)]
    public void Replace_OfARegex_PutsGroupsIn(string text, string pattern, string replacement, string? expected)
    {
        if (expected is null)
        {
            Assert.Equal("D1004", Code(() => JsonataFunctions.Replace(text, Regex(pattern), replacement, Missing, Evaluation())));
        }
        else
        {
            Assert.Equal(expected, JsonataFunctions.Replace(text, Regex(pattern), replacement, Missing, Evaluation()).AsString());
        }
    }

    [Fact]
    public void Replace_WithAFunction_PassesTheMatch()
    {
        JsonValue upper = Function(1, given => JsonataFunctions.Uppercase(given[0].Get("match")));
        JsonValue group = Function(1, given => given[0].Get("groups")[0]);

        Assert.Equal("xABx", JsonataFunctions.Replace("xabx", Regex("(a)b"), upper, Missing, Evaluation()).AsString());
        Assert.Equal("xax", JsonataFunctions.Replace("xabx", Regex("(a)b"), group, Missing, Evaluation()).AsString());
        Assert.Equal("x<x<", JsonataFunctions.Replace("xaxa", Finder('a'), group, Missing, Evaluation()).AsString());
    }

    [Fact]
    public void Replace_OfAMatcher_PutsGroupsIn()
        => Assert.Equal("x>a<xa", JsonataFunctions.Replace("xaxa", Finder('a'), "$2$0$1", 1, Evaluation()).AsString());

    [Fact]
    public void Pattern_ThatDoesNotFit_IsRefused()
        => Assert.Equal(
            ["D3010", "D3011", "D3012", "D3012", "D3020", "D3040", "T0410", "T0410", "T0410", "T1010", "T1010"],
            [
                Code(() => JsonataFunctions.Replace("a", "", "b", Missing, Evaluation())),
                Code(() => JsonataFunctions.Replace("a", "a", "b", -1, Evaluation())),
                Code(() => JsonataFunctions.Replace("a", Regex("a"), Function(1, _ => true), Missing, Evaluation())),
                Code(() => JsonataFunctions.Replace("a", "a", Function(1, given => given[0]), Missing, Evaluation())),
                Code(() => JsonataFunctions.Split("a", ",", -1, Evaluation())),
                Code(() => JsonataFunctions.Match("a", Regex("a"), -1, Evaluation())),
                Code(() => JsonataFunctions.Match("a", "a", Missing, Evaluation())),
                Code(() => JsonataFunctions.Split("a", 1, Missing, Evaluation())),
                Code(() => JsonataFunctions.Contains(23, "3", Evaluation())),
                Code(() => JsonataFunctions.Match("a", Function(1, _ => JsonValue.EmptyObject), Missing, Evaluation())),
                Code(() => JsonataFunctions.Contains("a", Function(1, _ => true), Evaluation())),
            ]);

    [Fact]
    public void Replace_BeyondTheSteps_IsRefused()
        => Assert.Equal("U1001", Code(() => JsonataFunctions.Replace(new string('a', 1000), "a", new string('b', 1000), Missing, Evaluation(steps: 10_000))));
}
