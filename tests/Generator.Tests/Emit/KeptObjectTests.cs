using System.Globalization;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Objects that stay in locals (docs/decisions/0005), read in every way there is: what follows must not be able to tell. FEATURES L-030 to
/// L-042, L-220, L-237.
/// </summary>
public class KeptObjectTests
{
    private const string Make = "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.a\",\"y\":{\"z\":[1,2,{\"w\":3}]},\"s\":\"text\"},\"Next\":\"C\"},"
        + "\"C\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.s\",\"StringEquals\":\"text\",\"Next\":\"R\"}],\"Default\":\"No\"},"
        + "\"No\":{\"Type\":\"Fail\"},";

    private const string Made = "{\"x\":7,\"y\":{\"z\":[1,2,{\"w\":3}]},\"s\":\"text\"}";

    /// <summary>Each reads the object that <see cref="Make"/> leaves in locals, in a state <c>R</c>.</summary>
    public static TheoryData<string, string> Readers => new()
    {
        { "\"R\":{\"Type\":\"Succeed\"}", Made },
        { "\"R\":{\"Type\":\"Pass\",\"End\":true}", Made },
        { "\"R\":{\"Type\":\"Pass\",\"ResultPath\":null,\"Parameters\":{\"p.$\":\"$.x\"},\"End\":true}", Made },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"all.$\":\"$\"},\"End\":true}", "{\"all\":" + Made + "}" },
        { "\"R\":{\"Type\":\"Pass\",\"InputPath\":\"$.y\",\"End\":true}", "{\"z\":[1,2,{\"w\":3}]}" },
        { "\"R\":{\"Type\":\"Pass\",\"InputPath\":null,\"End\":true}", "{}" },
        { "\"R\":{\"Type\":\"Pass\",\"OutputPath\":\"$.y.z[2]\",\"End\":true}", "{\"w\":3}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"w.$\":\"$.y.z[2].w\",\"n.$\":\"States.MathAdd($.y.z[1], $.x)\"},\"End\":true}", "{\"w\":3,\"n\":9}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"all.$\":\"$.*\"},\"End\":true}", "{\"all\":[7,{\"z\":[1,2,{\"w\":3}]},\"text\"]}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"found.$\":\"$.y.z[?(@.w == 3)]\"},\"End\":true}", "{\"found\":[{\"w\":3}]}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"found.$\":\"$.y.z[?(@.w < $.x)]\"},\"End\":true}", "{\"found\":[{\"w\":3}]}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"c.$\":\"$$.Execution.Input.a\",\"n.$\":\"$$.State.Name\",\"x.$\":\"$.x\"},\"End\":true}", "{\"c\":7,\"n\":\"R\",\"x\":7}" },
        { "\"R\":{\"Type\":\"Pass\",\"Result\":true,\"ResultPath\":\"$.t\",\"End\":true}", "{\"x\":7,\"y\":{\"z\":[1,2,{\"w\":3}]},\"s\":\"text\",\"t\":true}" },
        { "\"R\":{\"Type\":\"Pass\",\"Result\":true,\"ResultPath\":\"$.y\",\"End\":true}", "{\"x\":7,\"y\":true,\"s\":\"text\"}" },
        { "\"R\":{\"Type\":\"Pass\",\"Result\":true,\"ResultPath\":\"$.y.t\",\"End\":true}", "{\"x\":7,\"y\":{\"z\":[1,2,{\"w\":3}],\"t\":true},\"s\":\"text\"}" },
        { "\"R\":{\"Type\":\"Pass\",\"Result\":true,\"ResultPath\":\"$.x.t\",\"End\":true}", "States.ResultPathMatchFailure" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"p.$\":\"$.x\"},\"ResultPath\":\"$.r\",\"OutputPath\":\"$.r\",\"End\":true}", "{\"p\":7}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"p.$\":\"$.x\"},\"ResultPath\":\"$.y\",\"OutputPath\":\"$.x\",\"End\":true}", "7" },
        { "\"R\":{\"Type\":\"Pass\",\"Result\":1,\"InputPath\":\"$.x\",\"ResultPath\":\"$.r\",\"OutputPath\":\"$.r\",\"End\":true}", "1" },
        { "\"R\":{\"Type\":\"Pass\",\"OutputPath\":\"$.x\",\"Next\":\"E\"},\"E\":{\"Type\":\"Pass\",\"Result\":1,\"ResultPath\":\"$.r\",\"OutputPath\":\"$.r\",\"End\":true}", "States.ResultPathMatchFailure" },
        { "\"R\":{\"Type\":\"Pass\",\"ResultPath\":\"$.self\",\"End\":true}", "{\"x\":7,\"y\":{\"z\":[1,2,{\"w\":3}]},\"s\":\"text\",\"self\":" + Made + "}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.s\",\"s.$\":\"$.x\"},\"Next\":\"E\"},\"E\":{\"Type\":\"Pass\",\"Parameters\":{\"s.$\":\"$.s\",\"x.$\":\"$.x\"},\"End\":true}", "{\"s\":7,\"x\":\"text\"}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.s\",\"s\":{\"was.$\":\"$.x\"}},\"Next\":\"E\"},\"E\":{\"Type\":\"Pass\",\"Parameters\":{\"s.$\":\"$.s\",\"x.$\":\"$.x\"},\"End\":true}", "{\"s\":{\"was\":7},\"x\":\"text\"}" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"q\":1},\"Next\":\"E\"},\"E\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"IsPresent\":true,\"Next\":\"No\"}],\"Default\":\"D\"},\"D\":{\"Type\":\"Succeed\"}", "{\"q\":1}" },
        { "\"R\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.absent\",\"IsPresent\":false,\"Next\":\"D\"}],\"Default\":\"No\"},\"D\":{\"Type\":\"Succeed\"}", Made },
        { "\"R\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.absent\",\"NumericEquals\":1,\"Next\":\"D\"}],\"Default\":\"No\"},\"D\":{\"Type\":\"Succeed\"}", "States.Runtime" },
        { "\"R\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.y.z[*]\",\"IsPresent\":true,\"Next\":\"D\"}],\"Default\":\"No\"},\"D\":{\"Type\":\"Succeed\"}", Made },
        { "\"R\":{\"Type\":\"Choice\",\"InputPath\":\"$.y\",\"Choices\":[{\"Variable\":\"$.z\",\"IsPresent\":true,\"Next\":\"D\"}],\"Default\":\"No\"},\"D\":{\"Type\":\"Succeed\"}", "{\"z\":[1,2,{\"w\":3}]}" },
        { "\"R\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"NumericEquals\":8,\"Next\":\"D\"}]},\"D\":{\"Type\":\"Succeed\"}", "States.Runtime" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"p.$\":\"$.absent\"},\"End\":true}", "States.Runtime" },
        { "\"R\":{\"Type\":\"Pass\",\"Parameters\":{\"p.$\":\"States.MathAdd($.s, 1)\"},\"End\":true}", "States.IntrinsicFailure" },
        { "\"R\":{\"Type\":\"Fail\",\"Error\":\"E\",\"CausePath\":\"$.s\"}", "E: text" },
        { "\"R\":{\"Type\":\"Fail\",\"ErrorPath\":\"$.s\",\"CausePath\":\"States.JsonToString($)\"}", "text: " + Made },
        { "\"R\":{\"Type\":\"Wait\",\"SecondsPath\":\"$.x\",\"End\":true}", Made },
        { "\"R\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:eu-north-1:123456789012:function:Echo\",\"End\":true}", "{\"echo\":" + Made + "}" },
        { "\"R\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:eu-north-1:123456789012:function:Echo\",\"Parameters\":{\"x.$\":\"$.x\"},\"ResultPath\":\"$.r\",\"End\":true}", "{\"x\":7,\"y\":{\"z\":[1,2,{\"w\":3}]},\"s\":\"text\",\"r\":{\"echo\":{\"x\":7}}}" },
        { "\"R\":{\"Type\":\"Map\",\"ItemsPath\":\"$.y.z\",\"ItemSelector\":{\"x.$\":\"$.x\",\"i.$\":\"$$.Map.Item.Index\"},\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}},\"End\":true}", "[{\"x\":7,\"i\":0},{\"x\":7,\"i\":1},{\"x\":7,\"i\":2}]" },
        { "\"R\":{\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"OutputPath\":\"$.x\",\"End\":true}}},{\"StartAt\":\"J\",\"States\":{\"J\":{\"Type\":\"Pass\",\"End\":true}}}],\"End\":true}", "[7," + Made + "]" },
    };

    private static readonly Lazy<Dictionary<string, TwoForms>> s_readers = new(() =>
    {
        string[] readers = [.. Readers.Select(row => (string)row[0])];
        return readers.Zip(TwoForms.Of([.. readers.Select(reader => Make + reader)])).ToDictionary();
    });

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task KeptObject_ReadBy_IsAsIfBuilt(string reader, string expected)
    {
        string end = await s_readers.Value[reader].EndAsync("{\"a\":7}", new Echo());

        if (expected.StartsWith("States.", StringComparison.Ordinal))
            Assert.StartsWith(expected + ": ", end, StringComparison.Ordinal);
        else
            Assert.Equal(expected, end);
    }

    [Theory]
    [InlineData("{\"i\":0,\"n\":3}", "{\"i\":3,\"n\":3}")]
    [InlineData("{\"i\":5,\"n\":3,\"more\":[]}", "{\"i\":5,\"n\":3,\"more\":[]}")]
    [InlineData("{\"i\":0,\"n\":3.0}", "{\"i\":3,\"n\":3.0}")]
    [InlineData("{\"i\":-0,\"n\":-0}", "{\"i\":-0,\"n\":-0}")]
    [InlineData("{\"i\":-1,\"n\":-0}", "{\"i\":0,\"n\":-0}")]
    [InlineData("{\"i\":1,\"n\":0,\"i\":0,\"n\":2}", "{\"i\":2,\"n\":2}")]
    [InlineData("{\"i\":0,\"n\":2500}", "{\"i\":2500,\"n\":2500}")]
    [InlineData("{\"i\":2147483646,\"n\":12345678901234567890123}", "States.Runtime")]
    [InlineData("{\"i\":0,\"n\":99999}", "States.Runtime")]
    [InlineData("{\"i\":0}", "States.Runtime")]
    [InlineData("{\"n\":1}", "States.Runtime")]
    [InlineData("{\"i\":null,\"n\":1}", "{\"i\":null,\"n\":1}")]
    [InlineData("[1]", "States.Runtime")]
    public async Task Loop_ThatCounts_EndsAsIfItsDataWereBuilt(string input, string expected)
    {
        string end = await TwoForms.EndAsync(
            "\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.i\",\"NumericLessThanPath\":\"$.n\",\"Next\":\"B\"}],\"Default\":\"D\"},"
            + "\"B\":{\"Type\":\"Pass\",\"Parameters\":{\"i.$\":\"States.MathAdd($.i, 1)\",\"n.$\":\"$.n\"},\"Next\":\"A\"},"
            + "\"D\":{\"Type\":\"Succeed\"}",
            input);

        Assert.StartsWith(expected.Contains('{', StringComparison.Ordinal) ? expected : "", end, StringComparison.Ordinal);
        if (!expected.Contains('{', StringComparison.Ordinal))
            Assert.StartsWith("States.", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loop_ThatChangesTheShape_KeepsEachApart()
    {
        // A meets the input, {i, even} and {i, odd, last}: which one it is differs from turn to turn.
        string end = await TwoForms.EndAsync(
            "\"A\":{\"Type\":\"Choice\",\"Choices\":["
            + "{\"Variable\":\"$.i\",\"NumericGreaterThan\":6,\"Next\":\"D\"},"
            + "{\"Variable\":\"$.even\",\"IsPresent\":true,\"Next\":\"O\"}],\"Default\":\"E\"},"
            + "\"E\":{\"Type\":\"Pass\",\"Parameters\":{\"i.$\":\"States.MathAdd($.i, 1)\",\"even\":true},\"Next\":\"A\"},"
            + "\"O\":{\"Type\":\"Pass\",\"Parameters\":{\"i.$\":\"States.MathAdd($.i, 1)\",\"odd.$\":\"$.even\",\"last.$\":\"$.i\"},\"Next\":\"A\"},"
            + "\"D\":{\"Type\":\"Pass\",\"Parameters\":{\"seen.$\":\"$\"},\"End\":true}",
            "{\"i\":1}");

        Assert.Equal("{\"seen\":{\"i\":7,\"odd\":true,\"last\":6}}", end);
    }

    [Fact]
    public async Task Loop_WithATaskInIt_GoesOnFromWholeData()
    {
        string end = await TwoForms.EndAsync(
            "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"i\":0,\"log\":[]},\"Next\":\"C\"},"
            + "\"C\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.i\",\"NumericGreaterThanEquals\":3,\"Next\":\"D\"}],\"Default\":\"T\"},"
            + "\"T\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:eu-north-1:123456789012:function:Echo\",\"ResultPath\":\"$.log\",\"Next\":\"N\"},"
            + "\"N\":{\"Type\":\"Pass\",\"Parameters\":{\"i.$\":\"States.MathAdd($.i, 1)\",\"log.$\":\"$.log.echo.i\"},\"Next\":\"C\"},"
            + "\"D\":{\"Type\":\"Succeed\"}",
            "{}",
            new Echo());

        Assert.Equal("{\"i\":3,\"log\":2}", end);
    }

    [Fact]
    public async Task Merge_OntoAnObjectThatDiffersByPath_IsBuilt()
    {
        // M is entered with the input and with {k}: it cannot know which members there are.
        const string states = "\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.go\",\"IsPresent\":true,\"Next\":\"B\"}],\"Default\":\"M\"},"
            + "\"B\":{\"Type\":\"Pass\",\"Parameters\":{\"k\":1},\"Next\":\"M\"},"
            + "\"M\":{\"Type\":\"Pass\",\"Result\":2,\"ResultPath\":\"$.m\",\"Next\":\"E\"},"
            + "\"E\":{\"Type\":\"Pass\",\"Parameters\":{\"m.$\":\"$.m\",\"all.$\":\"$\"},\"Next\":\"F\"},"
            + "\"F\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.m\",\"NumericEquals\":2,\"Next\":\"D\"}]},"
            + "\"D\":{\"Type\":\"Succeed\"}";

        Assert.Equal("{\"m\":2,\"all\":{\"k\":1,\"m\":2}}", await TwoForms.EndAsync(states, "{\"go\":1}"));
        Assert.Equal("{\"m\":2,\"all\":{\"stay\":1,\"m\":2}}", await TwoForms.EndAsync(states, "{\"stay\":1}"));
        Assert.StartsWith("States.ResultPathMatchFailure", await TwoForms.EndAsync(states, "[]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(262_144 - 21, true)]
    [InlineData(262_144 - 20, false)]
    [InlineData(150_000, true)]
    [InlineData(300_000, false)]
    public async Task KeptObject_AtTheLimitOf256KiB_FailsExactlyAbove(int length, bool fits)
    {
        // {"t":"","u":"","n":1} has 21 bytes.
        string states = "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"t.$\":\"$[0]\",\"u\":\"\",\"n\":1},\"Next\":\"C\"},"
            + "\"C\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericEquals\":1,\"Next\":\"D\"}]},"
            + "\"D\":{\"Type\":\"Pass\",\"Parameters\":{\"ok\":true},\"End\":true}";
        string text = new('t', length);

        string end = await TwoForms.EndAsync(states, string.Create(CultureInfo.InvariantCulture, $"[\"{text}\"]"));

        if (fits)
            Assert.Equal("{\"ok\":true}", end);
        else
            Assert.StartsWith("States.DataLimitExceeded: ", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeptObject_ThatWrapsItselfForEver_FailsWhereTextCannotNestDeeper()
    {
        string end = await TwoForms.EndAsync(
            "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"v.$\":\"$.v\",\"w\":[{\"x.$\":\"$.v\"}]},\"Next\":\"B\"},"
            + "\"B\":{\"Type\":\"Pass\",\"Parameters\":{\"v.$\":\"$.w\"},\"Next\":\"C\"},"
            + "\"C\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.v\",\"IsNull\":true,\"Next\":\"D\"}],\"Default\":\"A\"},"
            + "\"D\":{\"Type\":\"Succeed\"}",
            "{\"v\":0}");

        Assert.StartsWith("States.Runtime: ", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_ThatAreNoIdentifiers_AreKeptToo()
    {
        string end = await TwoForms.EndAsync(
            "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"a b.$\":\"$.k\",\"a_b\":2,\"a-b\":3,\"\\\"q\\\\\":4,\"\":5,\"ø\":6,\"class\":7},\"Next\":\"C\"},"
            + "\"C\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$['a b']\",\"NumericEqualsPath\":\"$['a-b']\",\"Next\":\"C\"},"
            + "{\"Variable\":\"$.class\",\"NumericEquals\":7,\"Next\":\"D\"}]},"
            + "\"D\":{\"Type\":\"Succeed\"}",
            "{\"k\":1}");

        Assert.Equal("{\"a b\":1,\"a_b\":2,\"a-b\":3,\"\\\"q\\\\\":4,\"\":5,\"ø\":6,\"class\":7}", end);
    }

    private sealed class Echo : ITaskHandler
    {
        private static readonly Key s_echo = Key.Of("echo");

        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(JsonValue.Object(new JsonProperty(s_echo, input)));
    }
}
