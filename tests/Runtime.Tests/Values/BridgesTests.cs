using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Compiled.Values;
using JsonProperty = Compiled.Values.JsonProperty;
using JsonValue = Compiled.Values.JsonValue;

namespace Compiled.Runtime.Tests.Values;

/// <summary>To and from System.Text.Json.</summary>
public sealed partial class BridgesTests
{
    private const string Json = """{"name":"Åse <&> 😀","total":12.50,"lines":[{"sku":"a","qty":1e2},null,true],"big":123456789012345678901234567890}""";

    public static TheoryData<JsonValue> Values => new() { JsonValue.Parse(Json), JsonValue.Parse(Json).With("more", JsonValue.Array(1, "\n")) };

    [Theory]
    [MemberData(nameof(Values))]
    public void Elements_GoBothWays(JsonValue value)
    {
        JsonElement element = value.ToJsonElement();

        Assert.Equal(value.ToString(), element.GetRawText());
        Assert.Equal(value.ToString(), JsonValue.FromJsonElement(element).ToString());
        Assert.Equal(value.Get("lines"), JsonValue.FromJsonElement(element.GetProperty("lines")));
        Assert.Equal("12.50", JsonValue.FromJsonElement(element.GetProperty("total")).ToString());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Nodes_GoBothWays(JsonValue value)
    {
        JsonNode? node = value.ToJsonNode();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(value.ToString()), node));
        Assert.Equal(value, JsonValue.FromJsonNode(node));
        Assert.Equal(value.Get("lines"), JsonValue.FromJsonNode(node!["lines"]));
    }

    [Fact]
    public void Nodes_ThatWereBuilt_AreRead()
    {
        var node = new JsonObject { ["a"] = 1, ["b"] = new JsonArray("x", 2.5, null, true), ["<"] = "'&" };

        Assert.Equal("""{"a":1,"b":["x",2.5,null,true],"<":"'&"}""", JsonValue.FromJsonNode(node).ToString());
    }

    [Fact]
    public void NullAndMissing_HaveTheirCounterparts()
    {
        Assert.Equal(JsonValueKind.Undefined, default(JsonValue).ToJsonElement().ValueKind);
        Assert.True(JsonValue.FromJsonElement(default).IsMissing);
        Assert.Equal(JsonValueKind.Null, JsonValue.Null.ToJsonElement().ValueKind);
        Assert.Null(JsonValue.Null.ToJsonNode());
        Assert.Null(JsonValue.Parse("[null]")[0].ToJsonNode());
        Assert.True(JsonValue.FromJsonNode(null).IsNull);
        Assert.Throws<InvalidOperationException>(() => default(JsonValue).ToJsonNode());
        Assert.Throws<InvalidOperationException>(() => JsonValue.Failure(new Fault("E", null)).ToJsonElement());
        Assert.Throws<InvalidOperationException>(() => default(JsonValue).Deserialize(Context.Default.Line));
    }

    [Fact]
    public void Element_ReadWithCommentsAndTrailingCommas_IsTaken()
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        using JsonDocument document = JsonDocument.Parse("{\"a\": [1, /* one */ 2,],}", options);

        Assert.Equal("{\"a\":[1,2]}", JsonValue.FromJsonElement(document.RootElement).ToString());
    }

    [Fact]
    public void Element_WithRepeatedNames_KeepsTheLastValue()
    {
        using JsonDocument document = JsonDocument.Parse("{\"a\":1,\"a\":2}");

        Assert.Equal("{\"a\":2}", JsonValue.FromJsonElement(document.RootElement).ToString());
    }

    [Fact]
    public void Bridges_TakeDeepValues()
    {
        JsonValue deep = JsonValue.Parse(new string('[', JsonValue.MaxDepth) + new string(']', JsonValue.MaxDepth));

        Assert.Equal(deep.ToString(), JsonValue.FromJsonElement(deep.ToJsonElement()).ToString());
        Assert.Equal(deep.ToString(), JsonValue.FromJsonNode(deep.ToJsonNode()).ToString());
        Assert.Throws<JsonException>(() => JsonValue.FromJsonNode(new JsonArray(deep.ToJsonNode())));
    }

    [Fact]
    public void Types_AreReadFromPartsAndFromBuiltValues()
    {
        JsonValue part = JsonValue.Parse(Json).Get("lines")[0];
        JsonValue built = JsonValue.Object(new JsonProperty(Key.Of("sku"), "a"), new JsonProperty(Key.Of("qty"), 100));

        Assert.Equal(new Line("a", 100), part.Deserialize(Context.Default.Line));
        Assert.Equal(new Line("a", 100), built.Deserialize(Context.Default.Line));
        Assert.Null(JsonValue.Null.Deserialize(Context.Default.Line));
        Assert.Throws<JsonException>(() => JsonValue.Parse("[1]").Deserialize(Context.Default.Line));
    }

    [Fact]
    public void Types_AreWritten()
    {
        JsonValue value = JsonValue.Serialize(new Line("<å>", 2.5), Context.Default.Line);

        Assert.Equal("""{"sku":"<å>","qty":2.5}""", value.ToString());
        Assert.True(JsonValue.Serialize(null!, Context.Default.Line).IsNull);
        Assert.Equal("""{"sku":"b","qty":1}""", JsonValue.Serialize(new Line("b", 1), Context.Default.Line).ToString());
    }

    // Whoever makes JSON of an object, System.Text.Json or emitted code, gives the same text.
    [Theory]
    [InlineData("größe 🙂", 1e20, "größe 🙂", "100000000000000000000")]
    [InlineData("\ud83d\ude00\u0001\u007f\u2028\n\"\\u0041", -1e300, "\ud83d\ude00\\u0001\u007f\u2028\\n\\\"\\\\u0041", "-1e+300")]
    [InlineData("E+1", 1.5e-7, "E+1", "1.5e-7")]
    [InlineData("", 123456789012345680000.0, "", "123456789012345680000")]
    [InlineData("", -0.0, "", "-0")]
    public void Types_AreSpelledAsBuiltValues(string sku, double qty, string skuText, string qtyText)
    {
        JsonValue value = JsonValue.Serialize(new Line(sku, qty), Context.Default.Line);

        Assert.Equal($$"""{"sku":"{{skuText}}","qty":{{qtyText}}}""", value.ToString());
        Assert.Equal(JsonValue.Object(new(Key.Of("sku"), sku), new(Key.Of("qty"), qty)).ToString(), value.ToString());
        Assert.Equal(new Line(sku, qty), value.Deserialize(Context.Default.Line));
    }

    // Numbers that somebody spelled keep their spelling.
    [Fact]
    public void Types_WithNumbersAsTheyCame_KeepThem()
    {
        JsonElement element = JsonElement.Parse("""[1E2,1.50,1E+400,1.0E+20,"\u0041",1E+20]""");

        Assert.Equal("""[1E2,1.50,1E+400,1.0E+20,"A",100000000000000000000]""", JsonValue.Serialize(element, Context.Default.JsonElement).ToString());
        Assert.Equal("100000000000000000000", JsonValue.Serialize(1e20, Context.Default.Double).ToString());
    }

    [Fact]
    public void Serialisation_ThatThrows_LeavesTheNextOneAlone()
    {
        Assert.ThrowsAny<Exception>(() => JsonValue.Serialize(new Line("a", double.NaN), Context.Default.Line));

        Assert.Equal("""{"sku":"b","qty":1}""", JsonValue.Serialize(new Line("b", 1), Context.Default.Line).ToString());
    }

    internal sealed record Line(string Sku, double Qty);

    [JsonSerializable(typeof(Line))]
    [JsonSerializable(typeof(JsonElement))]
    [JsonSerializable(typeof(double))]
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    internal sealed partial class Context : JsonSerializerContext;
}
