using System.Text.RegularExpressions;
using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

// FEATURES L-115, L-119.
public sealed class FilterTests
{
    [Theory]
    [InlineData("@.a", "exists<Current .a>")]
    [InlineData("!@.a", "!exists<Current .a>")]
    [InlineData("@", "exists<Current>")]
    [InlineData("@['a b']", "exists<Current .a b>")]
    [InlineData("@.a == 1", "<Current .a> Equal <1>")]
    [InlineData("@.a==-1.5e3", "<Current .a> Equal <-1.5e3>")]
    [InlineData("@.a != 'x y'", "<Current .a> NotEqual <\"x y\">")]
    [InlineData("@.a=='it\\'s'", "<Current .a> Equal <\"it's\">")]
    [InlineData("@.a === true", "<Current .a> StrictEqual <true>")]
    [InlineData("@.a !== null", "<Current .a> StrictNotEqual <null>")]
    [InlineData("@.a<5", "<Current .a> Less <5>")]
    [InlineData("@.a<=5", "<Current .a> LessOrEqual <5>")]
    [InlineData("@.a>5", "<Current .a> Greater <5>")]
    [InlineData("@.a>=5", "<Current .a> GreaterOrEqual <5>")]
    [InlineData("5 < @.a", "<5> Less <Current .a>")]
    [InlineData("@.a =~ /^x.*\\/$/i", "<Current .a> Regex </^x.*\\/$/i>")]
    [InlineData("@.a =~ 'x+'", "<Current .a> Regex </x+/>")]
    [InlineData("@.a in ['x', \"y\", z, 1]", "<Current .a> In <[\"x\",\"y\",\"z\",1]>")]
    [InlineData("@.a nin []", "<Current .a> NotIn <[]>")]
    [InlineData("@.a IN $.allowed", "<Current .a> In <Input .allowed>")]
    [InlineData("@.a subsetof [1]", "<Current .a> SubsetOf <[1]>")]
    [InlineData("@.a anyof [1]", "<Current .a> AnyOf <[1]>")]
    [InlineData("@.a noneof [1]", "<Current .a> NoneOf <[1]>")]
    [InlineData("@.a all [1]", "<Current .a> All <[1]>")]
    [InlineData("@.a size 2", "<Current .a> Size <2>")]
    [InlineData("@.a empty false", "<Current .a> Empty <false>")]
    [InlineData("@.a contains 'x'", "<Current .a> Contains <\"x\">")]
    [InlineData("@.a type 'number'", "<Current .a> Type <\"number\">")]
    [InlineData("@.a == {'b': [1]}", "<Current .a> Equal <{\"b\":[1]}>")]
    [InlineData("@.a.length() > 3", "<Current .a length()> Greater <3>")]
    [InlineData("@.a[?(@.b == 1)].c == 2", "<Current .a ?{<Current .b> Equal <1>} .c> Equal <2>")]
    [InlineData("@.a == 1 && @.b == 2 || @.c", "((<Current .a> Equal <1> && <Current .b> Equal <2>) || exists<Current .c>)")]
    [InlineData("@.a || @.b && @.c", "(exists<Current .a> || (exists<Current .b> && exists<Current .c>))")]
    [InlineData("(@.a || @.b) && !(@.c)", "((exists<Current .a> || exists<Current .b>) && !exists<Current .c>)")]
    // RULES.md: words without quotes, a root path, `&&` without blanks, hyphens.
    [InlineData("@.Name==Receipt", "<Current .Name> Equal <\"Receipt\">")]
    [InlineData("@.TargetLanguageCode==es", "<Current .TargetLanguageCode> Equal <\"es\">")]
    [InlineData("@.workerId == $.agent_id", "<Current .workerId> Equal <Input .agent_id>")]
    [InlineData("@.arn == $$.Execution.Id", "<Current .arn> Equal <Context .Execution .Id>")]
    [InlineData("@.id == $wanted.id", "<Current .id> Equal <Variable(wanted) .id>")]
    [InlineData("@.species == 'cat'&&@.age<5", "(<Current .species> Equal <\"cat\"> && <Current .age> Less <5>)")]
    [InlineData("@.detail-type==a-b", "<Current .detail-type> Equal <\"a-b\">")]
    [InlineData("@.Env==${Stage}", "<Current .Env> Equal <\"${Stage}\">")]
    [InlineData("@.Date==2020-01-01", "<Current .Date> Equal <\"2020-01-01\">")]
    public void Parse_Filter_GivesItsTree(string filter, string expected)
    {
        PathExpression? path = PathParser.Parse($"$.x[?({filter})].y", out ExpressionError? error);

        Assert.Null(error);
        Assert.Equal(expected, PathText.Of(((FilterStep)path!.Steps[1]).Filter));
    }

    [Fact]
    public void Parse_BlanksInBrackets_AreFree() =>
        Assert.Equal("Input ?{exists<Current .a>} .b", PathText.Of(PathParser.Parse("$[ ? ( @.a ) ].b", out _)!));

    [Theory]
    [InlineData("", 0, 1, "expected a path or a value")]
    [InlineData("@.a = 1", 4, 1, "'=='")]
    [InlineData("@.a & @.b", 4, 1, "'&&'")]
    [InlineData("@.a | @.b", 4, 1, "'||'")]
    [InlineData("@.a and @.b", 4, 3, "did you mean '&&'?")]
    [InlineData("@.a or @.b", 4, 2, "did you mean '||'?")]
    [InlineData("@.a subset [1]", 4, 6, "did you mean 'subsetof'?")]
    [InlineData("@.a ==", 6, 1, "expected a path or a value")]
    [InlineData("5", 0, 1, "compared with nothing")]
    [InlineData("@.a == /x/", 7, 3, "'=~' only")]
    [InlineData("@.a =~ /x", 7, 4, "not closed")]
    [InlineData("@.a =~ /(/", 7, 3, "not a regular expression")]
    [InlineData("@.a == 'x", 7, 4, "not closed")]
    [InlineData("@.a in [1", 9, 1, "expected ']'")]
    [InlineData("(@.a", 5, 1, "expected ')'")]
    public void Parse_FaultyFilter_PointsAtTheMistake(string filter, int start, int length, string message)
    {
        const string Before = "$[?(";
        PathExpression? path = PathParser.Parse($"{Before}{filter})]", out ExpressionError? error);

        Assert.Null(path);
        Assert.Contains(message, error!.Message, StringComparison.Ordinal);
        Assert.Equal((start, length), (error.Start - Before.Length, error.Length));
    }

    [Fact]
    public void Parse_RegexFlags_GiveDotNetOptions()
    {
        var filter = (FilterStep)PathParser.Parse("$[?(@.a =~ /x/ims)]", out _)!.Steps[0];

        var regex = (FilterRegex)((FilterComparison)filter.Filter).Right;

        Assert.True(regex.IgnoreCase);
        Assert.Equal(
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline,
            regex.Options);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("@[?(", ")]")]
    public void Parse_NestingWithoutEnd_IsAnErrorNotACrash(string open, string close)
    {
        string text = "$[?(" + Repeat(open, 10_000) + "@.a" + Repeat(close, 10_000) + ")]";

        Assert.Null(PathParser.Parse(text, out ExpressionError? error));
        Assert.Contains("nested more than", error!.Message, StringComparison.Ordinal);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
