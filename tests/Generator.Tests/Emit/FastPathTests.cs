using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Executions without a history that end on their machine's fast path.</summary>
public sealed class FastPathTests
{
    [Theory]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"End\":true}", "{\"x\":[1]}", "{\"x\":[1]}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Result\":{\"r\":1},\"End\":true}", "{}", "{\"r\":1}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Result\":2,\"ResultPath\":\"$.x\",\"End\":true}", "{\"y\":1,\"x\":1}", "{\"y\":1,\"x\":2}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Result\":2,\"ResultPath\":\"$.x.y\",\"End\":true}", "{\"x\":{\"z\":1}}", "{\"x\":{\"z\":1,\"y\":2}}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Result\":2,\"ResultPath\":null,\"End\":true}", "{\"x\":1}", "{\"x\":1}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"InputPath\":\"$.x\",\"Parameters\":{\"v.$\":\"$.n\",\"w\":[{\"u.$\":\"$\"}]},\"OutputPath\":\"$.w[0]\",\"End\":true}", "{\"x\":{\"n\":1}}", "{\"u\":{\"n\":1}}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"InputPath\":null,\"OutputPath\":null,\"End\":true}", "[1]", "{}")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$.l[*].n\",\"b.$\":\"$.l[1:]\",\"c.$\":\"States.Format('{}-{}', $.l[0].n, States.ArrayLength($.l))\"},\"End\":true}", "{\"l\":[{\"n\":1},{\"n\":2}]}", "{\"a\":[1,2],\"b\":[{\"n\":2}],\"c\":\"1-2\"}")]
    [InlineData("\"A\":{\"Type\":\"Succeed\",\"OutputPath\":\"$['it\\\\'s']\"}", "{\"it's\":\"so\"}", "\"so\"")]
    public async Task Path_OfOneState_EndsAsTheFrames(string states, string input, string output)
        => Assert.Equal(new FastRun(output, "", ""), await FastRun.Of(states, input));

    [Theory]
    [InlineData("{\"n\":5}", "\"large\"")]
    [InlineData("{\"n\":1,\"s\":\"x\"}", "\"x\"")]
    [InlineData("{\"n\":1}", "\"small\"")]
    public async Task Choice_OfEachRule_GoesOn(string input, string output)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[
                {"Variable":"$.n","NumericGreaterThan":3,"Next":"Large"},
                {"And":[{"Variable":"$.s","IsPresent":true},{"Not":{"Variable":"$.s","StringEquals":"y"}}],"Next":"Text"}],"Default":"Small"},
            "Large":{"Type":"Pass","Result":"large","End":true},"Small":{"Type":"Pass","Result":"small","End":true},"Text":{"Type":"Succeed","InputPath":"$.s"}
            """;

        Assert.Equal(new FastRun(output, "", ""), await FastRun.Of(States, input));
    }

    [Fact]
    public async Task Task_ThatAnswersAtOnce_IsCalledFromThePath()
    {
        const string States = """
            "A":{«Task»,"Parameters":{"p.$":"$.n"},"ResultSelector":{"r.$":"$.p"},"ResultPath":"$.one","Next":"B"},
            "B":{«Task»,"InputPath":"$.one","ResultPath":"$.two","OutputPath":"$.two","End":true}
            """;

        Assert.Equal(new FastRun("{\"r\":7}", "A B", ""), await FastRun.Of(States, "{\"n\":7}"));
    }

    [Fact]
    public async Task Task_WithoutResult_GivesNull()
        => Assert.Equal(new FastRun("{\"r\":null}", "A", ""), await FastRun.Of("\"A\":{«Task»,\"ResultPath\":\"$.r\",\"End\":true}", "{}", (_, _) => default));

    [Theory]
    [InlineData("{\"k\":1,\"n\":2}", "{\"n\":2,\"e\":\"x\"}")]
    [InlineData("{\"k\":2,\"n\":2}", "{\"k\":2,\"n\":{\"n\":2},\"e\":\"x\"}")]
    [InlineData("{\"k\":3,\"n\":2}", "{\"m\":2,\"e\":\"x\"}")]
    public async Task Join_OfDifferentData_HasThatOfTheBranch(string input, string output)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.k","NumericEquals":1,"Next":"One"},{"Variable":"$.k","NumericEquals":2,"Next":"Two"}],"Default":"Three"},
            "One":{"Type":"Pass","Parameters":{"n.$":"$.n"},"Next":"Join"},
            "Two":{"Type":"Pass","Parameters":{"n.$":"$.n"},"ResultPath":"$.n","Next":"Join"},
            "Three":{"Type":"Pass","Parameters":{"m.$":"$.n"},"Next":"Join"},
            "Join":{"Type":"Pass","Result":"x","ResultPath":"$.e","End":true}
            """;

        Assert.Equal(new FastRun(output, "", ""), await FastRun.Of(States, input));
    }

    // A member whose name has a dot, and a member of a member, are told apart where ways meet.
    [Theory]
    [InlineData("{\"k\":1,\"n\":2}", "{\"x\":2,\"y\":{\"a.b\":2}}")]
    [InlineData("{\"k\":2,\"n\":2}", "{\"x\":3,\"y\":{\"a\":{\"b\":3}}}")]
    [InlineData("{\"k\":3,\"n\":2}", "{\"x\":5,\"y\":{\"a.b\":4,\"a\":{\"b\":5}}}")]
    [InlineData("{\"k\":4,\"n\":2}", "{\"x\":7,\"y\":{\"a.b\":6,\"a\":{\"b\":7}}}")]
    public async Task Join_OfNamesWithDots_KeepsThemApart(string input, string output)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.k","NumericEquals":1,"Next":"Dot"},{"Variable":"$.k","NumericEquals":2,"Next":"Inside"},{"Variable":"$.k","NumericEquals":3,"Next":"Both"}],"Default":"Others"},
            "Dot":{"Type":"Pass","Parameters":{"a.b.$":"$.n"},"Next":"Join"},
            "Inside":{"Type":"Pass","Parameters":{"a":{"b.$":"States.MathAdd($.n, 1)"}},"Next":"Join"},
            "Both":{"Type":"Pass","Parameters":{"a.b.$":"States.MathAdd($.n, 2)","a":{"b.$":"States.MathAdd($.n, 3)"}},"Next":"Meet"},
            "Others":{"Type":"Pass","Parameters":{"a.b.$":"States.MathAdd($.n, 4)","a":{"b.$":"States.MathAdd($.n, 5)"}},"Next":"Meet"},
            "Meet":{"Type":"Pass","Parameters":{"x.$":"$.a.b","y.$":"$"},"End":true},
            "Join":{"Type":"Choice","Choices":[{"Variable":"$.a.b","IsPresent":true,"Next":"Meet"}],"Default":"Flat"},
            "Flat":{"Type":"Pass","Parameters":{"x.$":"$['a.b']","y.$":"$"},"End":true}
            """;

        Assert.Equal(new FastRun(output, "", ""), await FastRun.Of(States, input));
    }

    [Theory]
    [InlineData("{\"i\":0,\"s\":1,\"max\":4}", "{\"i\":4,\"s\":16,\"max\":4}", "C C C C")]
    [InlineData("{\"i\":9,\"s\":1,\"max\":4,\"more\":true}", "{\"i\":9,\"s\":1,\"max\":4,\"more\":true}", "")]
    public async Task Loop_ThatCounts_GoesRoundAsOften(string input, string output, string calls)
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThanPath":"$.max","Next":"B"}],"Default":"End"},
            "B":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)","s.$":"States.MathAdd($.s, $.s)","max.$":"$.max"},"Next":"C"},
            "C":{«Task»,"Next":"A"},
            "End":{"Type":"Succeed"}
            """;

        Assert.Equal(new FastRun(output, calls, ""), await FastRun.Of(States, input));
    }

    // A state's name is a label of the path, which has one of its own.
    [Fact]
    public async Task State_NamedAsThePathsOwn_Runs()
        => Assert.Equal(new FastRun("1", "", ""), await FastRun.Of("\"A\":{\"Type\":\"Pass\",\"Next\":\"Leave\"},\"Leave\":{\"Type\":\"Pass\",\"Next\":\"leave\"},\"leave\":{\"Type\":\"Pass\",\"Next\":\"input\"},\"input\":{\"Type\":\"Succeed\"}", "1"));

    // What a state puts aside has parts that several later states read.
    [Fact]
    public async Task Parts_OfAResultThatWasPutAside_AreRead()
    {
        const string States = """
            "A":{"Type":"Pass","Parameters":{"v.$":"$.p"},"ResultPath":"$.o.p","OutputPath":"$.o","Next":"B"},
            "B":{"Type":"Choice","Choices":[{"Variable":"$.p.v.n","NumericGreaterThan":5,"Next":"C"},{"Variable":"$.p.v.n","NumericGreaterThan":1,"Next":"D"}],"Default":"C"},
            "C":{"Type":"Succeed"},"D":{"Type":"Succeed","OutputPath":"$.p.v"}
            """;

        Assert.Equal(new FastRun("{\"n\":2}", "", ""), await FastRun.Of(States, "{\"p\":{\"n\":2},\"o\":{}}"));
    }

    // From inside the loop the path is always left, so that no object of the loop's comes to its head.
    [Fact]
    public async Task Loop_ThatNeverComesRound_EndsAsTheFrames()
    {
        const string States = """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.i","IsPresent":true,"Next":"B"}],"Default":"End"},
            "B":{"Type":"Pass","Parameters":{"j.$":"$.i"},"Next":"C"},
            "C":{"Type":"Pass","Parameters":{"i.$":"$.missing"},"Next":"A"},
            "End":{"Type":"Succeed"}
            """;

        Assert.Equal("{\"k\":1}", (await FastRun.Of(States, "{\"k\":1}")).End);
        Assert.StartsWith("Failed States.", (await FastRun.Of(States, "{\"i\":1}")).End, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pass_ThatTakesOutWhatItPutIn_IsItsInput()
        => Assert.Equal(new FastRun("{\"n\":1}", "", ""), await FastRun.Of("\"A\":{\"Type\":\"Pass\",\"ResultPath\":\"$.o\",\"OutputPath\":\"$.o\",\"End\":true}", "{\"n\":1}"));
}
