using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

public sealed class KeyTests
{
    [Fact]
    public void Of_TheSameName_IsTheSameObject()
    {
        Assert.Same(Key.Of("order"), Key.Of(new string("order".AsSpan())));
        Assert.NotSame(Key.Of("order"), Key.Of("Order"));
        Assert.Throws<ArgumentNullException>(() => Key.Of(null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("tier")]
    [InlineData("a \"quoted\" name\n")]
    [InlineData("blåbær 😀")]
    public void Name_IsTheTextGiven(string name)
    {
        Assert.Equal(name, Key.Of(name).Name);
        Assert.Equal(name, Key.Of(name).ToString());
    }

    [Fact]
    public void Name_OfAMemberThatWasRead_IsThatOfTheInternedKey()
    {
        Key key = Key.Of("a-name-that-is-interned");

        foreach (JsonMember member in JsonValue.Parse("""{"a-name-that-is-interned":1}""").Members())
        {
            Assert.Same(key, member.Key);
        }
    }

    [Fact]
    public void Members_WithMoreNamesThanAnyCacheHolds_KeepTheirNames()
    {
        JsonValue many = JsonValue.Parse("{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"name{i}\":{i}")) + "}").With("x", 1);

        int at = 0;
        foreach (JsonMember member in many.Members())
        {
            Assert.Equal(at == 20_000 ? "x" : $"name{at}", member.Name);
            at++;
        }

        Assert.Equal(20_001, at);
    }
}
