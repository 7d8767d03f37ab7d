using Compiled.Execution;
using Compiled.Jsonata;
using Compiled.Values;
using Xunit;

namespace Compiled.Tests.Jsonata;

/// <summary>What tests of functions share: values from JSON, and what a call gives or throws.</summary>
internal static class FunctionTest
{
    public static readonly JsonValue Missing = default;

    public static Evaluation Evaluation(long steps = Compiled.Jsonata.Evaluation.DefaultSteps)
        => new(DateTimeOffset.UnixEpoch, new SeededRandom(7)) { Steps = steps };

    /// <summary>The value of JSON text, read; a missing value for null.</summary>
    public static JsonValue Read(string? json) => json is null ? default : JsonValue.Parse(json);

    /// <summary>The same value, built level by level.</summary>
    public static JsonValue Built(JsonValue value)
    {
        var items = new List<JsonValue>();
        foreach (JsonValue item in value.Items())
        {
            items.Add(Built(item));
        }

        var members = new List<JsonProperty>();
        foreach (JsonMember member in value.Members())
        {
            members.Add(new JsonProperty(member.Key, Built(member.Value)));
        }

        return value.Kind switch
        {
            JsonKind.Array => JsonValue.Array([.. items]),
            JsonKind.Object => JsonValue.Object([.. members]),
            JsonKind.String => JsonValue.String(value.AsString()),
            JsonKind.Number => JsonValue.Number(value.AsDouble()),
            _ => value,
        };
    }

    /// <summary>The text of what was given: null for a missing value, <c>seq</c> before the text of a sequence.</summary>
    public static string? Text(JsonValue value) => value.IsMissing ? null : value.IsFunction ? "function" : (value.IsSequence ? "seq" : "") + value;

    /// <summary>Compares the texts of several values.</summary>
    public static void AssertTexts(string?[] expected, params JsonValue[] values) => Assert.Equal(expected, values.Select(Text));

    /// <summary>The code and text that a call throws.</summary>
    public static string Thrown(Func<JsonValue> call) => Assert.Throws<JsonataException>(() => call()).ToString();

    /// <summary>The code that a call throws.</summary>
    public static string Code(Func<JsonValue> call) => Assert.Throws<JsonataException>(() => call()).Code;

    /// <summary>A function with so many parameters.</summary>
    public static JsonValue Function(int arity, Func<JsonValue[], JsonValue> body) => new Lambda(arity, body).AsValue();

    private sealed class Lambda(int arity, Func<JsonValue[], JsonValue> body) : JsonataFunction
    {
        public override int Arity => arity;

        public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation) => body(arguments.ToArray());
    }
}
