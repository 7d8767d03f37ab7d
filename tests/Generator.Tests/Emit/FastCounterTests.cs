namespace Compiled.Generator.Tests.Emit;

/// <summary>Loops on a fast path whose counters are whole numbers in C# locals: each ends as it does with a history, from its path or from the frames.</summary>
public sealed class FastCounterTests
{
    private const string Counting = """
        "A":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThanPath":"$.n","Next":"B"}],"Default":"T"},
        "B":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 2)","n.$":"$.n"},"Next":"A"},
        "T":{«Task»,"End":true}
        """;

    [Theory]
    [InlineData("{\"i\":0,\"n\":5}", "{\"i\":6,\"n\":5}")]
    [InlineData("{\"i\":-7,\"n\":-1}", "{\"i\":-1,\"n\":-1}")]
    [InlineData("{\"i\":0,\"n\":3.5}", "{\"i\":4,\"n\":3.5}")]
    [InlineData("{\"i\":0,\"n\":4.0}", "{\"i\":4,\"n\":4.0}")]
    [InlineData("{\"i\":5,\"n\":5,\"more\":[1]}", "{\"i\":5,\"n\":5,\"more\":[1]}")]
    [InlineData("{\"i\":1,\"n\":\"x\"}", "{\"i\":1,\"n\":\"x\"}")]
    [InlineData("{\"i\":1,\"n\":null}", "{\"i\":1,\"n\":null}")]
    [InlineData("{\"i\":2147483640,\"n\":2147483645}", "{\"i\":2147483646,\"n\":2147483645}")]
    [InlineData("{\"i\":2147483645,\"n\":2147483647}", "{\"i\":2147483647,\"n\":2147483647}")]
    [InlineData("{\"i\":-2147483648,\"n\":-2147483645}", "{\"i\":-2147483644,\"n\":-2147483645}")]
    public async Task Counter_ThatIsAWholeNumber_StaysOnThePath(string input, string output)
        => Assert.Equal(new FastRun(output, "T", ""), await FastRun.Of(Counting, input));

    // What MathAdd rounds, what would be written otherwise, and what compares with numbers beyond 2^53.
    [Theory]
    [InlineData("{\"i\":0.5,\"n\":5}", "{\"i\":5,\"n\":5}")]
    [InlineData("{\"i\":2.0,\"n\":1}", "{\"i\":2.0,\"n\":1}")]
    [InlineData("{\"i\":-0,\"n\":0}", "{\"i\":-0,\"n\":0}")]
    [InlineData("{\"i\":1e1,\"n\":11}", "{\"i\":12,\"n\":11}")]
    [InlineData("{\"i\":\"x\",\"n\":5}", "{\"i\":\"x\",\"n\":5}")]
    [InlineData("{\"i\":null,\"n\":5}", "{\"i\":null,\"n\":5}")]
    [InlineData("{\"i\":9007199254740993,\"n\":9007199254740993}", "{\"i\":9007199254740993,\"n\":9007199254740993}")]
    [InlineData("{\"i\":9007199254740993,\"n\":9007199254740992.0}", "{\"i\":9007199254740993,\"n\":9007199254740992.0}")]
    [InlineData("{\"i\":2147483648,\"n\":5}", "{\"i\":2147483648,\"n\":5}")]
    public async Task Counter_ThatIsAnotherValue_IsTheFrames(string input, string output)
        => Assert.Equal(new FastRun(output, "", "T"), await FastRun.Of(Counting, input));

    [Theory]
    [InlineData("{\"i\":2147483646,\"n\":99999999999}", "States.IntrinsicFailure", "The sum 2147483648 is outside the range of 32 bits.")]
    [InlineData("{\"n\":1}", "States.Runtime", "$.i")]
    [InlineData("{\"i\":1}", "States.Runtime", "$.n")]
    public async Task Counter_ThatCannotGoOn_FailsAsTheFrames(string input, string error, string cause)
    {
        FastRun run = await FastRun.Of(Counting, input);

        Assert.Equal("", run.FastCalls + run.FrameCalls);
        Assert.StartsWith("Failed " + error, run.End, StringComparison.Ordinal);
        Assert.Contains(cause, run.End, StringComparison.Ordinal);
    }

    // FastRun holds that nothing is compiled with a warning, which C# gives for a local compared with itself.
    [Theory]
    [InlineData("NumericEqualsPath", "{\"i\":4}")]
    [InlineData("NumericLessThanPath", "{\"i\":2}")]
    public async Task Counter_ComparedWithItself_IsEqual(string comparison, string output)
    {
        string states = $$"""
            "A":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)"},"Next":"C"},
            "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.i","{{comparison}}":"$.i"},{"Variable":"$.i","NumericLessThan":4}],"Next":"A"}],"Default":"T"},
            "T":{«Task»,"End":true}
            """;

        Assert.Equal(new FastRun(output, "T", ""), await FastRun.Of(states, "{\"i\":1}"));
    }

    [Theory]
    [InlineData("NumericLessThan", "3", "{\"i\":1}", "{\"i\":3}")]
    [InlineData("NumericLessThan", "2.5", "{\"i\":1}", "{\"i\":3}")]
    [InlineData("NumericLessThanEquals", "-2", "{\"i\":-4}", "{\"i\":-1}")]
    [InlineData("NumericLessThan", "3000000000", "{\"i\":2147483647}", "Failed States.IntrinsicFailure")]
    [InlineData("NumericLessThan", "9007199254740993", "{\"i\":2147483647}", "Failed States.IntrinsicFailure")]
    [InlineData("NumericEquals", "1.0", "{\"i\":1}", "{\"i\":2}")]
    [InlineData("NumericGreaterThan", "0", "{\"i\":0}", "{\"i\":0}")]
    [InlineData("NumericGreaterThanEquals", "1e0", "{\"i\":0}", "{\"i\":0}")]
    public async Task Counter_ComparedWithAConstant_ComparesByValue(string comparison, string constant, string input, string output)
    {
        string states = $$"""
            "A":{"Type":"Choice","Choices":[{"Variable":"$.i","{{comparison}}":{{constant}},"Next":"B"}],"Default":"T"},
            "B":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)"},"Next":"A"},
            "T":{«Task»,"End":true}
            """;

        FastRun run = await FastRun.Of(states, input);

        Assert.StartsWith(output, run.End, StringComparison.Ordinal);
        Assert.Equal(run.End == output ? "T" : "", run.FastCalls);
    }

    // Two counters meet each other, and one stands on the right of a comparison with what came.
    [Theory]
    [InlineData("{\"i\":0,\"j\":6,\"n\":4}", "{\"i\":3,\"j\":3,\"n\":4}")]
    [InlineData("{\"i\":0,\"j\":6,\"n\":9007199254740993}", "{\"i\":0,\"j\":6,\"n\":9007199254740993}")]
    [InlineData("{\"i\":0,\"j\":6,\"n\":6.5}", "{\"i\":0,\"j\":6,\"n\":6.5}")]
    [InlineData("{\"i\":0,\"j\":6,\"n\":6.0}", "{\"i\":1,\"j\":5,\"n\":6.0}")]
    public async Task Counters_ComparedWithOthers_CompareByValue(string input, string output)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.i","NumericLessThanPath":"$.j"},{"Not":{"Variable":"$.n","NumericGreaterThanPath":"$.j"}}],"Next":"B"},
                {"And":[{"Variable":"$.i","NumericLessThanPath":"$.j"},{"Variable":"$.j","NumericLessThanPath":"$.n"},{"Variable":"$.n","NumericLessThan":5},{"Variable":"$.i","NumericLessThanEqualsPath":"$.n"}],"Next":"B"}],"Default":"T"},
            "B":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)","j.$":"States.MathAdd(-1, $.j)","n.$":"$.n"},"Next":"A"},
            "T":{«Task»,"End":true}
            """;

        Assert.Equal(new FastRun(output, "T", ""), await FastRun.Of(States, input));
    }

    // What a loop asks of is not supposed to be a number, so that a path which begins without one is not left.
    [Theory]
    [InlineData("{}", "{\"i\":3}")]
    [InlineData("{\"i\":null}", "{\"i\":3}")]
    [InlineData("{\"i\":\"x\"}", "{\"i\":3}")]
    [InlineData("{\"i\":2}", "{\"i\":3}")]
    public async Task Counter_ThatIsAskedFor_MayBeAnything(string input, string output)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[
                {"And":[{"Variable":"$.i","IsPresent":true},{"Variable":"$.i","IsNumeric":true},{"Variable":"$.i","NumericLessThan":3}],"Next":"B"},
                {"Not":{"And":[{"Variable":"$.i","IsPresent":true},{"Variable":"$.i","IsNumeric":true}]},"Next":"C"}],"Default":"T"},
            "B":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)"},"Next":"A"},
            "C":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd(0, 0)"},"Next":"A"},
            "T":{«Task»,"End":true}
            """;

        Assert.Equal(new FastRun(output, "T", ""), await FastRun.Of(States, input));
    }

    // One way round makes a text of the counter, another an object.
    [Theory]
    [InlineData("{\"i\":0,\"k\":0}", "{\"i\":\"at 2\",\"k\":2}")]
    [InlineData("{\"i\":0,\"k\":5}", "{\"i\":{\"was\":1},\"k\":6}")]
    [InlineData("{\"i\":7,\"k\":9}", "{\"i\":7,\"k\":9}")]
    public async Task Counter_ThatBecomesAnotherValue_IsThatValue(string input, string output)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.k","NumericEquals":1,"Next":"Text"},{"Variable":"$.k","NumericEquals":6,"Next":"Object"},{"Variable":"$.k","NumericLessThan":9,"Next":"B"}],"Default":"T"},
            "B":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)","k.$":"States.MathAdd($.k, 1)"},"Next":"A"},
            "Text":{"Type":"Pass","Parameters":{"i.$":"States.Format('at {}', States.MathAdd($.i, 1))","k.$":"States.MathAdd($.k, 1)"},"Next":"C"},
            "Object":{"Type":"Pass","Parameters":{"i":{"was.$":"$.i"},"k.$":"$.k"},"Next":"C"},
            "C":{"Type":"Choice","Choices":[{"Variable":"$.k","NumericGreaterThan":0,"Next":"T"}],"Default":"A"},
            "T":{«Task»,"End":true}
            """;

        Assert.Equal(new FastRun(output, "T", ""), await FastRun.Of(States, input));
    }

    // A counter from a constant, inside another loop, whose task sees each round, and what is made of it.
    [Fact]
    public async Task Counters_OfLoopsInLoops_CountOnTheirOwn()
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThan":2,"Next":"B"}],"Default":"E"},
            "B":{"Type":"Pass","Parameters":{"i.$":"$.i","j":0,"seen.$":"$.seen"},"Next":"C"},
            "C":{"Type":"Choice","Choices":[{"Variable":"$.j","NumericLessThan":3,"Next":"D"}],"Default":"F"},
            "D":{"Type":"Pass","Parameters":{"i.$":"$.i","j.$":"States.MathAdd($.j, 1)","seen.$":"States.Format('{}{}{};', $.seen, $.i, $.j)"},"Next":"C"},
            "F":{«Task»,"Parameters":{"i.$":"$.i","j.$":"$.j"},"ResultPath":"$.r","Next":"G"},
            "G":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.r.i, 1)","seen.$":"$.seen"},"Next":"A"},
            "E":{"Type":"Succeed"}
            """;

        Assert.Equal(new FastRun("{\"i\":2,\"seen\":\"00;01;02;10;11;12;\"}", "F F", ""), await FastRun.Of(States, "{\"i\":0,\"seen\":\"\"}"));
    }

    // Sums outside of loops, which meet others and constants.
    [Theory]
    [InlineData("{\"k\":1,\"n\":4}", "{\"s\":5,\"w\":{\"s\":5,\"t\":\"5!\"}}")]
    [InlineData("{\"k\":2,\"n\":4}", "{\"s\":7,\"w\":{\"s\":7,\"t\":\"7!\"}}")]
    [InlineData("{\"k\":3,\"n\":4}", "{\"s\":10,\"w\":{\"s\":10,\"t\":\"10!\"}}")]
    public async Task Sums_WhereWaysMeet_AreTheirBranchs(string input, string output)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.k","NumericEquals":1,"Next":"One"},{"Variable":"$.k","NumericEquals":2,"Next":"Two"}],"Default":"Three"},
            "One":{"Type":"Pass","Parameters":{"s.$":"States.MathAdd($.n, 1)"},"Next":"Join"},
            "Two":{"Type":"Pass","Parameters":{"s":7},"Next":"Join"},
            "Three":{"Type":"Pass","Parameters":{"s.$":"States.MathAdd(States.MathAdd($.n, 1), 5)"},"Next":"Join"},
            "Join":{"Type":"Pass","Parameters":{"s.$":"$.s","t.$":"States.Format('{}!', $.s)"},"ResultPath":"$.w","End":true}
            """;

        Assert.Equal(new FastRun(output, "", ""), await FastRun.Of(States, input));
    }

    // An item of a Map counts on its own, and the path is left inside it with all as it was.
    [Fact]
    public async Task Counters_InTheItemsOfAMap_BeginAnew()
    {
        const string States = """
            "A":{"Type":"Map","ItemProcessor":{"StartAt":"L","States":{
                "L":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThanPath":"$.n","Next":"M"}],"Default":"S"},
                "M":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)","n.$":"$.n"},"Next":"L"},
                "S":{"Type":"Succeed"}}},"End":true}
            """;

        Assert.Equal(new FastRun("[{\"i\":3,\"n\":3},{\"i\":9,\"n\":4},{\"i\":3,\"n\":2.5}]", "", ""), await FastRun.Of(States, "[{\"i\":0,\"n\":3},{\"i\":9,\"n\":4},{\"i\":0.5,\"n\":2.5}]"));
    }
}
