using Compiled.Language.Expressions.Jsonata;

namespace Language.Tests.Expressions.Jsonata;

/// <summary>Regular expressions are read as jsonata-js reads them, and a wrong one is a fault of the expression. FEATURES L-446.</summary>
public sealed class JsonataRegexSyntaxTests
{
    [Theory]
    [InlineData("/ab+/", "ab+", "", 5)]
    [InlineData("/hat$/i)", "hat$", "i", 7)]
    [InlineData("/a/mi & 1", "a", "mi", 5)]
    [InlineData("/a\\/b/", "a\\/b", "", 6)]
    [InlineData("/[/]x/", "[/]x", "", 6)]
    [InlineData("/(a/b)/", "(a/b)", "", 7)]
    [InlineData("/a\\\\/i", "a\\\\", "i", 6)]
    public void Literal_IsReadUpToItsFlags(string text, string pattern, string flags, int end)
    {
        JsonataRegexLiteral? literal = JsonataRegexSyntax.Read(text, 1, out JsonataRegexFault? fault);

        Assert.Null(fault);
        Assert.Equal((pattern, flags, end), (literal!.Pattern, literal.Flags, literal.End));
    }

    [Theory]
    [InlineData("//", "S0301", 1, 0)]
    [InlineData("/ab", "S0302", 3, 0)]
    [InlineData("/(a/", "S0302", 4, 0)]
    [InlineData("/a/ii", "S0303", 4, 1)]
    [InlineData("/a**/", "S0303", 3, 1)]
    [InlineData("/ab{3,1}/", "S0303", 2, 6)]
    [InlineData("/[z-a]/", "S0303", 2, 3)]
    [InlineData("/(?x)/", "S0303", 1, 2)]
    [InlineData("/(?<n>a)\\k<m>/", "S0303", 8, 5)]
    public void Literal_ThatIsWrong_IsAFaultAtItsPlace(string text, string code, int start, int length)
    {
        JsonataRegexLiteral? literal = JsonataRegexSyntax.Read(text, 1, out JsonataRegexFault? fault);

        Assert.Null(literal);
        Assert.Equal((code, start, length), (fault!.Code, fault.Start, fault.Length));
    }

    [Fact]
    public void Fault_SaysWhatIsWrong()
        => Assert.Equal("'a{3,2}' repeats at least 3 and at most 2 times; the smaller number comes first", JsonataRegexSyntax.Check("a{3,2}")!.Message);

    [Fact]
    public void Pattern_NestedVeryDeep_IsRefused()
        => Assert.Equal("The pattern is nested more than 100 deep here", JsonataRegexSyntax.Check(new string('(', 5_000) + new string(')', 5_000))!.Message);
}
