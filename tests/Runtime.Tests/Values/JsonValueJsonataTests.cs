using Compiled.Jsonata;
using Compiled.Values;
using Xunit;

namespace Compiled.Tests.Values;

public class JsonValueJsonataTests
{
    private sealed class Nothing : JsonataFunction
    {
        public override int Arity => 0;

        public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation) => default;
    }

    [Fact]
    public void Plain_OfASequence_IsAnOrdinaryArray()
    {
        JsonValue plain = JsonValue.SequenceOf([1, 2]).Plain;

        Assert.Equal(("[1,2]", false), (plain.ToString(), plain.IsSequence));
    }

    [Fact]
    public void Plain_OfElementsWithoutAValue_HasNulls()
    {
        JsonValue groups = JsonValue.ArrayOf([default, "b"]);
        JsonValue value = JsonValue.ArrayOf([JsonValue.ObjectOf([new JsonProperty(Key.Of("groups"), groups)]), 1]);

        Assert.False(value.IsJson);
        Assert.True(value.Plain.IsJson);
        Assert.Equal("[{\"groups\":[null,\"b\"]},1]", value.Plain.ToString());
    }

    [Fact]
    public void Plain_OfAFunctionInside_IsNoJson()
    {
        JsonValue value = JsonValue.ArrayOf([default, new Nothing().AsValue()]);

        Assert.False(value.Plain.IsJson);
        Assert.False(JsonValue.SequenceOf([new Nothing().AsValue()]).IsJson);
        Assert.True(default(JsonValue).Plain.IsMissing);
    }

    [Fact]
    public void IsJson_OfADeeplyBuiltValueWithAFunction_EndsBeforeTheStackDoes()
    {
        JsonValue value = new Nothing().AsValue();
        for (int i = 0; i < 200_000; i++)
        {
            value = i % 2 == 0 ? JsonValue.ArrayOf([value]) : JsonValue.ObjectOf([new JsonProperty(Key.Of("a"), value)]);
        }

        Assert.False(value.IsJson);
        Assert.False(value.Plain.IsJson);
    }
}
