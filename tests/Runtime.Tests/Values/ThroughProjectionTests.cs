using System.Text;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Members that are looked into as JSONata does: where one is an array, its items would have to be gone through, and the text is read whole.</summary>
public sealed class ThroughProjectionTests
{
    private static readonly Key A = Key.Of("a"), B = Key.Of("b"), Id = Key.Of("id"), Name = Key.Of("name");

    // $.a.id, $.a.b.name, and whether there is an $.a and an $.a.b.
    private static Projection Projection => new(
        ProjectedMember.Through(A, 0, ProjectedMember.Whole(Id, 1), ProjectedMember.Through(B, 2, ProjectedMember.Whole(Name, 3))));

    [Theory]
    [InlineData("""{"a":{"id":1,"b":{"name":"n","x":[1]}},"x":[{}]}""", "null", "1", "null", "\"n\"")]
    [InlineData("""{"x":1}""", "", "", "", "")]
    [InlineData("""{"a":null}""", "null", "", "", "")]
    [InlineData("""{"a":7,"x":[]}""", "null", "", "", "")]
    [InlineData("""{ "a" : { "b" : "text" } }""", "null", "", "null", "")]
    [InlineData("""{"a":{"id":[1],"b":{}}}""", "null", "[1]", "null", "")]
    [InlineData("""{"a":{"id":1,"b":{"name":2}},"a":{"id":3}}""", "null", "3", "", "")]
    [InlineData("""{"a":{"id":1,"b":{"name":2}},"a":true}""", "null", "", "", "")]
    public void Parts_AreThoseOfObjects_AndSayWhatIsThere(string text, string a, string id, string b, string name)
    {
        Assert.True(Projection.TryRead(Encoding.UTF8.GetBytes(text), out JsonValue[] parts, out _));

        Assert.Equal([a, id, b, name], parts.Select(part => part.IsMissing ? "" : part.ToString()));
    }

    [Theory]
    [InlineData("""{"a":[{"id":1}]}""")]
    [InlineData("""{"a":[]}""")]
    [InlineData("""{"a":{"id":1,"b":[ ]}}""")]
    [InlineData("""{"a":7,"a": []}""")]
    [InlineData("""[{"a":7}]""")]
    [InlineData("""{"a":{"b":tru}}""")]
    public void Text_WithAnArrayToGoThrough_IsReadWhole(string text)
        => Assert.False(Projection.TryRead(Encoding.UTF8.GetBytes(text), out _, out _));

    [Fact]
    public void Projection_WhoseTextsAllHaveArrays_IsGivenUp()
    {
        Projection projection = Projection;
        byte[] array = "{\"a\":[]}"u8.ToArray(), member = "{\"a\":{\"id\":1}}"u8.ToArray(), spoilt = "{\"a\":tru}"u8.ToArray();

        // One text among them is enough, and what is no JSON says nothing of arrays.
        Assert.Equal([15, 0], [Reads(array, 15), Reads(spoilt, 50)]);
        Assert.Equal(0, Reads(member, 1));
        Assert.Equal(15, Reads(array, 15));
        Assert.Equal(0, Reads(member, 1));
        Assert.Equal(16, Reads(array, 16));
        Assert.Equal(1, Reads(member, 1));

        int Reads(byte[] text, int times) => Enumerable.Range(0, times).Count(_ => !projection.TryRead(text, out JsonValue[] _, out int _) && text != spoilt);
    }
}
