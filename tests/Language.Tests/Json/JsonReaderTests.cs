using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Tests.Json;

public sealed class JsonReaderTests
{
    [Fact]
    public void Read_WellFormedObject_KeepsOrderSpansAndValues()
    {
        const string Text = """{ "b": [1, -2.50, true], "a": {"x": null} }""";

        JsonDocumentTree tree = JsonReader.Read(Text);

        Assert.Empty(tree.Faults);
        var root = Assert.IsType<ObjectNode>(tree.Root);
        Assert.Equal(["b", "a"], root.Members.Select(member => member.Name));
        Assert.Equal(new TextSpan(0, Text.Length), root.Span);
        Assert.Equal("\"b\"", Cut(Text, root.Members[0].NameSpan));
        Assert.Equal("[1, -2.50, true]", Cut(Text, root.Members[0].Value.Span));
        Assert.Equal("\"a\": {\"x\": null}", Cut(Text, root.Members[1].Span));
        Assert.Equal("""{"b":[1,-2.50,true],"a":{"x":null}}""", root.ToCompactJson());
    }

    [Fact]
    public void Pointer_NestedValues_FollowRfc6901()
    {
        var root = (ObjectNode)JsonReader.Read("""{"States":{"a/b~c":{"Choices":[{"Next":"X"}]}}}""").Root!;

        var state = (ObjectNode)((ObjectNode)root["States"]!)["a/b~c"]!;
        JsonNode next = ((ObjectNode)((ArrayNode)state["Choices"]!).Items[0])["Next"]!;

        Assert.Equal("", root.Pointer);
        Assert.Equal("/States/a~1b~0c/Choices/0/Next", next.Pointer);
        Assert.Same(root, root["States"]!.Parent);
    }

    [Fact]
    public void Read_KeyTwice_WarnsAtTheSecondAndKeepsBoth()
    {
        const string Text = """{"S":{"A":1,"B":2,"A":3}}""";

        JsonDocumentTree tree = JsonReader.Read(Text);

        Fault fault = Assert.Single(tree.Faults);
        Assert.Equal(("ASL1002", "duplicate-json-key", Severity.Warning), (fault.Id, fault.Kind, fault.Severity));
        Assert.Equal("/S/A", fault.Pointer);
        Assert.Equal(Text.LastIndexOf("\"A\"", StringComparison.Ordinal), fault.Span.Start);
        Assert.Contains("'A'", fault.Message, StringComparison.Ordinal);
        var inner = (ObjectNode)((ObjectNode)tree.Root!)["S"]!;
        Assert.Equal(3, inner.Members.Count);
        Assert.Equal("3", inner["A"]!.ToCompactJson());
        Assert.True(inner.TryGet("A", out JsonMember? member));
        Assert.Same(inner.Members[2], member);
        Assert.Equal("""{"A":3,"B":2}""", inner.ToCompactJson());
    }

    [Theory]
    [InlineData("[1]", "an array")]
    [InlineData("\"x\"", "a string")]
    [InlineData("null", "null")]
    [InlineData("12", "a number")]
    public void Read_RootNotAnObject_SaysWhatItIs(string text, string kind)
    {
        Fault fault = Assert.Single(JsonReader.Read(text).Faults);

        Assert.Equal(("not-an-object", $"The definition is {kind}; expected an object"), (fault.Kind, fault.Message));
        Assert.Empty(JsonReader.ReadValue(text).Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void Read_EmptyText_GivesNoRootAndOneFault(string text)
    {
        JsonDocumentTree tree = JsonReader.Read(text);

        Assert.Null(tree.Root);
        Assert.Equal("invalid-json", Assert.Single(tree.Faults).Kind);
    }

    [Fact]
    public void Read_ByteOrderMark_IsSteppedOver() => Assert.Empty(JsonReader.Read("\uFEFF{}").Faults);

    // One mistake gives one fault, at the mistake, and the rest of the tree is still there.
    [Theory]
    [InlineData("""{"a":1 "b":2}""", 5, "A comma is missing after the value of 'a'", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1,}""", 6, "A comma stands before '}'", """{"a":1}""")]
    [InlineData("""{"a":[1,2,]}""", 9, "A comma stands before ']'", """{"a":[1,2]}""")]
    [InlineData("""{"a":[1 2]}""", 6, "A comma is missing after the item", """{"a":[1,2]}""")]
    [InlineData("""{"a":1,,"b":2}""", 7, "',' stands where a key", """{"a":1,"b":2}""")]
    [InlineData("""{"a" 1,"b":2}""", 5, "The key 'a' has no value", """{"a":1,"b":2}""")]
    [InlineData("""{"a":,"b":2}""", 5, "A value is missing", """{"a":null,"b":2}""")]
    [InlineData("""{a:1,"b":2}""", 1, "The key 'a' has no quotes", """{"a":1,"b":2}""")]
    [InlineData("""{'a':1}""", 1, "single quote", """{"a":1}""")]
    [InlineData("""{"a":True}""", 5, "did you mean 'true'?", """{"a":true}""")]
    [InlineData("""{"a":undefined}""", 5, "'undefined' is not a JSON value", """{"a":null}""")]
    [InlineData("""{"a":01}""", 5, "'01' is not a number", """{"a":1}""")]
    [InlineData("""{"a":.5}""", 5, "'.5' is not a number", """{"a":0.5}""")]
    [InlineData("""{"a":1}x""", 7, "Text follows the end", """{"a":1}""")]
    [InlineData("""{"a":{"b":1}""", 0, "The object that starts here is not closed", """{"a":{"b":1}}""")]
    [InlineData("""{"a":[1,{"b":2]}""", 14, "']' stands where the object is still open", """{"a":[1,{"b":2}]}""")]
    [InlineData("""{"a":[1}""", 7, "'}' stands where the array is still open", """{"a":[1]}""")]
    [InlineData("""{"a":"\q"}""", 6, "'\\q' is no escape", """{"a":"q"}""")]
    [InlineData("""{"a":"\u12"}""", 6, "four hexadecimal digits", """{"a":"u12"}""")]
    [InlineData("{\"a\":\"x\ty\"}", 7, "control character", """{"a":"x\ty"}""")]
    [InlineData("{\"a\":\"x,\n\"b\":2}", 5, "The string is not closed", """{"a":"x","b":2}""")]
    [InlineData("{//why\n\"a\":1}", 1, "A comment stands here", """{"a":1}""")]
    [InlineData("""{/*why*/"a":1}""", 1, "A comment stands here", """{"a":1}""")]
    [InlineData("""{"a":"b":1,"c":2}""", 8, "':' stands after the value of 'a'", """{"a":"b","c":2}""")]
    [InlineData("""{"a":#}""", 5, "'#' is not a JSON value", """{"a":null}""")]
    [InlineData("{\"a\":\u00A01}", 5, "U+00A0", """{"a":1}""")]
    public void Read_FaultyText_PointsAtTheMistakeAndGoesOn(string text, int start, string message, string recovered)
    {
        JsonDocumentTree tree = JsonReader.Read(text);

        Fault first = Assert.Single(tree.Faults);
        Assert.Equal(("ASL1001", start), (first.Id, first.Span.Start));
        Assert.Contains(message, first.Message, StringComparison.Ordinal);
        Assert.Equal(recovered, tree.Root!.ToCompactJson());
    }

    [Fact]
    public void Read_FaultInside_HasThePointerOfItsPlace()
    {
        Fault fault = Assert.Single(JsonReader.Read("""{"States":{"A":[0,{"Next":tru}]}}""").Faults);

        Assert.Equal("/States/A/1/Next", fault.Pointer);
    }

    [Fact]
    public void Read_TextThatIsNoJson_GivesABoundedNumberOfFaults()
    {
        string text = "{" + string.Concat(Enumerable.Repeat("# ", 5000));

        Assert.InRange(JsonReader.Read(text).Faults.Count, 1, 60);
    }

    [Fact]
    public void Read_TooDeep_IsOneFaultAndTheRestIsRead()
    {
        string text = "{\"a\":" + new string('[', 100_000) + "\"]\"" + new string(']', 100_000) + ",\"b\":1}";

        JsonDocumentTree tree = JsonReader.Read(text);

        Fault fault = Assert.Single(tree.Faults);
        Assert.Equal(("ASL1004", 5 + JsonReader.MaximumDepth - 1), (fault.Id, fault.Span.Start));
        Assert.Equal("1", ((ObjectNode)tree.Root!)["b"]!.ToCompactJson());
    }

    [Fact]
    public void Read_DeepestAllowed_HasNoFault()
    {
        int inner = JsonReader.MaximumDepth - 1;

        Assert.Empty(JsonReader.Read("{\"a\":" + new string('[', inner) + new string(']', inner) + "}").Faults);
    }

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
