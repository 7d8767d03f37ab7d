using Compiled.Compilation;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Machines in JSONata of whose input only what their expressions read is kept; what is needed whole again is read again. FEATURES L-050..L-078.</summary>
public sealed class FastQueryInputTests
{
    // $order is whole for the frames only, which go on from the wait.
    private const string Given = """
        "A":{"Type":"Pass","Assign":{"order":"{% $states.input.order %}","who":"{% $states.input.order.by %}"},"Output":"{% $states.input.order.rest %}","Next":"B"},
        "B":{«Task»,"Arguments":{"id":"{% $order.id %}","name":"{% $who.name %}"},"Next":"K"},
        "K":{"Type":"Choice","Choices":[{"Condition":"{% $exists($order.id) %}","Next":"W"}],"Default":"S"},
        "S":{"Type":"Succeed"},
        "W":{"Type":"Wait","Seconds":1,"Next":"C"},
        "C":{«Task»,"Arguments":{"order":"{% $order %}","who":"{% $who %}","rest":"{% $states.input %}"},"End":true}
        """;

    [Theory]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Output\":\"{% $states.input.a.b.c & $states.input.a.d %}\",\"End\":true}", "ProjectedMember.Through(Keys.a, -1, ")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"{% $states.input.a %}\"},\"Output\":{},\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Output\":\"{% $v.b %}\",\"End\":true}", "ProjectedMember.Through(Keys.a, 0, ProjectedMember.Whole(Keys.b, 1))")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"{% $states.input %}\"},\"Output\":{},\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Output\":\"{% $v.a.b %}\",\"End\":true}", "ProjectedMember.Through(Keys.a, -1, ProjectedMember.Whole(Keys.b, 0))")]
    // What an output or an expression takes whole is kept whole.
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"{% $states.input.a %}\"},\"Output\":{},\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Output\":\"{% [$v, $v.b] %}\",\"End\":true}", "new(ProjectedMember.Whole(Keys.a, 0))")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"{% $states.input.a %}\"},\"Output\":{},\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Output\":{\"v\":\"{% $v %}\",\"b\":\"{% $v.b %}\"},\"End\":true}", "new(ProjectedMember.Whole(Keys.a, 0))")]
    public void Input_OfWhichPartsAreRead_IsReadInParts(string states, string projection) => Assert.Contains(projection, Code(states), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Output\":\"{% $merge([$states.input, {'a': $states.input.a}]) %}\",\"End\":true}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"{% $states.input %}\"},\"Output\":{},\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Output\":\"{% $v %}\",\"End\":true}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"{% $states.input.a %}\"},\"End\":true}")]
    public void Input_ThatIsReadWhole_IsNotReadInParts(string states) => Assert.DoesNotContain("ProjectedMember", Code(states), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"order":{"id":1,"by":{"name":"n","x":[1]},"y":{"z":2},"rest":[3]},"w":{}}""", """{"order":{"id":1,"by":{"name":"n","x":[1]},"y":{"z":2},"rest":[3]},"who":{"name":"n","x":[1]},"rest":{"id":1,"name":"n"}}""", "B", "C")]
    // Through arrays: what is given on is plain.
    [InlineData("""{"order":{"id":1,"by":[{"name":"n"},{"name":"m"}],"rest":3}}""", """{"order":{"id":1,"by":[{"name":"n"},{"name":"m"}],"rest":3},"who":[{"name":"n"},{"name":"m"}],"rest":{"id":1,"name":["n","m"]}}""", "B", "C")]
    [InlineData("""{"order":[{"id":1,"by":{"name":"n"}},{"id":2,"by":{"name":"m"},"rest":3}]}""", """{"order":[{"id":1,"by":{"name":"n"}},{"id":2,"by":{"name":"m"},"rest":3}],"who":[{"name":"n"},{"name":"m"}],"rest":{"id":[1,2],"name":["n","m"]}}""", "B", "C")]
    [InlineData("""[{"order":{"id":1,"by":{"name":"n"},"rest":3}}]""", """{"order":{"id":1,"by":{"name":"n"},"rest":3},"who":{"name":"n"},"rest":{"id":1,"name":"n"}}""", "B", "C")]
    // The last of equal names, and names that are spelled otherwise.
    [InlineData("""{"order":{"id":7,"by":1},"order":{"id":1,"by":{"name":"n"},"b\u0079":{"name":"m"},"rest":3}}""", """{"order":{"id":1,"by":{"name":"m"},"rest":3},"who":{"name":"m"},"rest":{"id":1,"name":"m"}}""", "B", "C")]
    public async Task Variables_OfPartsOfTheInput_AreWholeForTheFrames(string input, string output, string fast, string frames)
        => Assert.Equal(new FastRun(output, fast, frames), await FastRun.Of(Given, input, isJsonata: true));

    [Theory]
    [InlineData("{}", "order")]
    [InlineData("""{"order":7}""", "order.by")]
    [InlineData("""{"order":{"by":{"name":"n"}}}""", "order.rest")]
    [InlineData("""{"order":{"by":{},"rest":null}}""", "order.id")]
    public async Task Part_ThatIsNotThere_FailsAsInTheFrames(string input, string missing)
    {
        FastRun run = await FastRun.Of(Given, input, isJsonata: true);

        Assert.StartsWith("Failed States.QueryEvaluationError", run.End, StringComparison.Ordinal);
        Assert.Contains($"{missing}' specified for the field", run.End, StringComparison.Ordinal);
    }

    // Nobody reads of it but whether it is there.
    [Theory]
    [InlineData("""{"a":null}""", "\"yes\"")]
    [InlineData("""{"a":{"b":[]}}""", "\"yes\"")]
    [InlineData("""{"a":[]}""", "\"yes\"")]
    [InlineData("{}", "Failed States.QueryEvaluationError")]
    public async Task Variable_ThatNobodyReads_HasToBeThere(string input, string end)
        => Assert.StartsWith(end, (await FastRun.Of("\"A\":{\"Type\":\"Pass\",\"Assign\":{\"v\":\"{% $states.input.a %}\"},\"Output\":\"yes\",\"End\":true}", input, isJsonata: true)).End, StringComparison.Ordinal);

    private static string Code(string states)
        => DefinitionCompiler.Compile(new DefinitionSource($"{{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{{{states}}}}}", "test") { HasFastPath = true }).Code;
}
