using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

public sealed class JsonValueTests
{
    private static readonly Fault s_fault = new("States.Timeout", "too slow");

    public static TheoryData<string, JsonKind> ReadKinds => new()
    {
        { "null", JsonKind.Null },
        { "false", JsonKind.False },
        { "true", JsonKind.True },
        { "-1", JsonKind.Number },
        { "1.5e3", JsonKind.Number },
        { "\"a\"", JsonKind.String },
        { "\"\\n\"", JsonKind.String },
        { "[1]", JsonKind.Array },
        { "[]", JsonKind.Array },
        { "{\"a\":1}", JsonKind.Object },
        { "{}", JsonKind.Object },
    };

    [Theory]
    [MemberData(nameof(ReadKinds))]
    public void Kind_OfTextThatWasRead_IsThatOfTheJson(string json, JsonKind kind)
    {
        // Inside an array even literals are parts of a document.
        AssertKind(JsonValue.Parse(json), kind);
        AssertKind(JsonValue.Parse($"[{json}]")[0], kind);
    }

    [Fact]
    public void Kind_OfBuiltValues_IsWhatTheyWereBuiltAs()
    {
        AssertKind(default, JsonKind.Missing);
        AssertKind(JsonValue.Null, JsonKind.Null);
        AssertKind(JsonValue.False, JsonKind.False);
        AssertKind(JsonValue.True, JsonKind.True);
        AssertKind(JsonValue.Boolean(true), JsonKind.True);
        AssertKind(JsonValue.Number(1.5), JsonKind.Number);
        AssertKind(JsonValue.Number(1L), JsonKind.Number);
        AssertKind(JsonValue.String(""), JsonKind.String);
        AssertKind(JsonValue.EmptyArray, JsonKind.Array);
        AssertKind(JsonValue.Array(1, "a"), JsonKind.Array);
        AssertKind(JsonValue.EmptyObject, JsonKind.Object);
        AssertKind(JsonValue.Object(new JsonProperty(Key.Of("a"), 1)), JsonKind.Object);
        AssertKind(JsonValue.Failure(s_fault), JsonKind.Failure);
    }

    [Fact]
    public void Size_OfTheStruct_IsSixteenBytes() => Assert.Equal(16, System.Runtime.CompilerServices.Unsafe.SizeOf<JsonValue>());

    [Fact]
    public void Conversions_FromClrValues_GiveTheirJson()
    {
        JsonValue[] values = ["a", 1.5, 3L, 4, true, false];

        Assert.Equal("""["a",1.5,3,4,true,false]""", JsonValue.Array(values).ToString());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Number_ThatJsonCannotSay_IsRefused(double value)
    {
        Assert.Throws<ArgumentException>(() => JsonValue.Number(value));
        Assert.Throws<ArgumentException>(() => new JsonBuffer().Number(value));
    }

    [Fact]
    public void Failure_CarriesItsFault()
    {
        JsonValue value = JsonValue.Failure(s_fault);

        Assert.Same(s_fault, value.AsFault);
        Assert.Null(JsonValue.Null.AsFault);
        Assert.True(value[Key.Of("Error")].IsMissing);
        Assert.Equal("States.Timeout: too slow", value.ToString());
    }

    [Fact]
    public void Object_WithRepeatedNames_KeepsTheLastValueInTheFirstPlace()
    {
        Key a = Key.Of("a"), b = Key.Of("b");

        JsonValue value = JsonValue.Object(new(a, 1), new(b, 2), new(a, 3));

        Assert.Equal("""{"a":3,"b":2}""", value.ToString());
    }

    [Fact]
    public void Object_WithManyMembers_KeepsTheLastValueInTheFirstPlace()
    {
        JsonProperty[] members = [.. Enumerable.Range(0, 100).Select(i => new JsonProperty(Key.Of($"k{i % 90}"), i))];

        JsonValue value = JsonValue.Object(members);

        Assert.Equal(90, value.Count);
        Assert.Equal(90, value.Get("k0").AsDouble());
        Assert.Equal(50, value.Get("k50").AsDouble());
        Assert.StartsWith("""{"k0":90,"k1":91,""", value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Object_AndArray_CopyWhatTheyAreGiven()
    {
        JsonProperty[] members = [new(Key.Of("a"), 1)];
        JsonValue[] items = [1];
        JsonValue built = JsonValue.Array(JsonValue.Object(members), JsonValue.Array(items));

        members[0] = new(Key.Of("b"), 2);
        items[0] = 2;

        Assert.Equal("""[{"a":1},[1]]""", built.ToString());
    }

    [Fact]
    public void Building_WithWhatIsNotJson_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => JsonValue.Array(1, default));
        Assert.Throws<ArgumentException>(() => JsonValue.Array(JsonValue.Failure(s_fault)));
        Assert.Throws<ArgumentException>(() => JsonValue.Object(new JsonProperty(Key.Of("a"), default)));
        Assert.Throws<ArgumentException>(() => JsonValue.EmptyObject.With(Key.Of("a"), default));
        Assert.Throws<ArgumentException>(() => JsonValue.Array(1).WithItem(0, JsonValue.Failure(s_fault)));
        Assert.Throws<ArgumentNullException>(() => JsonValue.String(null!));
        Assert.Throws<ArgumentNullException>(() => JsonValue.Failure(null!));
    }

    private static void AssertKind(JsonValue value, JsonKind kind)
    {
        Assert.Equal(kind, value.Kind);
        Assert.Equal(kind == JsonKind.Missing, value.IsMissing);
        Assert.Equal(kind == JsonKind.Null, value.IsNull);
        Assert.Equal(kind == JsonKind.Failure, value.IsFailure);
        Assert.Equal(kind == JsonKind.Object, value.IsObject);
        Assert.Equal(kind == JsonKind.Array, value.IsArray);
        Assert.Equal(kind == JsonKind.String, value.IsString);
        Assert.Equal(kind == JsonKind.Number, value.IsNumber);
        Assert.Equal(kind is JsonKind.True or JsonKind.False, value.IsBoolean);
        Assert.Equal(kind == JsonKind.True, value.IsTrue);
    }
}
