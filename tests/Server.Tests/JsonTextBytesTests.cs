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
        => Assert.Equal(JsonElement.Parse($"\"{escaped}\"").GetString(), Encoding.UTF8.GetString(JsonTextBytes.Unescape(Encoding.UTF8.GetBytes(escaped))!));

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ude00")]
    [InlineData("\\ud83dx\\ude00")]
    [InlineData("\\ud83d\\u0041")]
    public void Unescape_OfHalfAPair_IsNone(string escaped) => Assert.Null(JsonTextBytes.Unescape(Encoding.UTF8.GetBytes(escaped)));

    [Fact]
    public void Unescape_OfBytesThatAreNoUtf8_IsNone() => Assert.Null(JsonTextBytes.Unescape([(byte)'a', 0xC3, (byte)'b']));
}
