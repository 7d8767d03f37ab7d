using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// What a handler is given on a fast path says no more of its size than that it is within the limit of data. A result that holds some of it is measured by its parts. FastRun compares each
/// run with the frames. FEATURES L-042.
/// </summary>
public sealed class GivenArgumentsTests
{
    private static readonly Key S = Key.Of("s"), In = Key.Of("in");

    private const string Query = """
        "A":{«Task»,"Arguments":{"s":"{% $states.input.s %}","k":{"n":"{% $states.input.n + 1 %}"}},"Assign":{"a":"{% $states.result %}"},"Output":"{% $states.input %}","Next":"B"},
        "B":{«Task»,"Arguments":{"a":"{% $a %}","s":"{% $states.input.s %}"},"Output":{"a":"{% $a %}","b":"{% $states.result %}"},"End":true}
        """;

    private const string Paths = """
        "A":{«Task»,"Parameters":{"s.$":"$.s","k":{"n.$":"States.MathAdd($.n, 1)"}},"ResultPath":"$.a","Next":"B"},
        "B":{«Task»,"Parameters":{"a.$":"$.a","s.$":"$.s"},"ResultPath":"$.b","Next":"C"},
        "C":{"Type":"Pass","Parameters":{"a.$":"$.a","b.$":"$.b"},"End":true}
        """;

    [Theory]
    [InlineData(Query, true)]
    [InlineData(Paths, false)]
    public async Task Result_ThatHoldsTheArguments_StaysOnThePath(string states, bool isJsonata)
    {
        FastRun run = await FastRun.Of(states, "{\"s\":\"x\",\"n\":1}", (_, arguments) => new(JsonValue.Object(new JsonProperty(In, arguments), new(S, JsonValue.Array(arguments, arguments[S])))), isJsonata: isJsonata);

        const string A = "{\"in\":{\"s\":\"x\",\"k\":{\"n\":2}},\"s\":[{\"s\":\"x\",\"k\":{\"n\":2}},\"x\"]}", B = $"{{\"a\":{A},\"s\":\"x\"}}";
        Assert.Equal(new FastRun($"{{\"a\":{A},\"b\":{{\"in\":{B},\"s\":[{B},\"x\"]}}}}", "A B", ""), run);
    }

    // Of thirteen arguments of 20,008 bytes, as {"s":"..."}, with the commas and brackets around them and a text, the result has 262,144 bytes or one more.
    [Theory]
    [InlineData("\"Arguments\":{\"s\":\"{% $states.input.s %}\"}", true, 0)]
    [InlineData("\"Arguments\":{\"s\":\"{% $states.input.s %}\"}", true, 1)]
    [InlineData("\"Parameters\":{\"s.$\":\"$.s\"}", false, 0)]
    [InlineData("\"Parameters\":{\"s.$\":\"$.s\"}", false, 1)]
    public async Task Result_ThatHoldsTheArgumentsOften_KeepsTheLimit(string given, bool isJsonata, int over)
    {
        const int Times = 13, Length = 20_000, Limit = 262_144;
        string text = new('t', Limit + over - Times * (Length + 8 + 1) - "[\"\"]".Length);

        FastRun run = await FastRun.Of(
            $"\"A\":{{«Task»,{given},\"End\":true}}", $"{{\"s\":\"{new string('x', Length)}\"}}", (_, arguments) => new(JsonValue.Array([.. Enumerable.Repeat(arguments, Times), text])), isJsonata: isJsonata);

        Assert.StartsWith(over > 0 ? "Failed States.DataLimitExceeded" : "[{\"s\":\"xxx", run.End, StringComparison.Ordinal);
        if (over == 0)
            Assert.Equal(Limit, run.End.Length);
    }

    [Theory]
    [InlineData(10, "A B", "")]
    [InlineData(253, "A B", "")]
    // Deeper than parts of a path may be.
    [InlineData(300, "A", "B")]
    public async Task Result_ThatNestsTheArguments_StaysOnThePathWhileItIsShallow(int levels, string fast, string frames)
    {
        FastRun run = await FastRun.Of(Query, "{\"s\":\"x\",\"n\":1}", (state, arguments) =>
        {
            JsonValue result = state == "B" ? JsonValue.True : arguments;
            for (int i = 0; i < levels && state == "A"; i++)
                result = JsonValue.Object(new JsonProperty(S, result));
            return new(result);
        }, isJsonata: true);

        string nested = string.Concat(Enumerable.Repeat("{\"s\":", levels)) + "{\"s\":\"x\",\"k\":{\"n\":2}}" + new string('}', levels);
        Assert.Equal(new FastRun($"{{\"a\":{nested},\"b\":true}}", fast, frames), run);
    }
}
