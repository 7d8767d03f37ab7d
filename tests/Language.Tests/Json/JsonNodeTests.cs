using Compiled.Language.Json;

namespace Compiled.Language.Tests.Json;

public sealed class JsonNodeTests
{
    [Fact]
    public void SourceOffset_StringWithEscapes_PointsAtTheEscape()
    {
        const string Text = """  "a\"b\u0041\\c" """;

        var node = (StringNode)JsonReader.ReadValue(Text).Root!;

        Assert.Equal("a\"bA\\c", node.Value);
        Assert.Equal([3, 4, 6, 7, 13, 15, 16], Enumerable.Range(0, 7).Select(node.SourceOffset));
        Assert.Equal("\\u0041\\\\", Text.Substring(node.SourceSpan(3, 2).Start, node.SourceSpan(3, 2).Length));
    }

    [Fact]
    public void SourceOffset_OutsideTheValue_IsClamped()
    {
        var node = (StringNode)JsonReader.ReadValue("\"abc\"").Root!;

        Assert.Equal((1, 4, 4), (node.SourceOffset(-5), node.SourceOffset(3), node.SourceOffset(99)));
    }

    [Theory]
    [InlineData("3", 3, true)]
    [InlineData("3.0", 3, true)]
    [InlineData("-3e2", -300, true)]
    [InlineData("0.5", 0.5, false)]
    [InlineData("1e30", 1e30, false)]
    [InlineData("1e999", double.PositiveInfinity, false)]
    [InlineData("-1e999", double.NegativeInfinity, false)]
    public void Number_AsWritten_KeepsTextAndTellsIntegers(string text, double value, bool isInteger)
    {
        var node = (NumberNode)JsonReader.ReadValue(text).Root!;

        Assert.Equal((text, value, isInteger), (node.Text, node.Value, node.IsInteger));
    }

    [Theory]
    [InlineData("\"\\b\\f\\n\\r\\t\\u0001\\\"\\\\\\/\"", "\"\\b\\f\\n\\r\\t\\u0001\\\"\\\\/\"")]
    [InlineData("\"\\u00e9\\ud83d\\ude00\"", "\"\u00e9\ud83d\ude00\"")]
    [InlineData("\"\\ud83d x \\ude00\"", "\"\\ud83d x \\ude00\"")]
    public void ToCompactJson_String_EscapesOnlyWhatMustBe(string text, string expected) =>
        Assert.Equal(expected, JsonReader.ReadValue(text).Root!.ToCompactJson());
}
