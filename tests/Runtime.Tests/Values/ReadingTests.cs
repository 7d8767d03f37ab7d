using System.Globalization;
using System.Text;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Looking into values, in text that was read and in what was built alike.</summary>
public sealed class ReadingTests
{
    private const string Order = """{"id":"o-1","total":12.5,"customer":{"name":"Åse \ud83d\ude00","tags":["a","b",null]},"":0,"a\"b":1}""";

    public static TheoryData<JsonValue> Orders => new() { JsonValue.Parse(Order), Built.Copy(JsonValue.Parse(Order)) };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Member_ByKeyOrName_IsFound(JsonValue order)
    {
        foreach ((string name, string json) in new[] { ("id", "\"o-1\""), ("total", "12.5"), ("", "0"), ("a\"b", "1") })
        {
            Assert.Equal(JsonValue.Parse(json), order[Key.Of(name)]);
            Assert.Equal(JsonValue.Parse(json), order.Get(name));
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Member_ThatIsAbsent_IsMissing(JsonValue order)
    {
        foreach (string name in new[] { "i", "idd", "name", "tota", "Total", "a\\\"b", "b", "nowhere-else-" + "x" })
        {
            Assert.True(order[Key.Of(name)].IsMissing, name);
            Assert.True(order.Get(name).IsMissing, name);
        }
    }

    [Fact]
    public void Member_OfAnythingButAnObject_IsMissing()
    {
        foreach (JsonValue value in new[] { default, JsonValue.Null, 1, "id", JsonValue.Array(1), JsonValue.Parse("[{\"id\":1}]"), JsonValue.Parse("\"id\"") })
        {
            Assert.True(value[Key.Of("id")].IsMissing);
            Assert.True(value.Get("id").IsMissing);
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Item_ByIndex_IsFoundInsideTheBoundsOnly(JsonValue order)
    {
        JsonValue tags = order.Get("customer").Get("tags");

        Assert.Equal(["a", "b", JsonValue.Null], [tags[0], tags[1], tags[2]]);
        Assert.True(tags[-1].IsMissing);
        Assert.True(tags[3].IsMissing);
        Assert.True(tags[int.MaxValue].IsMissing);
        Assert.True(order[0].IsMissing);
        Assert.True(default(JsonValue)[0].IsMissing);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Enumeration_GivesAllInOrder(JsonValue order)
    {
        List<string> names = [];
        List<string> texts = [];
        foreach (JsonMember member in order.Members())
        {
            Assert.Same(member.Name, member.Name);
            Assert.Equal(member.Name, member.Key.Name);
            names.Add(member.Name);
        }

        foreach ((Key key, JsonValue value) in order.Get("customer").Members())
        {
            texts.Add($"{key}={value.Kind}");
        }

        foreach (JsonValue item in order.Get("customer").Get("tags").Items())
        {
            texts.Add(item.ToString());
        }

        Assert.Equal(["id", "total", "customer", "", "a\"b"], names);
        Assert.Equal(["name=String", "tags=Array", "\"a\"", "\"b\"", "null"], texts);
    }

    [Fact]
    public void Enumeration_OfOtherKinds_GivesNothing()
    {
        foreach (JsonValue value in new[] { default, JsonValue.Null, 1, "a", JsonValue.Parse("\"a\""), JsonValue.Failure(new Fault(null, null)) })
        {
            Assert.False(value.Items().MoveNext());
            Assert.False(value.Members().MoveNext());
            Assert.Equal(0, value.Count);
        }

        Assert.False(JsonValue.Parse("[1]").Members().MoveNext());
        Assert.False(JsonValue.Parse("{\"a\":1}").Items().MoveNext());
        Assert.False(JsonValue.Array(1).Members().MoveNext());
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("{}", 0)]
    [InlineData("[[1,2],{\"a\":[]},3]", 3)]
    [InlineData("{\"a\":{\"b\":1,\"c\":2},\"d\":[1,2,3]}", 2)]
    public void Count_IsOfOneLevel(string json, int count)
    {
        Assert.Equal(count, JsonValue.Parse(json).Count);
        Assert.Equal(count, Built.Copy(JsonValue.Parse(json)).Count);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\u0041\\n\\t\\r\\b\\f\\\\\\/\\\"\"", "aA\n\t\r\b\f\\/\"")]
    [InlineData("\"\\ud83d\\uDE00!\"", "\ud83d\ude00!")]
    [InlineData("\"æøå€😀\"", "æøå€😀")]
    [InlineData("\"x\\ud83dy\"", "x\ufffdy")]
    [InlineData("\"\\ude00\\ud83d\"", "\ufffd\ufffd")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\ufffd\ud83d\ude00")]
    [InlineData("\"\\u0000\"", "\0")]
    public void AsString_OfTextThatWasRead_IsUnescaped(string json, string expected)
    {
        Assert.Equal(expected, JsonValue.Parse(json).AsString());
        Assert.True(JsonValue.Parse(json).StringEquals(expected, Encoding.UTF8.GetBytes(expected)));
        Assert.False(JsonValue.Parse(json).StringEquals(expected + "x", Encoding.UTF8.GetBytes(expected + "x")));
        Assert.Equal(JsonValue.String(expected), JsonValue.Parse(json));
        Assert.Equal(JsonValue.String(expected).GetHashCode(), JsonValue.Parse(json).GetHashCode());
    }

    [Fact]
    public void AsString_OfLongEscapedText_IsWhole()
    {
        string text = string.Concat(Enumerable.Range(0, 2000).Select(i => i.ToString(CultureInfo.InvariantCulture) + "\nå"));

        Assert.Equal(text, JsonValue.Parse(JsonValue.String(text).ToUtf8()).AsString());
        Assert.Equal(JsonValue.String(text), JsonValue.Parse(JsonValue.String(text).ToUtf8()));
    }

    [Fact]
    public void StringEquals_OfOtherKinds_IsFalse()
    {
        Assert.False(JsonValue.Parse("[1]")[0].StringEquals("1", "1"u8));
        Assert.False(default(JsonValue).StringEquals("", ""u8));
        Assert.False(JsonValue.Null.StringEquals("null", "null"u8));
        Assert.True(JsonValue.String("a").StringEquals("a", "a"u8));
        Assert.False(JsonValue.String("a").StringEquals("b", "b"u8));
    }

    [Fact]
    public void Access_AsAnotherKind_ThrowsAndNamesBoth()
    {
        Assert.Equal(
            "The value is a string where a number was expected.",
            Assert.Throws<InvalidOperationException>(() => JsonValue.String("1").AsDouble()).Message);
        Assert.Equal(
            "The value is missing where a string was expected.",
            Assert.Throws<InvalidOperationException>(() => default(JsonValue).AsString()).Message);
        Assert.Throws<InvalidOperationException>(() => JsonValue.Parse("[1]")[0].AsString());
        Assert.Throws<InvalidOperationException>(() => JsonValue.Null.AsDouble());
        Assert.False(JsonValue.True.TryGetDouble(out _));
        Assert.False(JsonValue.String("1").TryGetInt64(out _));
    }

    [Fact]
    public void Reading_OfKnownNames_AllocatesNothing()
    {
        JsonValue order = JsonValue.Parse(Order);
        Key customer = Key.Of("customer"), tags = Key.Of("tags"), total = Key.Of("total");
        double sum = 0;
        for (int round = 0; round < 2; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            sum += order[total].AsDouble() + order[customer][tags].Count;
            foreach (JsonValue item in order[customer][tags].Items())
            {
                sum += item.StringEquals("a", "a"u8) ? 1 : 0;
            }

            foreach (JsonMember member in order.Members())
            {
                sum += member.Value.IsNumber ? 1 : 0;
            }

            // The first round may load code.
            Assert.True(round == 0 || GC.GetAllocatedBytesForCurrentThread() == before);
        }

        Assert.Equal(2 * (12.5 + 3 + 1 + 3), sum);
    }
}
