using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>With, Without and WithItem, on text that was read and on what was built alike.</summary>
public sealed class ChangingTests
{
    public static TheoryData<JsonValue> Objects
        => new() { JsonValue.Parse("""{"a":1,"b":{"c":2},"d":3}"""), Built.Copy(JsonValue.Parse("""{"a":1,"b":{"c":2},"d":3}""")) };

    public static TheoryData<JsonValue> Arrays => new() { JsonValue.Parse("[1,[2],3]"), Built.Copy(JsonValue.Parse("[1,[2],3]")) };

    [Theory]
    [MemberData(nameof(Objects))]
    public void With_AKnownName_ReplacesInPlaceAndKeepsTheOriginal(JsonValue value)
    {
        Assert.Equal("""{"a":1,"b":"x","d":3}""", value.With(Key.Of("b"), "x").ToString());
        Assert.Equal("""{"a":0,"b":{"c":2},"d":3}""", value.With("a", 0).ToString());
        Assert.Equal("""{"a":1,"b":{"c":2},"d":null}""", value.With("d", JsonValue.Null).ToString());
        Assert.Equal("""{"a":1,"b":{"c":2},"d":3}""", value.ToString());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void With_ANewName_Appends(JsonValue value)
    {
        Assert.Equal("""{"a":1,"b":{"c":2},"d":3,"e":true}""", value.With(Key.Of("e"), true).ToString());
        Assert.Equal("""{"a":1,"b":{"c":2},"d":3,"\"\n":true}""", value.With("\"\n", true).ToString());
        Assert.Equal("""{"c":2,"e":1}""", value.Get("b").With("e", 1).ToString());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Without_DropsOneMember(JsonValue value)
    {
        Assert.Equal("""{"b":{"c":2},"d":3}""", value.Without("a").ToString());
        Assert.Equal("""{"a":1,"b":{"c":2}}""", value.Without("d").ToString());
        Assert.Equal("""{"a":1,"b":{"c":2},"d":3}""", value.Without("x").ToString());
        Assert.Equal("{}", value.Get("b").Without("c").ToString());
    }

    [Theory]
    [MemberData(nameof(Arrays))]
    public void WithItem_ReplacesOneElement(JsonValue value)
    {
        Assert.Equal("[0,[2],3]", value.WithItem(0, 0).ToString());
        Assert.Equal("[1,\"x\",3]", value.WithItem(1, "x").ToString());
        Assert.Equal("[1,[2],null]", value.WithItem(2, JsonValue.Null).ToString());
        Assert.Equal("[1,[2],3]", value.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => value.WithItem(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => value.WithItem(-1, 0));
    }

    [Fact]
    public void Change_OfAnotherKind_Throws()
    {
        foreach (JsonValue value in new[] { default, JsonValue.Null, 1, "a", JsonValue.Array(1), JsonValue.Parse("[1]"), JsonValue.Parse("\"a\"") })
        {
            Assert.Throws<InvalidOperationException>(() => value.With(Key.Of("a"), 1));
            Assert.Throws<InvalidOperationException>(() => value.With("a", 1));
            Assert.Throws<InvalidOperationException>(() => value.Without("a"));
        }

        Assert.Throws<InvalidOperationException>(() => JsonValue.Parse("{}").WithItem(0, 1));
        Assert.Throws<InvalidOperationException>(() => JsonValue.EmptyObject.WithItem(0, 1));
    }

    [Fact]
    public void With_ANameThatCameWithInputBeforeItWasInterned_IsTheSameName()
    {
        const string Name = "only-in-this-test-of-interning";
        JsonValue early = JsonValue.Parse($$"""{"{{Name}}":1}""").With("other", 2);

        Key key = Key.Of(Name);

        Assert.Equal(1, early[key].AsDouble());
        Assert.Equal("""{"only-in-this-test-of-interning":3,"other":2}""", early.With(key, 3).ToString());
        Assert.Equal(early, JsonValue.Object(new(Key.Of("other"), 2), new(key, 1)));
    }
}
