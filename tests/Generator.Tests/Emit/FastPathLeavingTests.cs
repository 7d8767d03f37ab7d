using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Executions without a history that leave their machine's fast path: the frames go on, and no task is called again.</summary>
public sealed class FastPathLeavingTests
{
    private const string Two = "\"A\":{«Task»,\"ResultPath\":\"$.a\",\"Next\":\"B\"},\"B\":{«Task»,\"ResultPath\":\"$.b\",\"End\":true}";

    [Fact]
    public async Task Leaving_ForAMissingPath_FailsAsTheFrames()
    {
        FastRun run = await FastRun.Of("\"A\":{«Task»,\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Parameters\":{\"v.$\":\"$.missing\"},\"End\":true}", "{\"n\":1}");

        Assert.StartsWith("Failed States.Runtime", run.End, StringComparison.Ordinal);
        Assert.Equal(("A", ""), (run.FastCalls, run.FrameCalls));
    }

    [Theory]
    [InlineData("\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericEquals\":1,\"Next\":\"B\"}]},\"B\":{\"Type\":\"Succeed\"}", "{\"n\":2}", "Failed States.Runtime")]
    [InlineData("\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.m\",\"NumericEquals\":1,\"Next\":\"B\"}],\"Default\":\"B\"},\"B\":{\"Type\":\"Succeed\"}", "{\"n\":2}", "Failed States.Runtime")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Result\":1,\"ResultPath\":\"$.x\",\"End\":true}", "[]", "Failed States.ResultPathMatchFailure")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"v.$\":\"States.ArrayLength($.n)\"},\"End\":true}", "{\"n\":2}", "Failed States.IntrinsicFailure")]
    [InlineData("\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericEquals\":1,\"Next\":\"B\"}],\"Default\":\"C\"},\"B\":{\"Type\":\"Succeed\"},\"C\":{\"Type\":\"Fail\",\"Error\":\"E\",\"Cause\":\"because\"}", "{\"n\":2}", "Failed E: because")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"v.$\":\"$.n['a','b']\"},\"End\":true}", "{\"n\":2}", "Failed States.Runtime")]
    public async Task Leaving_WhereAStateFails_FailsAsTheFrames(string states, string input, string end)
        => Assert.StartsWith(end, (await FastRun.Of(states, input)).End, StringComparison.Ordinal);

    [Fact]
    public async Task Leaving_ForAWait_GoesOnBehindIt()
        => Assert.Equal(new FastRun("{\"n\":1}", "A", "C"), await FastRun.Of(
            "\"A\":{«Task»,\"Next\":\"K\"},\"K\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericEquals\":1,\"Next\":\"B\"}],\"Default\":\"D\"},\"B\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":\"C\"},\"C\":{«Task»,\"End\":true},\"D\":{\"Type\":\"Succeed\"}",
            "{\"n\":1}"));

    [Fact]
    public async Task Leaving_ForALateReply_GoesOnWithIt()
        => Assert.Equal(new FastRun("{\"a\":\"late\",\"b\":\"late\"}", "A", "B"), await FastRun.Of(Two, "{}", async (_, _) =>
        {
            await FastRun.PathIsLeft;
            return "late";
        }));

    [Fact]
    public async Task Leaving_ForALateReplyInALoop_HasTheRoundsData()
    {
        const string States = """
            "A":{"Type":"Pass","Result":0,"ResultPath":"$.i","Next":"B"},
            "B":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThan":3,"Next":"C"}],"Default":"End"},
            "C":{«Task»,"ResultPath":"$.r","Next":"D"},
            "D":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)","r.$":"States.Format('{}{}', $.r.i, $.n)","n.$":"$.n"},"Next":"B"},
            "End":{"Type":"Succeed"}
            """;

        FastRun run = await FastRun.Of(States, "{\"n\":7}", async (_, arguments) =>
        {
            if (arguments.Get("i").AsDouble() is 1)
                await FastRun.PathIsLeft;
            return arguments;
        });

        Assert.Equal(new FastRun("{\"i\":3,\"r\":\"27\",\"n\":7}", "C C", "C"), run);
    }

    [Fact]
    public async Task Leaving_ForAThrow_FailsAsTheFrames()
    {
        FastRun run = await FastRun.Of(Two, "{}", (state, arguments) => state == "B" ? throw new TaskFailedException("E", "thrown") : new(arguments));

        Assert.Equal(new FastRun("Failed E: thrown", "A B", ""), run);
    }

    // L-042: 256 KiB, the quotes included, and the member that the result is put into.
    [Theory]
    [InlineData(200_000, false)]
    [InlineData(262_136, false)]
    [InlineData(262_137, true)]
    [InlineData(300_000, true)]
    public async Task Leaving_ForALargeReply_KeepsTheLimit(int length, bool fails)
    {
        FastRun run = await FastRun.Of("\"A\":{«Task»,\"ResultPath\":\"$.a\",\"End\":true}", "{}", (_, _) => new(new string('x', length)));

        Assert.Equal(fails ? "Failed States.DataLimitExceeded" : "{\"a\":\"xxx", run.End[..(fails ? 31 : 9)]);
        Assert.Equal(("A", ""), (run.FastCalls, run.FrameCalls));
    }

    // What is thrown away is within the limits as well.
    [Fact]
    public async Task Leaving_ForLargeParametersThatNobodyKeeps_FailsAsTheFrames()
        => Assert.NotEmpty((await FastRun.Of(
            "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$.s\",\"b.$\":\"$.s\",\"c.$\":\"$.s\"},\"ResultPath\":null,\"End\":true}",
            "{\"s\":\"" + new string('x', 120_000) + "\"}")).End);

    [Fact]
    public async Task Leaving_ForACancelledToken_EndsAsAborted()
    {
        CancellationTokenSource? source = null;

        FastRun run = await FastRun.Of(
            Two, "{}",
            (_, arguments) =>
            {
                source!.Cancel();
                return new(arguments);
            },
            () => source = new CancellationTokenSource());

        Assert.StartsWith("Aborted", run.End, StringComparison.Ordinal);
        Assert.Equal(("A", ""), (run.FastCalls, run.FrameCalls));
    }

    // A loop goes on in frames, which can be stopped, after 10,000 rounds.
    [Fact]
    public async Task Leaving_ForManyRounds_EndsAsTheFrames()
    {
        const string States = """
            "A":{"Type":"Pass","Result":{"i":0},"Next":"B"},
            "B":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThan":20000,"Next":"C"}],"Default":"End"},
            "C":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)"},"Next":"B"},
            "End":{"Type":"Succeed"}
            """;

        Assert.StartsWith("Failed States.Runtime", (await FastRun.Of(States, "{}")).End, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Variable\":\"$.m\",\"IsString\":false}")]
    [InlineData("{\"And\":[{\"Variable\":\"$.n\",\"NumericEquals\":1},{\"Variable\":\"$.m\",\"IsNull\":false}]}")]
    [InlineData("{\"And\":[{\"Variable\":\"$.n\",\"NumericEquals\":1},{\"Variable\":\"$.n\",\"NumericEqualsPath\":\"$.m\"}]}")]
    public async Task Condition_OnAValueThatIsNotThere_Fails(string condition)
    {
        string states = $$"""
            "A":{"Type":"Choice","Choices":[{{condition[..^1]}},"Next":"B"}],"Default":"B"},
            "B":{"Type":"Succeed"}
            """;

        Assert.StartsWith("Failed States.Runtime: ", (await FastRun.Of(states, "{\"n\":1}")).End, StringComparison.Ordinal);
    }
}
