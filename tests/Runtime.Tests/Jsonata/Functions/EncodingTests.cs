using Compiled.Jsonata;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440.
public class EncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("hello:world", "aGVsbG86d29ybGQ=")]
    [InlineData("é\u00FF\0", "6f8A")]
    public void Base64_OfBytes_GoesBothWays(string text, string encoded)
        => Assert.Equal([encoded, text], [JsonataFunctions.Base64encode(text).AsString(), JsonataFunctions.Base64decode(encoded).AsString()]);

    [Fact]
    public void Base64encode_OfACharacterThatIsNoByte_IsRefused()
        => Assert.Equal("T0410: Argument 1 of function \"base64encode\" must not have characters above U+00FF; encode them first, with $encodeUrlComponent for instance", Thrown(() => JsonataFunctions.Base64encode("λ")));

    [Theory]
    [InlineData("aGVs\nbG8", "hello")]
    [InlineData("__-_", "ÿÿ¿")]
    [InlineData("YQ==YQ", "a")]
    public void Base64decode_OfLooseText_PassesOverWhatIsNone(string encoded, string expected)
        => Assert.Equal(expected, JsonataFunctions.Base64decode(encoded).AsString());

    [Theory]
    [InlineData("https://mozilla.org/?x=шеллы a", "https://mozilla.org/?x=%D1%88%D0%B5%D0%BB%D0%BB%D1%8B%20a", "https%3A%2F%2Fmozilla.org%2F%3Fx%3D%D1%88%D0%B5%D0%BB%D0%BB%D1%8B%20a")]
    [InlineData("-_.!~*'()[]%💩", "-_.!~*'()%5B%5D%25%F0%9F%92%A9", "-_.!~*'()%5B%5D%25%F0%9F%92%A9")]
    [InlineData("abc", "abc", "abc")]
    public void EncodeUrl_OfAString_KeepsWhatGivesItsStructure(string text, string whole, string component)
    {
        Assert.Equal(whole, JsonataFunctions.EncodeUrl(text).AsString());
        Assert.Equal(component, JsonataFunctions.EncodeUrlComponent(text).AsString());
        Assert.Equal(text, JsonataFunctions.DecodeUrl(whole).AsString());
        Assert.Equal(text, JsonataFunctions.DecodeUrlComponent(component).AsString());
    }

    [Fact]
    public void DecodeUrl_OfWhatStandsForStructure_LeavesIt()
        => Assert.Equal(["%3Fx%3d a", "?x= a"], [JsonataFunctions.DecodeUrl("%3Fx%3d%20a").AsString(), JsonataFunctions.DecodeUrlComponent("%3Fx%3d%20a").AsString()]);

    [Theory]
    [InlineData("%E0%A4%A")]
    [InlineData("%")]
    [InlineData("%G0")]
    [InlineData("%80")]
    [InlineData("%C0%80")]
    [InlineData("%ED%A0%80")]
    [InlineData("%F8%80%80%80%80")]
    [InlineData("%D1x")]
    public void DecodeUrl_OfWhatIsNoUtf8_IsRefused(string text)
    {
        Assert.Equal($"D3140: Malformed URL passed to $decodeUrl(): \"{text}\"", Thrown(() => JsonataFunctions.DecodeUrl(text)));
        Assert.Equal($"D3140: Malformed URL passed to $decodeUrlComponent(): \"{text}\"", Thrown(() => JsonataFunctions.DecodeUrlComponent(text)));
    }

    [Fact]
    public void EncodeUrl_OfHalfASurrogatePair_IsRefused()
        => Assert.Equal(["D3140", "D3140"], [Code(() => JsonataFunctions.EncodeUrl("a\uD800b")), Code(() => JsonataFunctions.EncodeUrlComponent("\uDC00"))]);
}
