using Compiled.Expressions;
using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Jsonata;

/// <summary>Regular expressions mean what they mean in JavaScript. FEATURES L-446. The expectations were checked against V8.</summary>
public sealed class RegexTests
{
    // Start, end, then the groups; a dash for one that took no part; null for no match.
    [Theory]
    [InlineData("b+", "", "abbc", "1 3")]
    [InlineData("hat$", "i", "Bowler Hat", "7 10")]
    [InlineData("hat$", "", "Bowler Hat", null)]
    [InlineData("hat$", "", "hat\n", null)]
    [InlineData("^b$", "m", "a\rb\u2028c", "2 3")]
    [InlineData("^b", "", "a\nb", null)]
    [InlineData("a.c", "", "a\nc a\rc a\u2028c abc", "12 15")]
    [InlineData("[^]", "", "\n", "0 1")]
    [InlineData("a[]|b", "", "ab", "1 2")]
    [InlineData("\\d+", "", "٣12", "1 3")]
    [InlineData("\\w+", "", "é_a1", "1 4")]
    [InlineData("\\s", "", "a\uFEFF", "1 2")]
    [InlineData("\\bb", "", "éb", "1 2")]
    [InlineData("\\Bb", "", "abb", "1 2")]
    [InlineData("\\cA\\x41\\u0042\\0\\t", "", "\u0001AB\0\t", "0 5")]
    [InlineData("\\101\\8\\/", "", "A8/", "0 3")]
    [InlineData("\\c", "", "\\c", "0 2")]
    [InlineData("[\\c_]", "", "\u001F", "0 1")]
    [InlineData("[\\b]", "", "\b", "0 1")]
    [InlineData("\\u{2}", "", "uu", "0 2")]
    [InlineData("a{,2}", "", "a{,2}", "0 5")]
    [InlineData("a{2", "", "a{2", "0 3")]
    [InlineData("a{2,3}", "", "aaaa", "0 3")]
    [InlineData("a{2,3}?", "", "aaaa", "0 2")]
    [InlineData("[\\d-x]+", "", "1-x", "0 3")]
    [InlineData("]", "", "]", "0 1")]
    [InlineData("(ab)|(a)", "", "ab", "0 2 ab -")]
    [InlineData("(z)((a+)?(b+)?(c))*", "", "zaacbbbcac", "0 10 z ac a - c")]
    [InlineData("(a*)*", "", "b", "0 0 -")]
    [InlineData("(?:a??)*b", "", "aab", "0 3")]
    [InlineData("\\1(a)", "", "a", "0 1 a")]
    [InlineData("(a\\1)", "", "aa", "0 1 a")]
    [InlineData("(a)\\1", "", "aa", "0 2 a")]
    [InlineData("(É)\\1", "i", "éÉ", "0 2 é")]
    [InlineData("(?<year>\\d{4})-\\k<year>", "", "2018-2018", "0 9 2018")]
    [InlineData("\\k<a>", "", "k<a>", "0 4")]
    [InlineData("(?=(a+))a*b\\1", "", "baaabac", "3 6 a")]
    [InlineData("(?!foo)...", "", "foobar", "1 4")]
    [InlineData("(?<=\\$)\\d+", "", "€1 $42", "4 6")]
    [InlineData("(?<!\\$)\\b\\d+", "", "$42 7", "4 5")]
    [InlineData("(?<=([ab]+)([bc]+))$", "", "abc", "3 3 a bc")]
    [InlineData("(?<=(\\d+)(\\d+))$", "", "1053", "4 4 1 053")]
    [InlineData("(?=a)*b", "", "b", "0 1")]
    [InlineData("(?:(?<=a))+b", "", "ab", "1 2")]
    [InlineData("ſ", "i", "s", null)]
    [InlineData("\u212A", "i", "k", null)]
    [InlineData("[^x]", "i", "X", null)]
    [InlineData("σ", "i", "ς", "0 1")]
    [InlineData("ᾳ", "i", "ᾼ", null)]
    [InlineData(".", "", "😀", "0 1")]
    [InlineData("(?:)", "", "", "0 0")]
    public void Match_First_IsJavaScripts(string pattern, string flags, string text, string? expected)
    {
        using JsonataMatches matches = new JsonataRegex(pattern, flags).Matches(text, NewEvaluation());

        string? actual = null;
        if (matches.MoveNext())
        {
            actual = $"{matches.Start} {matches.End}";
            for (int i = 1; i <= matches.GroupCount; i++)
            {
                actual += " " + (matches.TryGroup(i, out ReadOnlySpan<char> group) ? group.ToString() : "-");
            }
        }

        Assert.Equal(expected, actual);
        Assert.Equal(expected is not null, new JsonataRegex(pattern, flags).IsMatch(JsonValue.Parse(JsonValue.String(text).ToString())));
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("\\")]
    [InlineData("[\\")]
    [InlineData("*")]
    [InlineData("a**")]
    [InlineData("a{2}{3}")]
    [InlineData("{2}")]
    [InlineData("^*")]
    [InlineData("\\b+")]
    [InlineData("(?<=a)*")]
    [InlineData("a{3,2}")]
    [InlineData("[b-a]")]
    [InlineData("(?a)")]
    [InlineData("(?<>a)")]
    [InlineData("(?<1a>a)")]
    [InlineData("(?<a>x)(?<a>y)")]
    [InlineData("(?<a>x)\\k")]
    [InlineData("(?<a>x)\\k<b>")]
    public void Pattern_ThatJavaScriptRefuses_IsRefused(string pattern) => Assert.Throws<ArgumentException>(() => new JsonataRegex(pattern));

    [Fact]
    public void Matches_OfAText_ComeOneBehindTheOther()
    {
        var found = new List<string>();
        foreach (JsonataMatches match in new JsonataRegex("(a)b|c").Matches("abcxab", NewEvaluation()))
        {
            found.Add($"{match.Start}-{match.End} {match.Groups()[0].Kind}");
        }

        Assert.Equal(["0-2 String", "2-3 Missing", "4-6 String"], found);
    }

    [Fact]
    public void Matches_SecondEmptyMatch_IsD1004()
    {
        JsonataException error = Assert.Throws<JsonataException>(() => Count("b*", "abab"));

        Assert.Equal("D1004: Regular expression matches zero length string", error.ToString());
        Assert.Equal(1, Count("x*", ""));
        Assert.Equal(1, Count("$", "abc"));
    }

    [Fact]
    public void Invoke_WithAString_GivesTheMatchAndItsNext()
    {
        JsonataRegex regex = new("a(b)?");
        Evaluation evaluation = NewEvaluation();

        JsonValue first = regex.Invoke([JsonValue.String("abca")], evaluation);
        JsonValue second = first.Get("next").AsFunction!.Invoke([], evaluation);

        Assert.Equal("""["ab",0,2,["b"]]""", Shown(first));
        Assert.Equal(("a", 3.0, 4.0), (second.Get("match").AsString(), second.Get("start").AsDouble(), second.Get("end").AsDouble()));
        Assert.True(second.Get("groups")[0].IsMissing);
        Assert.True(second.Get("next").AsFunction!.Invoke([], evaluation).IsMissing);
        Assert.Equal("""["ab",3,5,["b"]]""", Shown(regex.Invoke([JsonValue.String("abcab"), 1], evaluation)));
        Assert.True(regex.Invoke([JsonValue.String("ab"), 3], evaluation).IsMissing);
        Assert.True(regex.Invoke([default], evaluation).IsMissing);
        Assert.Equal("""["12",0,2,[]]""", Shown(new JsonataRegex("\\d+").Invoke([12], evaluation)));
    }

    [Fact]
    public void Invoke_NextThatIsEmpty_IsD1004()
    {
        JsonValue first = new JsonataRegex("a*").Invoke([JsonValue.String("ab")], NewEvaluation());

        Assert.Equal("D1004", Assert.Throws<JsonataException>(() => first.Get("next").AsFunction!.Invoke([], NewEvaluation())).Code);
    }

    [Fact]
    public void Groups_ThatTookNoPart_AreNullOutsideOfTheExpression()
    {
        Fault? fault = null, refused = null;
        JsonValue matches = JsonataFunctions.Match("ab", new JsonataRegex("(ab)|(cd)").AsValue(), default, NewEvaluation());
        JsonValue taken = new QueryField("x", "Output").Take(matches, ref fault);
        new QueryField("x", "Output").Take(new JsonataRegex("ab").Invoke(["ab"], NewEvaluation()), ref refused);

        Assert.Null(fault);
        Assert.Equal("""[{"match":"ab","index":0,"groups":["ab",null]}]""", taken.ToString());
        Assert.Equal(taken.ToUtf8(), ExpressionResult.ToUtf8(matches, "Find"));
        Assert.Equal("The JSONata expression 'x' specified for the field 'Output' returned an unsupported result type.", refused?.Cause);
    }

    // FEATURES L-448: what JavaScript would take years for ends after a number of steps that is the same everywhere.
    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("(?:a*)*b")]
    [InlineData("(a+)+\\1b")]
    public void Pattern_ThatRunsAway_IsStopped(string pattern)
    {
        string text = new string('a', 200) + "!";
        Evaluation evaluation = NewEvaluation();
        evaluation.Steps = 200_000;

        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => new JsonataRegex(pattern).IsMatch(JsonValue.String(text), evaluation)).Code);
    }

    [Theory]
    [InlineData("^(?:a|b)*$")]
    [InlineData("^(?:(a)|b)*?$")]
    [InlineData("^.*$")]
    [InlineData("^.*?$")]
    public void Text_OfTheLargestSize_IsMatched(string pattern)
        => Assert.True(new JsonataRegex(pattern).IsMatch(JsonValue.String(string.Concat(Enumerable.Repeat("ab", 131_072)))));

    [Fact]
    public void IsMatch_AllocatesNothing()
    {
        JsonataRegex regex = new("hat$", "i");
        JsonValue text = JsonValue.Parse("""{"name":"Trilby hat"}""").Get("name");
        regex.IsMatch(text);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            regex.IsMatch(text);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Pattern_OfRandomCharacters_IsMatchedOrRefused()
    {
        const string Alphabet = "ab(()[]{}?*+|^$\\.-12,:=!<>kdwsbBcx0é";
        var random = new Random(7);
        int matched = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string pattern = new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            string text = new([.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            try
            {
                Evaluation evaluation = NewEvaluation();
                evaluation.Steps = 10_000;
                matched += new JsonataRegex(pattern, i % 2 == 0 ? "i" : "m").IsMatch(JsonValue.String(text), evaluation) ? 1 : 0;
            }
            catch (ArgumentException)
            {
            }
            catch (JsonataException error)
            {
                Assert.Equal("U1001", error.Code);
            }
        }

        Assert.InRange(matched, 500, 20_000);
    }

    private static int Count(string pattern, string text)
    {
        int count = 0;
        foreach (JsonataMatches _ in new JsonataRegex(pattern).Matches(text, NewEvaluation()))
        {
            count++;
        }

        return count;
    }

    private static string Shown(JsonValue match)
        => JsonValue.Array(match.Get("match"), match.Get("start"), match.Get("end"), match.Get("groups")).ToString();

    private static Evaluation NewEvaluation() => new(DateTimeOffset.UnixEpoch, new NoRandomness());

    private sealed class NoRandomness : IRandomSource
    {
        public ulong NextUInt64() => throw new InvalidOperationException("Nothing here is random.");
    }
}
