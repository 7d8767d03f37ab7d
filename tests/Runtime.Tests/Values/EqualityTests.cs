using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

public sealed class EqualityTests
{
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "1e0")]
    [InlineData("100", "1E2")]
    [InlineData("0", "-0.0")]
    [InlineData("0.1", "1e-1")]
    [InlineData("1e400", "1e401")]
    [InlineData("9007199254740993", "9007199254740993.0")]
    [InlineData("\"a\"", "\"\\u0061\"")]
    [InlineData("\"\\n\"", "\"\\u000a\"")]
    [InlineData("[1,[2]]", "[1.0,[2]]")]
    [InlineData("{\"a\":1,\"b\":[2]}", "{\"b\":[2.0],\"a\":1}")]
    [InlineData("{}", "{ }")]
    [InlineData("null", "null")]
    public void EqualJson_InAnySpellingOrOrder_IsEqualAndHashesAlike(string left, string right) => AssertEqual(left, right, true);

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1", "\"1\"")]
    [InlineData("1", "true")]
    [InlineData("0", "false")]
    [InlineData("0", "null")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("9007199254740993", "9007199254740992.0")]
    [InlineData("9223372036854775807", "9223372036854775808")]
    [InlineData("1e400", "-1e400")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("\"\"", "null")]
    [InlineData("[]", "{}")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[1]", "[1,1]")]
    [InlineData("[1,1]", "[1]")]
    [InlineData("{\"a\":1}", "{\"b\":1}")]
    [InlineData("{\"a\":1}", "{\"a\":2}")]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":1}")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":2,\"b\":1}")]
    public void DifferentJson_IsNotEqual(string left, string right) => AssertEqual(left, right, false);

    [Fact]
    public void LargeObjects_InAnotherOrder_AreEqual()
    {
        string[] members = [.. Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\":{i}")];
        string forward = "{" + string.Join(',', members) + "}";
        Array.Reverse(members);

        AssertEqual(forward, "{" + string.Join(',', members) + "}", true);
        AssertEqual(forward, "{" + string.Join(',', members).Replace("\"k77\":77,", "\"k77\":78,", StringComparison.Ordinal) + "}", false);
        AssertEqual(forward, "{" + string.Join(',', members).Replace("\"k77\":", "\"x77\":", StringComparison.Ordinal) + "}", false);
    }

    [Fact]
    public void MissingAndFailures_EqualTheirLikeOnly()
    {
        JsonValue failure = JsonValue.Failure(new Fault("E", "c"));

        Assert.Equal(default, new JsonValue());
        Assert.NotEqual(default, JsonValue.Null);
        Assert.Equal(failure, JsonValue.Failure(new Fault("E", "c")));
        Assert.Equal(failure.GetHashCode(), JsonValue.Failure(new Fault("E", "c")).GetHashCode());
        Assert.NotEqual(failure, JsonValue.Failure(new Fault("E", null)));
        Assert.NotEqual(failure, JsonValue.Failure(new Fault(null, "c")));
        Assert.False(JsonValue.Null.Equals((object?)null));
        Assert.True(JsonValue.Null.Equals((object)JsonValue.Parse("null")));
    }

    [Fact]
    public void CompareOrdinal_IsTheOrderOfUtf16()
    {
        string[] texts = ["", "a", "A", "ab", "b", "a\n", "é", "e\u0301", "\ud7ff", "\ue000", "\uffff", "\ufffd", "😀", "\U00010000", "\U0010ffff", "a😀", "a\ue000", "aé", "€", "\u0800", "\u07ff"];
        foreach (string a in texts)
        {
            foreach (string b in texts)
            {
                int expected = Math.Sign(string.CompareOrdinal(a, b));
                foreach (JsonValue left in Spellings(a))
                {
                    foreach (JsonValue right in Spellings(b))
                    {
                        Assert.Equal(expected, Math.Sign(left.CompareOrdinal(right)));
                        Assert.Equal(expected == 0, left.Equals(right));
                    }
                }
            }
        }
    }

    [Fact]
    public void CompareOrdinal_OfLongStrings_ComparesAllOfThem()
    {
        string same = new('x', 1000);

        Assert.True(JsonValue.String(same + "a").CompareOrdinal(JsonValue.Parse($"\"{same}b\"")) < 0);
        Assert.True(JsonValue.Parse($"\"{same}\\u0062\"").CompareOrdinal(JsonValue.Parse($"\"{same}a\"")) > 0);
    }

    [Fact]
    public void CompareOrdinal_OfAnotherKind_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => JsonValue.String("1").CompareOrdinal(1));
        Assert.Throws<InvalidOperationException>(() => JsonValue.Parse("[1]")[0].CompareOrdinal("1"));
    }

    private static JsonValue[] Spellings(string text)
        => [text, JsonValue.Parse(JsonValue.String(text).ToUtf8()), JsonValue.Parse("\"" + string.Concat(text.Select(c => $"\\u{(int)c:x4}")) + "\"")];

    private static void AssertEqual(string left, string right, bool expected)
    {
        JsonValue a = JsonValue.Parse(left), b = JsonValue.Parse(right);
        foreach (JsonValue x in IsFinite(left) ? [a, Built.Copy(a)] : new[] { a })
        {
            foreach (JsonValue y in IsFinite(right) ? [b, Built.Copy(b)] : new[] { b })
            {
                Assert.Equal(expected, x.Equals(y));
                Assert.Equal(expected, y.Equals(x));
                Assert.True(x.Equals(x));
                Assert.True(!expected || x.GetHashCode() == y.GetHashCode());
            }
        }
    }

    private static bool IsFinite(string json) => !json.Contains("e40", StringComparison.Ordinal);
}
