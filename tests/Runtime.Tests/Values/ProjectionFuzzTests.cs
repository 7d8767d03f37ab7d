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

    // Behind a long text fewer bytes may be read than a loop reads at once, wherever a token stands.
    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void EndOfLongText_ReadInParts_HasThePartsOfTheWhole(int seed, bool isSpoilt)
    {
        var json = new RandomJson(seed);
        byte[] begin = Encoding.UTF8.GetBytes($"{{\"x\":\"{new string('x', 5000)}\"");
        int inParts = 0;
        for (int round = 0; round < Rounds / 5; round++)
        {
            byte[] end = Encoding.UTF8.GetBytes($",\"b\":{{\"y\":2,\"ab\":{{\"name\":{Encoding.UTF8.GetString(json.Next())}}},\"id\":12}},\"total\":{json.Random.Next(99)}}}");
            byte[] text = [.. begin, .. isSpoilt ? json.Spoil(end) : end];
            if (!Read(text, out JsonValue[] parts, out _))
                continue;
            inParts++;
            Assert.True(JsonValue.TryParse(text, out JsonValue whole, out string? error), $"{error}\n{Encoding.Latin1.GetString(text)}");
            Same(text, [whole[A], whole[B][Id], whole[B][Ab][Name], whole[Total]], parts);
        }

        Assert.InRange(inParts, Rounds / 50, Rounds);
    }

    // Names are expected where they stood in texts before.
    [Fact]
    public void Names_ThatStandElsewhereThanBefore_AreFound()
    {
        Projection projection = new(ProjectedMember.Whole(A, 0), ProjectedMember.Inside(B, ProjectedMember.Whole(Id, 1)), ProjectedMember.Whole(Total, 2));

        Assert.Equal(["1", "2", "3"], Parts("""{"a":1,"x":0,"b":{"id":2},"total":3}"""));
        Assert.Equal(["1", "2", "3"], Parts("""{"a":1,"b":{"y":[],"id":2},"total":3}"""));
        Assert.Equal(["1", "2", "3"], Parts("""{"total":3,"x":0,"a":1,"new":{},"b":{"id":2}}"""));
        Assert.Equal(["", "", "3"], Parts("""{"x":0,"total":3,"x":1,"z":[]}"""));
        Assert.Equal(["5", "2", "3"], Parts("""{"a":1,"x":0,"b":{"id":2},"total":3,"a":5}"""));
        Assert.Equal(["1", "", ""], Parts($$"""{{{string.Concat(Enumerable.Range(0, 99).Select(n => $"\"n{n}\":{n},"))}}"a":1}"""));
        Assert.Equal(["1", "2", "3"], Parts("""{"a":1,"x":0,"b":{"id":2},"total":3}"""));

        IEnumerable<string> Parts(string text)
        {
            Assert.True(projection.TryRead(Encoding.UTF8.GetBytes(text), out JsonValue[] parts, out _));
            return parts.Select(part => part.IsMissing ? "" : part.ToString());
        }
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

    // Of $.a the members $.a[*].id, $.a[*].b.name and $.a[*].total; $.total.
    private static readonly Projection s_items = new(
        ProjectedMember.Items(A, 0, ProjectedMember.Whole(Id, 0), ProjectedMember.Inside(B, ProjectedMember.Whole(Name, 1)), ProjectedMember.Whole(Total, 2)),
        ProjectedMember.Whole(Total, 1));

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Items_ReadInParts_HaveThePartsOfTheWhole(int seed, bool isSpoilt)
    {
        var json = new RandomJson(seed);
        var random = new Random(seed);
        int inParts = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] text = Encoding.UTF8.GetBytes(Array(random, json));
            if (isSpoilt)
                text = json.Spoil(text);
            if (!s_items.TryRead(text, out JsonValue[] parts, out _))
                continue;
            inParts++;
            Assert.True(JsonValue.TryParse(text, out JsonValue whole, out string? error), $"{error}\n{Encoding.Latin1.GetString(text)}");
            JsonValue items = whole[A].IsArray ? JsonValue.Array([.. Elements(whole[A]).Select(Kept)]) : default;
            Same(text, [items, whole[Total]], parts);
        }

        Assert.InRange(inParts, Rounds / 10, Rounds);
    }

    // Objects of one array have their members in one order mostly, each with those that it has; now and then anything.
    private static string Array(Random random, RandomJson json)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "{\"total\":1,\"a\":[" : "{ \"a\" : [");
        string[] names = ["\"id\"", "\"x\"", "\"b\"", "\"total\"", "\"a long name that is no part\"", "\"id\" ", "\"\\u0069d\""];
        int[] order = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(random.Next(20) == 0 ? 7 : 5))];
        for (int count = random.Next(5), i = 0; i < count; i++)
        {
            if (random.Next(4) == 0)
                order = [.. order.Reverse()];
            text.Append(i > 0 ? "," : "");
            if (random.Next(40) == 0)
                text.Append(Encoding.UTF8.GetString(json.Next()));
            else
                text.Append('{').AppendJoin(random.Next(9) == 0 ? " , " : ",", order.Where(_ => random.Next(9) > 0).Select(name => $"{names[name]}:{(name == 2 && random.Next(2) == 0 ? "{\"x\":[],\"name\":12}" : random.Next(2) == 0 ? random.Next(-3, 2000).ToString(System.Globalization.CultureInfo.InvariantCulture) : Encoding.UTF8.GetString(json.Next()))}")).Append('}');
        }

        return text.Append("],\"total\":").Append(Encoding.UTF8.GetString(json.Next())).Append('}').ToString();
    }

    private static List<JsonValue> Elements(JsonValue array)
    {
        List<JsonValue> elements = [];
        foreach (JsonValue element in array.Items())
            elements.Add(element);
        return elements;
    }

    private static JsonValue Kept(JsonValue item)
    {
        List<JsonProperty> kept = [];
        if (!item[Id].IsMissing)
            kept.Add(new JsonProperty(Id, item[Id]));
        kept.Add(new JsonProperty(B, item[B][Name].IsMissing ? JsonValue.EmptyObject : JsonValue.Object(new JsonProperty(Name, item[B][Name]))));
        if (!item[Total].IsMissing)
            kept.Add(new JsonProperty(Total, item[Total]));
        return JsonValue.ObjectOf([.. kept]);
    }

    [Theory]
    [InlineData("""{"a":[]}""", "[]", "")]
    [InlineData("""{"a":[{}, {"x":{"id":1}} , { "id" : 2 } ]}""", """[{"b":{}},{"b":{}},{"id":2,"b":{}}]""", "")]
    [InlineData("""{"a":[{"id":1,"id":[3],"b":{"name":1},"b":2}],"total":4}""", """[{"id":[3],"b":{}}]""", "4")]
    [InlineData("""{"a":[{"id":1}],"a":[{"id":2},{"id":3}]}""", """[{"id":2,"b":{}},{"id":3,"b":{}}]""", "")]
    [InlineData("""{"a":[{"id":1}],"a":7}""", "", "")]
    [InlineData("""{"a":{"id":1}}""", "", "")]
    public void Items_AreThoseOfTheLastOfEqualNames(string text, string items, string total)
    {
        Assert.True(s_items.TryRead(Encoding.UTF8.GetBytes(text), out JsonValue[] parts, out _));

        Assert.Equal([items, total], parts.Select(part => part.IsMissing ? "" : part.ToString()));
    }

    [Theory]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"a":[{"id":1},null]}""")]
    [InlineData("""{"a":[{"id":1}""")]
    [InlineData("""{"a":[{"id":1},]}""")]
    [InlineData("""{"a":[{"id":1,}]}""")]
    [InlineData("""{"a":[{"id":1},{"id",1}]}""")]
    [InlineData("""{"a":[{"id":1},{"id":01}]}""")]
    [InlineData("""{"a":[{"id":1},{"ie"x1}]}""")]
    [InlineData("""{"a":[{"\u0069d":1}]}""")]
    [InlineData("""{"a":[{"id":{"c":1,"c":2}}]}""")]
    public void Items_ThatAreUnusualOrWrong_AreLeftToTheWholeReader(string text) =>
        Assert.False(s_items.TryRead(Encoding.UTF8.GetBytes(text), out _, out _));

    // An object inside another is gone into and back, however many there are, with and without whitespace; of equal names the last wins.
    [Fact]
    public void Objects_InsideEachOther_AreReadInParts()
    {
        const int Levels = 30;
        ProjectedMember member = ProjectedMember.Inside(A, ProjectedMember.Whole(Id, 0));
        for (int i = 1; i < Levels; i++)
            member = ProjectedMember.Inside(A, member, ProjectedMember.Whole(Total, i));
        Projection projection = new(member);
        string inner = """{"id":1}""", spaced = inner;
        for (int i = 1; i < Levels; i++)
        {
            inner = $"{{\"x\":[{i}],\"a\":{inner},\"total\":{i}}}";
            spaced = $"{{ \"x\" : [ {i} ] , \"a\" : {spaced} , \"total\" : {i} }}";
        }

        foreach (string text in (string[])[$"{{\"a\":{inner}}}", $"{{ \"a\" : {spaced} }}", $"{{\"a\":{{\"total\":99}},\"a\":{inner}}}", $"{{\"a\":{inner},\"x\":\"{new string('x', 5000)}\"}}"])
        {
            for (int again = 0; again < 2; again++)
            {
                Assert.True(projection.TryRead(Encoding.UTF8.GetBytes(text), out JsonValue[] parts, out _));
                Assert.Equal(Enumerable.Range(1, Levels - 1).Prepend(1), parts.Select(part => (int)part.AsDouble()));
            }
        }

        Assert.True(projection.TryRead(Encoding.UTF8.GetBytes($"{{\"a\":{inner},\"a\":{{\"total\":99}}}}"), out JsonValue[] last, out _));
        Assert.Equal(string.Concat(Enumerable.Repeat(" ", Levels - 1)) + "99", string.Join(' ', last));
    }

    [Fact]
    public void Parts_NotNumberedInTheirOrder_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => ProjectedMember.Inside(A, ProjectedMember.Whole(Id, 1), ProjectedMember.Whole(Total, 0)));
        Assert.Throws<ArgumentException>(() => ProjectedMember.Inside(A, ProjectedMember.Whole(Id, 0), ProjectedMember.Whole(Total, 2)));
        Assert.Throws<ArgumentException>(() => ProjectedMember.Through(A, 1, ProjectedMember.Whole(Id, 0)));
    }

    [Fact]
    public void Items_InsideItems_AreRefused() =>
        Assert.Throws<ArgumentException>(() => ProjectedMember.Items(A, 0, ProjectedMember.Items(B, 0, ProjectedMember.Whole(Id, 0))));

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
