using System.Text.Encodings.Web;
using System.Text.Json;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Names and strings of lengths around those that are compared, copied and widened at once.</summary>
public sealed class ShortTextTests
{
    private const int Longest = 70;
    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Strings_OfAnyLength_AreReadAndWrittenAsTheyAre()
    {
        foreach (string text in Texts())
        {
            string json = JsonSerializer.Serialize(text, s_relaxed);
            JsonValue read = JsonValue.Parse("[" + json + ",\"å\"]")[0];

            Assert.Equal(text, read.AsString());
            Assert.Equal(json, read.ToString());
            Assert.Equal(json, JsonValue.String(text).ToString());
            Assert.Equal(0, read.CompareOrdinal(text));
            Assert.Equal(read, JsonValue.String(text));
        }
    }

    [Fact]
    public void Strings_AtTheEndOfTheText_AreRead()
    {
        foreach (string text in Texts())
        {
            Assert.Equal(text, JsonValue.Parse(JsonSerializer.Serialize(text, s_relaxed)).AsString());
        }
    }

    // Compact texts of some length stay where they are read, others are copied; what stood there before is no part of any.
    [Fact]
    public void Texts_OfAnyLength_AreKeptAsTheyAre()
    {
        foreach (int length in (int[])[1, 31, 200, .. Enumerable.Range(235, 40), 4000, .. Enumerable.Range(4075, 40), 9000])
        {
            string compact = "[\"" + new string('t', length) + "\",12345678]";
            foreach (string text in (string[])[compact, "[ " + compact[1..] + "\n", compact, compact])
            {
                JsonValue read = JsonValue.Parse(text);

                Assert.Equal(compact, read.ToString());
                Assert.Equal(compact.Length, read.ByteCount);
                Assert.Equal(12345678, read[1].AsDouble());
                Assert.Equal(length, read[0].AsString().Length);
            }
        }
    }

    [Fact]
    public void Members_WithNamesOfAnyLength_AreFoundAndWritten()
    {
        foreach (string name in Texts())
        {
            string quoted = JsonSerializer.Serialize(name, s_relaxed);
            string json = "{" + quoted + ":1}";
            Key key = Key.Of(name);

            Assert.Equal("1", JsonValue.Parse(json)[key].ToString());
            Assert.Equal("1", JsonValue.Parse(json).Get(name).ToString());
            Assert.Equal(json, JsonValue.ObjectOf([new(key, 1)]).ToString());
            Assert.True(JsonValue.ObjectOf([new(key, 1)])[Key.Of(name + "x")].IsMissing);
        }
    }

    [Fact]
    public void Members_WhoseNamesDifferInOneCharacter_AreTold()
    {
        for (int length = 1; length <= 40; length++)
        {
            var name = new string('n', length);
            for (int at = 0; at < length; at++)
            {
                string other = name[..at] + "m" + name[(at + 1)..];
                // The first lookup leaves a guess where the second one must not be taken in.
                Assert.Equal("1", JsonValue.Parse($$"""{"{{name}}":1}""")[Key.Of(name)].ToString());
                Assert.True(JsonValue.Parse($$"""{"{{other}}":1}""")[Key.Of(name)].IsMissing);
            }
        }
    }

    [Fact]
    public void Members_OfAnObjectInside_AreNotTakenForThoseAround()
    {
        Key key = Key.Of("inside");

        Assert.Equal("1", JsonValue.Parse("""{"a":0,"inside":1}""")[key].ToString());
        Assert.Equal("2", JsonValue.Parse("""{"a":{"inside":1},"inside":2}""")[key].ToString());
        Assert.True(JsonValue.Parse("""{"a":{"inside":1}}""")[key].IsMissing);
    }

    private static IEnumerable<string> Texts()
    {
        for (int length = 0; length <= Longest; length++)
        {
            var plain = new string('a', length);
            yield return plain;
            yield return plain + "é";
            yield return "ø" + plain;
            yield return plain + "\"";
            yield return "\n" + plain;
        }
    }
}
