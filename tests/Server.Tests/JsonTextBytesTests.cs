using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled.Server.Protocol;

namespace Server.Tests;

/// <summary>Texts within requests, from bytes to bytes. FEATURES P-006.</summary>
public sealed class JsonTextBytesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("ä€😀")]
    [InlineData("{\\\"a\\\":\\\"b\\\"}")]
    [InlineData("\\b\\f\\n\\r\\t\\/\\\\\\\"")]
    [InlineData("\\u0041\\u00e4\\u20AC\\ud83d\\uDE00\\u0000")]
    public void Unescape_OfAText_IsWhatAReaderReads(string escaped)
        => Assert.Equal(JsonElement.Parse($"\"{escaped}\"").GetString(), Encoding.UTF8.GetString(JsonTextBytes.Unescape(Encoding.UTF8.GetBytes(escaped))!.Value.Span));

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ude00")]
    [InlineData("\\ud83dx\\ude00")]
    [InlineData("\\ud83d\\u0041")]
    public void Unescape_OfHalfAPair_IsNone(string escaped) => Assert.Null(JsonTextBytes.Unescape(Encoding.UTF8.GetBytes(escaped)));

    // Long and short parts before, between and behind escapes: they are copied 16 bytes at a time.
    [Fact]
    public void Unescape_WithAnEscapeAtAnyPlace_IsWhatAReaderReads()
    {
        for (int before = 0; before < 40; before++)
        {
            for (int behind = 0; behind < 40; behind += 13)
            {
                string escaped = $"{new string('x', before)}\\\"{new string('y', behind)}\\\"\\\"\\u20ac\\\"{new string('z', before)}\\\\\\\"z";
                Assert.Equal(JsonElement.Parse($"\"{escaped}\"").GetString(), Encoding.UTF8.GetString(JsonTextBytes.Unescape(Encoding.UTF8.GetBytes(escaped))!.Value.Span));
            }
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"\"")]
    [InlineData("{\"a\":\"b\",\"a longer name than sixteen\":[\"\\\"\",\"\\\\\",\"\\u0001\",\"ä€😀\"]}")]
    public void WriteTextOf_SomeJson_ReadsAsThatJson(string json)
    {
        ArrayBufferWriter<byte> written = new();
        using Utf8JsonWriter writer = new(written);
        writer.WriteStartObject();
        writer.WriteTextOf("text", Encoding.UTF8.GetBytes(json));
        writer.WriteEndObject();
        writer.Flush();
        Assert.Equal(json, JsonElement.Parse(written.WrittenSpan).GetProperty("text").GetString());
    }
}
