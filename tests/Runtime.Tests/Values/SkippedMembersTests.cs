using System.Text;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>What a projection does not keep is checked, whatever stood under its name in the texts before.</summary>
public sealed class SkippedMembersTests
{
    private static readonly Key A = Key.Of("a"), B = Key.Of("b");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"p":1,"q":"s","r":[1,{"a":2}]}""")]
    [InlineData("""{"q":"s","p":1}""")]
    [InlineData("""{"p":1,"p":2,"q":{"p":{"q":[]}}}""")]
    [InlineData("""{"\u0070":1,"q\n":"\u00e5","long names are no names that are expected":{}}""")]
    [InlineData("""{ "p" : 1 , "q" : { "a" : 3 } }""")]
    [InlineData("""[{"p":1},{"p":2}]""")]
    [InlineData("1e5")]
    [InlineData("null")]
    public void SkippedMember_OfAnyKind_IsReadOver(string value)
    {
        Projection projection = Learned();

        for (int i = 0; i < 3; i++)
        {
            Assert.True(projection.TryRead(Utf8($$$"""{"x":{{{value}}},"a":1,"in":{"y":{{{value}}},"b":2}}"""), out JsonValue[] parts, out int depth));
            Assert.Equal(["1", "2"], parts.Select(part => part.ToString()));
            Assert.Equal(0, depth);
        }
    }

    [Theory]
    [InlineData("""{"p":1,"q":"s" """)]
    [InlineData("""{"p":01,"q":"s"}""")]
    [InlineData("""{"p":1,"q":"s",}""")]
    [InlineData("""{"p":1,"q":"\x"}""")]
    [InlineData("""{"p":1,"q\":2}""")]
    [InlineData("""{"p":1 "q":2}""")]
    [InlineData("""{"p"1}""")]
    [InlineData("""{"p":1,q:2}""")]
    [InlineData("""{"p":1]""")]
    public void SkippedMember_ThatIsNoJson_IsRefused(string value)
    {
        Projection projection = Learned();

        Assert.False(projection.TryRead(Utf8($$$"""{"x":{{{value}}},"a":1,"in":{"b":2}}"""), out _, out _));
        Assert.False(projection.TryRead(Utf8($$$"""{"x":{"p":1,"q":"s"},"a":1,"in":{"y":{{{value}}},"b":2}}"""), out _, out _));
    }

    // As deep as text may nest, and no deeper, wherever the names were learnt.
    [Theory]
    [InlineData(511, true)]
    [InlineData(512, false)]
    public void SkippedMember_Deep_IsReadDownToTheLimit(int levels, bool isRead)
    {
        Projection projection = Learned();
        string deep = string.Concat(Enumerable.Repeat("{\"p\":", levels)) + "1" + new string('}', levels);

        for (int i = 0; i < 3; i++)
            Assert.Equal(isRead, projection.TryRead(Utf8($$$"""{"x":{{{deep}}},"a":1,"in":{"b":2}}"""), out _, out _));
    }

    // Of $.a and $.in.b; "x" and "y" were objects before.
    private static Projection Learned()
    {
        Projection projection = new(ProjectedMember.Whole(A, 0), ProjectedMember.Inside(Key.Of("in"), ProjectedMember.Whole(B, 1)));
        for (int i = 0; i < 3; i++)
            Assert.True(projection.TryRead("""{"x":{"p":1,"q":"s"},"a":1,"in":{"y":{"p":1,"q":"s"},"b":2}}"""u8, out _, out _));
        return projection;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
