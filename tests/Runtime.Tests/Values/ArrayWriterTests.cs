using System.Globalization;
using System.Text;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>An array that is written while its elements come about is the value that its text is read as.</summary>
public sealed class ArrayWriterTests
{
    private static readonly Key Id = Key.Of("id"), Odd = Key.Of("o\"dd"), Long = Key.Of("a name that is longer than one vector has bytes");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Elements_OfAnyKind_AreWritten(bool isText)
    {
        JsonValue[] values =
        [
            JsonValue.Parse(" [ 1 , {\"a\":[],\"b\":{\"c\":\"\\n\"}} ]"), JsonValue.Parse("\"größe\"")[0], JsonValue.Parse("{\"x\":[{\"y\":12.50}]}")[Key.Of("x")], 1, -7L, 2.5, 1e300,
            true, JsonValue.False, JsonValue.Null, "text", "a \"quoted\" 🙂 one", JsonValue.EmptyArray, JsonValue.Object(new JsonProperty(Odd, JsonValue.Array(1, "x"))),
            JsonValue.Parse("\"" + new string('x', 5000) + "\""),
        ];
        values[1] = JsonValue.Parse("\"größe\"");
        ArrayWriter writer = ArrayWriter.Rent(isText);
        foreach (JsonValue value in values)
        {
            writer.Add(in value);
            writer.OpenObject();
            writer.Member(Id, in value);
            writer.Member(Odd, in value);
            writer.Name(Long);
            writer.OpenArray();
            writer.Add(in value);
            writer.CloseArray();
            writer.CloseObject();
        }

        writer.OpenObject();
        writer.CloseObject();
        Assert.False(writer.IsFull);
        JsonValue written = writer.Take();

        JsonValue[] expected =
        [
            .. values.SelectMany(value => new JsonValue[] { value, JsonValue.Object(new(Id, value), new(Odd, value), new(Long, JsonValue.Array(value))) }), JsonValue.EmptyObject,
        ];
        Assert.Equal(JsonValue.Array(expected).ToString(), written.ToString());
        if (!isText)
            Same(JsonValue.Parse(written.ToString()), written);
    }

    [Fact]
    public void Array_WithoutElements_IsEmpty() => Assert.Equal("[]", ArrayWriter.Rent().Take().ToString());

    [Fact]
    public void Numbers_ThatWereComputed_AreKeptExactly()
    {
        ArrayWriter writer = ArrayWriter.Rent();
        writer.Add(9007199254740992d);
        writer.Add(9007199254740993L);
        JsonValue written = writer.Take();

        Assert.Equal("[9007199254740992,9007199254740993]", written.ToString());
        Assert.Equal(9007199254740992, written[0].AsDouble());
        Assert.True(written[1].TryGetInt64(out long exact));
        Assert.Equal(9007199254740993, exact);
    }

    [Fact]
    public void Array_WithWhatIsNoJson_IsFull()
    {
        foreach (JsonValue other in new JsonValue[] { default, JsonValue.Failure(new Fault("E", "c")), "half \ud83d" })
        {
            ArrayWriter writer = ArrayWriter.Rent();
            writer.Add(in other);
            Assert.True(writer.IsFull);
            Assert.True(writer.Take().IsMissing);
        }
    }

    [Fact]
    public void Array_BeyondWhatMayBe_IsFull()
    {
        ArrayWriter writer = ArrayWriter.Rent();
        JsonValue part = new string('x', 100_000);
        writer.Add(in part);
        writer.Add(in part);
        Assert.False(writer.IsFull);
        writer.Add(in part);
        Assert.True(writer.IsFull);
        writer.Take();
    }

    // One inside the other, as Maps inside Maps have them.
    [Fact]
    public void Writers_OfOneThread_AreApart()
    {
        ArrayWriter outer = ArrayWriter.Rent();
        for (int i = 0; i < 3; i++)
        {
            outer.Add(i);
            ArrayWriter inner = ArrayWriter.Rent();
            inner.Add(i + 10);
            JsonValue taken = inner.Take();
            outer.Add(in taken);
        }

        Assert.Equal("[0,[10],1,[11],2,[12]]", outer.Take().ToString());
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("10", 10)]
    [InlineData("12345678", 12345678)]
    [InlineData("99999999", 99999999)]
    [InlineData("123456789", 123456789)]
    [InlineData("-1", -1)]
    [InlineData("-0", 0)]
    public void Integer_OfEachLength_IsRead(string text, long expected)
    {
        foreach (string around in new[] { "{0}", "[{0},1]", "[1,{0}]", "[{0} ]" })
        {
            JsonValue read = JsonValue.Parse(string.Format(CultureInfo.InvariantCulture, around, text));
            read = read.IsNumber ? read : read[around.StartsWith("[1", StringComparison.Ordinal) ? 1 : 0];
            Assert.True(read.TryGetInt64(out long value));
            Assert.Equal(expected, value);
            Assert.True(read.TryGetDouble(out double number));
            Assert.Equal(expected, number);
        }
    }

    private static void Same(JsonValue expected, JsonValue actual)
    {
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected.ToString(), actual.ToString());
        Assert.Equal(expected.Count, actual.Count);
        if (expected.IsArray)
        {
            for (int i = 0; i < expected.Count; i++)
                Same(expected[i], actual[i]);
        }
        else if (expected.IsObject)
        {
            MemberEnumerator others = actual.Members();
            foreach (JsonMember member in expected.Members())
            {
                Assert.True(others.MoveNext());
                Assert.Equal(member.Name, others.Current.Name);
                Same(member.Value, others.Current.Value);
                Same(member.Value, actual[member.Key]);
            }
        }
        else if (expected.IsString)
        {
            Assert.Equal(expected.AsString(), actual.AsString());
        }
    }
}
