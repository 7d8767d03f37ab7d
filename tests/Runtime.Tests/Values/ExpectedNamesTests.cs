using System.Text;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>An object that follows another in an array is read by the names of that one, and is what it would be alone.</summary>
public sealed class ExpectedNamesTests
{
    private static readonly string[] s_names =
        ["a", "b", "cc", "", "a name of thirty-two bytes, so many", "a name of 31 bytes with quotes.", "é", "\\u0061", "b\\n"];

    [Theory]
    [InlineData("""[{"a":1,"b":2},{"a":3,"b":4},{"a":5}]""", """[{"a":1,"b":2},{"a":3,"b":4},{"a":5}]""")]
    [InlineData("""[{"a":1,"b":2},{"a":3,"a":4}]""", """[{"a":1,"b":2},{"a":4}]""")]
    [InlineData("""[{"a":1,"b":2},{"a":3,"b":4,"a":5,"c":6}]""", """[{"a":1,"b":2},{"a":5,"b":4,"c":6}]""")]
    [InlineData("""[{"a":1,"a":2},{"a":3,"a":4}]""", """[{"a":2},{"a":4}]""")]
    [InlineData("""[{"a":{"x":1},"b":2},{"a":{"x":3},"b":4,"b":5}]""", """[{"a":{"x":1},"b":2},{"a":{"x":3},"b":5}]""")]
    [InlineData("""[{"a":{"x":1},"b":2},{"a":{"x":3,"y":"\n","x":4},"a":5}]""", """[{"a":{"x":1},"b":2},{"a":5}]""")]
    [InlineData("""[{"a":1},[{"a":2},{"a":3,"a":4}],{"a":5}]""", """[{"a":1},[{"a":2},{"a":4}],{"a":5}]""")]
    [InlineData("""[{},{"a":1},{},{"a":2}]""", """[{},{"a":1},{},{"a":2}]""")]
    [InlineData("""[{"ab":1},{"ab": 2,"b":3},{"ab":4, "ab":5}]""", """[{"ab":1},{"ab":2,"b":3},{"ab":5}]""")]
    [InlineData("""[{"ab":1,"c":2},{"ab" :3,"c":4},{"ab":5,"c":6}]""", """[{"ab":1,"c":2},{"ab":3,"c":4},{"ab":5,"c":6}]""")]
    [InlineData("""[{"a":1e400,"b":2},{"a":1e2,"b":3,"a":4}]""", """[{"a":1e400,"b":2},{"a":4,"b":3}]""")]
    public void Objects_AreReadWithDistinctNames_LastValueWins(string json, string expected) => Assert.Equal(expected, JsonValue.Parse(json).ToString());

    [Theory]
    [InlineData("""[{"a":1},{"a"2}]""")]
    [InlineData("""[{"a":1},{"a":}]""")]
    [InlineData("""[{"a":1},{"a":2""")]
    [InlineData("""[{"a":1},{"a":2,}]""")]
    [InlineData("""[{"a":1},{a":2}]""")]
    public void Objects_ThatAreNoJson_AreRefused(string json) => Assert.Throws<System.Text.Json.JsonException>(() => JsonValue.Parse(json));

    [Fact]
    public void Objects_OfAnyNames_AreWhatTheyAreAlone()
    {
        var random = new Random(30);
        for (int round = 0; round < 3000; round++)
        {
            string[] objects = Objects(random, round % 3 == 0 ? 0.05 : 0);
            string text = $"[{string.Join(',', objects)}]";

            JsonValue read = JsonValue.Parse(text);

            Assert.Equal(objects.Length, read.Count);
            for (int i = 0; i < objects.Length; i++)
                Assert.Equal(JsonValue.Parse(objects[i]).ToString(), read[i].ToString());
        }
    }

    // Mostly of the same names, in the same order.
    private static string[] Objects(Random random, double spaces)
    {
        string[] names = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => s_names[random.Next(s_names.Length)])];
        return [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ =>
        {
            var text = new StringBuilder("{");
            int count = random.Next(8) == 0 ? random.Next(names.Length + 1) : names.Length;
            for (int i = 0; i < count; i++)
            {
                string name = random.Next(8) == 0 ? s_names[random.Next(s_names.Length)] : names[i];
                Space().Append(i == 0 ? "" : ",");
                Space().Append('"').Append(name).Append('"');
                Space().Append(':');
                Space().Append(Value(random));
            }

            return Space().Append('}').ToString();

            StringBuilder Space() => random.NextDouble() < spaces ? text.Append(' ', random.Next(1, 40)) : text;
        })];
    }

    private static string Value(Random random) => random.Next(9) switch
    {
        0 => "{\"x\":1,\"x\":2}",
        1 => "{\"x\":1,\"y\":[{\"z\":1},{\"z\":2,\"z\":3}]}",
        2 => "[{\"a\":1},{\"a\":2}]",
        3 => "1.5e3",
        4 => "\"line\\n\"",
        5 => "\"a text that is longer than a vector has bytes, and then some\"",
        6 => "12345678901234567890123",
        7 => "[]",
        _ => "true",
    };
}
