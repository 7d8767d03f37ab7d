using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Tests.Values;

/// <summary>What leaves an expression: JSON, in which no array is a sequence. FEATURES L-059.</summary>
public sealed class PlainTests
{
    private static readonly JsonValue s_function = new Nothing().AsValue();

    [Fact]
    public void IsJson_OfValuesThatCanBeWritten_Holds()
    {
        JsonValue[] values = [1, 1.5, "a", true, JsonValue.Null, JsonValue.EmptyArray, JsonValue.Parse("[{}]"), JsonValue.ObjectOf([new(Key.Of("a"), JsonValue.Parse("{}"))])];

        Assert.All(values, value => Assert.True(value.IsJson));
    }

    [Fact]
    public void IsJson_OfNothingAFunctionOrWhatHoldsOne_DoesNotHold()
    {
        JsonValue[] values =
        [
            default,
            s_function,
            JsonValue.ArrayOf([1, s_function]),
            JsonValue.ObjectOf([new(Key.Of("a"), JsonValue.ArrayOf([JsonValue.ObjectOf([new(Key.Of("b"), s_function)])]))]),
            JsonValue.Failure(new Fault("a", "b")),
        ];

        Assert.All(values, value => Assert.False(value.IsJson));
    }

    [Fact]
    public void Plain_OfASequence_IsAnArrayWithTheSameItems()
    {
        JsonValue sequence = JsonValue.SequenceOf([1, 2]);

        Assert.True(sequence.IsSequence);
        Assert.False(sequence.Plain.IsSequence);
        Assert.Equal("[1,2]", sequence.Plain.ToString());
    }

    [Fact]
    public void PlainThroughout_OfMarksInside_TakesThemAway()
    {
        JsonValue kept = JsonValue.SequenceOf([1]);
        JsonValue value = JsonValue.ObjectOf([new(Key.Of("a"), JsonValue.ArrayOf([kept])), new(Key.Of("b"), 2)]);

        JsonValue plain = value.PlainThroughout;

        Assert.Equal("""{"a":[[1]],"b":2}""", plain.ToString());
        Assert.False(plain[Key.Of("a")][0].IsSequence);
        Assert.True(value[Key.Of("a")][0].IsSequence);
    }

    private sealed class Nothing : JsonataFunction
    {
        public override int Arity => 0;

        public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation) => default;
    }
}
