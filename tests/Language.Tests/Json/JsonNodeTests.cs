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

    // Few members are found one by one, many in a table.
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(40)]
    public void Object_OfAnySize_FindsTheLastOfEachKey(int keys)
    {
        string[] names = [.. Enumerable.Range(0, keys).Select(i => $"k{i}")];
        string text = "{" + string.Join(",", names.Select((name, i) => $"\"{name}\":{i}")) + ",\"k0\":\"last\"}";

        JsonDocumentTree tree = JsonReader.Read(text);

        var root = (ObjectNode)tree.Root!;
        Assert.Equal(["The key 'k0' stands twice in this object; only the last one counts"], tree.Faults.Select(fault => fault.Message));
        Assert.Equal(keys + 1, root.Members.Count);
        Assert.Equal(names, root.EffectiveMembers().Select(member => member.Name));
        Assert.Equal("last", ((StringNode)root["k0"]!).Value);
        Assert.Same(root.EffectiveMembers()[0].Value, root["k0"]);
        Assert.All(names.Skip(1), name => Assert.Equal(name, root.TryGet(name, out JsonMember? member) ? member.Name : null));
        Assert.Null(root["k"]);
        Assert.False(root.TryGet("k40", out _));
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
