using System.Text;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Random text, legal and spoilt, read in parts and whole: what is read in parts is JSON, and its parts are those of the whole.</summary>
public sealed class ProjectionFuzzTests
{
    private const int Rounds = 20_000;

    // $.a whole; of $.b the members $.b.id and $.b.ab.name; $.total.
    private static readonly Key A = Key.Of("a"), B = Key.Of("b"), Id = Key.Of("id"), Ab = Key.Of("ab"), Name = Key.Of("name"), Total = Key.Of("total");

    private static readonly Projection s_projection = new(
        ProjectedMember.Whole(A, 0),
        ProjectedMember.Inside(B, ProjectedMember.Whole(Id, 1), ProjectedMember.Inside(Ab, ProjectedMember.Whole(Name, 2))),
        ProjectedMember.Whole(Total, 3));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Text_ReadInParts_HasThePartsOfTheWhole(int seed, bool isSpoilt)
    {
        var json = new RandomJson(seed);
        int inParts = 0;
        for (int round = 0; round < Rounds; round++)
        {
            // Most random values are no objects, so that they are put into one.
            byte[] text = Encoding.UTF8.GetBytes($"{{\"{(round % 3 == 0 ? "b" : "x")}\":{Encoding.UTF8.GetString(json.Next())},\"b\":{{\"ab\":{Encoding.UTF8.GetString(json.Next())},\"id\":1}},\"a\":[{Encoding.UTF8.GetString(json.Next())}]}}");
            if (isSpoilt)
                text = json.Spoil(text);
            if (Read(text, out JsonValue[] parts, out _))
            {
                inParts++;
                Assert.True(JsonValue.TryParse(text, out JsonValue whole, out string? error), $"{error}\n{Encoding.Latin1.GetString(text)}");
                Same(text, [whole[A], whole[B][Id], whole[B][Ab][Name], whole[Total]], parts);
            }
        }

        // Both ways are taken often.
        Assert.InRange(inParts, Rounds / 20, Rounds);
    }

    [Theory]
    [InlineData("""{"a":1,"a":{"c":2}}""", """{"c":2}""", "", "", "")]
    [InlineData("""{"b":{"id":1,"ab":{"name":2}},"b":{"id":3}}""", "", "3", "", "")]
    [InlineData("""{"b":{"id":1},"b":7}""", "", "", "", "")]
    [InlineData("""{ "total" : [ 1 , 2 ] , "x" : [ { "y" : [ ] } , "z" ] , "b" : { "ab" : { "name" : null } } }""", "", "", "null", "[1,2]")]
    [InlineData("""{}""", "", "", "", "")]
    public void Parts_AreThoseOfTheLastOfEqualNames(string text, string a, string id, string name, string total)
    {
        Assert.True(Read(Encoding.UTF8.GetBytes(text), out JsonValue[] parts, out _));

        Assert.Equal([a, id, name, total], parts.Select(part => part.IsMissing ? "" : part.ToString()));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[{\"a\":1}]")]
    [InlineData("""{"\u0061":1}""")]
    [InlineData("""{"a":{"c":1,"c":2}}""")]
    [InlineData("""{"a":1}x""")]
    [InlineData("""{"x":tru}""")]
    [InlineData("""{"x":[1,]}""")]
    [InlineData("""{"x":{"y":1,}}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"x":"\q"}""")]
    [InlineData("""{"x":{"y" 1}}""")]
    [InlineData("""{"x":[1}""")]
    [InlineData("")]
    public void Text_ThatIsUnusualOrWrong_IsLeftToTheWholeReader(string text) =>
        Assert.False(Read(Encoding.UTF8.GetBytes(text), out _, out _));

    [Theory]
    [InlineData(511, true)]
    [InlineData(512, false)]
    public void Depth_OfWhatNobodyReads_IsBoundToo(int levels, bool isRead)
    {
        byte[] text = Encoding.UTF8.GetBytes($$"""{"x":{{new string('[', levels)}}{{new string(']', levels)}}}""");

        Assert.Equal(isRead, Read(text, out _, out _));
        Assert.Equal(isRead, JsonValue.TryParse(text, out _, out _));
    }

    [Fact]
    public void Depth_OfWhatIsKept_IsToldWithWhatIsAroundIt()
    {
        Read("""{"x":[[[[[1]]]]],"b":{"ab":{"name":[[2]]}}}"""u8.ToArray(), out _, out int depth);

        Assert.Equal(5, depth);
    }

    private static bool Read(byte[] text, out JsonValue[] parts, out int depth) => s_projection.TryRead(text, out parts, out depth);

    private static void Same(byte[] text, JsonValue[] expected, JsonValue[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            string want = expected[i].IsMissing ? "" : expected[i].ToString(), got = parts[i].IsMissing ? "" : parts[i].ToString();
            Assert.True(want == got, $"part {i}: expected '{want}', got '{got}' of\n{Encoding.Latin1.GetString(text)}");
        }
    }
}
