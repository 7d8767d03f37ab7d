using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Parallel and Map states on a machine's fast path. A task behind them tells whether the path led through: it is called from the path then, else from frames.
/// </summary>
public sealed class FastFanTests
{
    private const string Then = ",\"Next\":\"Z\"},\"Z\":{«Task»,\"End\":true}";

    private static string Branch(string name, string fields) => $"{{\"StartAt\":\"{name}\",\"States\":{{\"{name}\":{{{fields}{(fields.Contains("Succeed", StringComparison.Ordinal) ? "" : ",\"End\":true")}}}}}}}";

    private static string Processor(string fields) => $"\"ItemProcessor\":{Branch("I", fields)}";

    private static async Task StaysAsync(string states, string input, string output)
        => Assert.Equal(new FastRun(output, "Z", ""), await FastRun.Of(states, input));

    private static async Task LeavesAsync(string states, string input, string end)
    {
        FastRun run = await FastRun.Of(states, input);
        Assert.StartsWith(end, run.End, StringComparison.Ordinal);
        Assert.Equal("", run.FastCalls);
    }

    // ---- Parallel

    [Fact]
    public async Task Parallel_OfPassStates_GivesAnArray()
        => await StaysAsync(
            $"\"A\":{{\"Type\":\"Parallel\",\"Branches\":[{Branch("P", "\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.n\"}")},{Branch("Q", "\"Type\":\"Succeed\"")},{Branch("R", "\"Type\":\"Pass\",\"Result\":7")}]{Then}",
            "{\"n\":1}", "[{\"x\":1},{\"n\":1},7]");

    [Theory]
    [InlineData("{\"n\":1}", "[{\"n\":1,\"k\":\"one\"},1]")]
    [InlineData("{\"n\":2}", "[{\"k\":\"two\"},2]")]
    [InlineData("{\"n\":3}", "[{\"k\":\"other\"},3]")]
    public async Task Parallel_WhoseBranchesHaveSeveralEnds_GivesThatOfTheWay(string input, string output)
    {
        const string Branching = """
            {"StartAt":"P","States":{
              "P":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"One"},{"Variable":"$.n","NumericEquals":2,"Next":"Two"}],"Default":"Other"},
              "One":{"Type":"Pass","Result":"one","ResultPath":"$.k","End":true},
              "Two":{"Type":"Pass","Result":{"k":"two"},"End":true},
              "Other":{"Type":"Pass","Parameters":{"k":"other"},"Next":"Last"},
              "Last":{"Type":"Succeed"}}}
            """;

        await StaysAsync($"\"A\":{{\"Type\":\"Parallel\",\"Branches\":[{Branching},{Branch("Q", "\"Type\":\"Pass\",\"OutputPath\":\"$.n\"")}]{Then}", input, output);
    }

    [Fact]
    public async Task Parallel_WithAllItsFields_HasThem()
        => await StaysAsync(
            $"\"A\":{{\"Type\":\"Parallel\",\"InputPath\":\"$.in\",\"Parameters\":{{\"p.$\":\"$.n\"}},\"Branches\":[{Branch("P", "\"Type\":\"Pass\"")},{Branch("Q", "\"Type\":\"Pass\",\"Result\":2")}],"
                + $"\"ResultSelector\":{{\"first.$\":\"$[0].p\",\"all.$\":\"$[*]\",\"second.$\":\"$[1]\"}},\"ResultPath\":\"$.out\",\"OutputPath\":\"$.out\"{Then}",
            "{\"in\":{\"n\":1}}", "{\"first\":1,\"all\":[{\"p\":1},2],\"second\":2}");

    [Fact]
    public async Task Parallel_InsideParallel_GivesArraysOfArrays()
    {
        string inner = Branch("P", $"\"Type\":\"Parallel\",\"Branches\":[{Branch("Q", "\"Type\":\"Pass\",\"Parameters\":{\"q.$\":\"$.n\"}")},{Branch("R", "\"Type\":\"Pass\"")}]");

        await StaysAsync($"\"A\":{{\"Type\":\"Parallel\",\"Branches\":[{inner}],\"ResultPath\":\"$.r\"{Then}", "{\"n\":1}", "{\"n\":1,\"r\":[[{\"q\":1},{\"n\":1}]]}");
    }

    [Fact]
    public async Task Parallel_WithVariables_SeesThoseAroundAndKeepsItsOwn()
    {
        string first = "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Assign\":{\"own.$\":\"$.n\"},\"Next\":\"P2\"},\"P2\":{\"Type\":\"Pass\",\"Parameters\":{\"own.$\":\"$own\",\"outer.$\":\"$outer\"},\"End\":true}}}";
        string second = "{\"StartAt\":\"Q\",\"States\":{\"Q\":{\"Type\":\"Pass\",\"Assign\":{\"own\":\"other\"},\"Next\":\"Q2\"},\"Q2\":{\"Type\":\"Pass\",\"Parameters\":{\"own.$\":\"$own\"},\"End\":true}}}";

        await StaysAsync(
            $"\"A\":{{\"Type\":\"Pass\",\"Assign\":{{\"outer.$\":\"$.n\"}},\"Next\":\"B\"}},\"B\":{{\"Type\":\"Parallel\",\"Branches\":[{first},{second}],\"Assign\":{{\"outer.$\":\"$[0].own\"}},\"Next\":\"C\"}},"
                + $"\"C\":{{\"Type\":\"Pass\",\"Parameters\":{{\"r.$\":\"$\",\"outer.$\":\"$outer\"}}{Then}",
            "{\"n\":5}", "{\"r\":[{\"own\":5,\"outer\":5},{\"own\":\"other\"}],\"outer\":5}");
    }

    [Fact]
    public async Task Parallel_WhoseBranchFails_FailsAsTheFrames()
        => await LeavesAsync(
            $"\"A\":{{\"Type\":\"Parallel\",\"Branches\":[{Branch("P", "\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.missing\"}")},{Branch("Q", "\"Type\":\"Pass\"")}]{Then}", "{\"n\":1}", "Failed States.Runtime");

    // Which branch's error counts is the frames' to say.
    [Fact]
    public async Task Parallel_WithFailStates_IsCaughtByTheFrames()
    {
        string Failing(string name, string error) => $"{{\"StartAt\":\"{name}\",\"States\":{{\"{name}\":{{\"Type\":\"Choice\",\"Choices\":[{{\"Variable\":\"$.n\",\"NumericEquals\":1,\"Next\":\"{name}F\"}}],\"Default\":\"{name}S\"}},\"{name}F\":{{\"Type\":\"Fail\",\"Error\":\"{error}\"}},\"{name}S\":{{\"Type\":\"Succeed\"}}}}}}";
        string states = $"\"A\":{{\"Type\":\"Pass\",\"Next\":\"B\"}},\"B\":{{\"Type\":\"Parallel\",\"Branches\":[{Failing("P", "One")},{Failing("Q", "Two")}],\"Catch\":[{{\"ErrorEquals\":[\"States.ALL\"],\"ResultPath\":\"$.e\",\"Next\":\"Z\"}}]{Then}";

        FastRun run = await FastRun.Of(states, "{\"n\":1}");

        Assert.Equal("", run.FastCalls);
        Assert.StartsWith("{\"n\":1,\"e\":{\"Error\":\"", run.End, StringComparison.Ordinal);
        await StaysAsync(states, "{\"n\":2}", "[{\"n\":2},{\"n\":2}]");
    }

    [Fact]
    public async Task Parallel_ThatIsRetried_EndsAsTheFrames()
    {
        const string Branches = "[{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericEquals\":1,\"Next\":\"F\"}],\"Default\":\"S\"},\"F\":{\"Type\":\"Fail\",\"Error\":\"One\"},\"S\":{\"Type\":\"Succeed\"}}}]";
        const string States = "\"A\":{\"Type\":\"Parallel\",\"Branches\":" + Branches + ",\"Retry\":[{\"ErrorEquals\":[\"One\"],\"MaxAttempts\":2}],\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"Z\"}]" + Then;

        Assert.Equal(new FastRun("{\"Error\":\"One\",\"Cause\":null}", "", "Z"), await FastRun.Of(States, "{\"n\":1}"));
        await StaysAsync(States, "{\"n\":2}", "[{\"n\":2}]");
    }

    // ---- Map

    // Of items of which only members are read no more is kept than those, whatever else they are.
    [Theory]
    [InlineData("{\"list\":[{\"n\":1,\"o\":{\"p\":[1]},\"x\":[]}]}", "[{\"n\":1,\"p\":[1]}]")]
    [InlineData("{\"list\":[{\"o\":{\"p\":{\"q\":[{}]}},\"n\":1},{\"n\":\"x\",\"o\":{\"p\":2,\"p\":3}}],\"y\":{\"z\":[null]}}", "[{\"n\":1,\"p\":{\"q\":[{}]}},{\"n\":\"x\",\"p\":3}]")]
    [InlineData(" { \"list\" : [ { \"\\u006e\" : 1 , \"o\" : { \"p\" : 1 } } ] } ", "[{\"n\":1,\"p\":1}]")]
    [InlineData("{\"list\":[{\"n\":9}],\"list\":[{\"n\":1,\"n\":2,\"o\":{\"p\":1}}]}", "[{\"n\":2,\"p\":1}]")]
    public async Task Map_OfPartsOfItems_ReadsThem(string input, string output)
        => await StaysAsync($"\"A\":{{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",{Processor("\"Type\":\"Pass\",\"Parameters\":{\"n.$\":\"$.n\",\"p.$\":\"$.o.p\"}")}{Then}", input, output);

    // What is read in parts is an object, so that a member can be set in it; here the item is then not needed.
    [Fact]
    public async Task Map_OfPartsOfItems_SetsMembers()
        => await StaysAsync(
            $"\"A\":{{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",\"ItemProcessor\":{{\"StartAt\":\"P\",\"States\":{{\"P\":{{\"Type\":\"Pass\",\"Result\":1,\"ResultPath\":\"$.k\",\"Next\":\"Q\"}},\"Q\":{{\"Type\":\"Pass\",\"Parameters\":{{\"k.$\":\"$.k\",\"n.$\":\"$.n\"}},\"End\":true}}}}}}{Then}",
            "{\"list\":[{\"n\":1},{\"n\":2,\"k\":0}]}", "[{\"k\":1,\"n\":1},{\"k\":1,\"n\":2}]");

    // The items are also needed whole, or go through two Maps, or have no names.
    [Theory]
    [InlineData("\"A\":{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",\"ItemProcessor\":{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Parameters\":{\"n.$\":\"$.n\"},\"End\":true}}},\"ResultPath\":\"$.r\",\"Next\":\"B\"},\"B\":{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",\"ItemProcessor\":{\"StartAt\":\"Q\",\"States\":{\"Q\":{\"Type\":\"Pass\",\"OutputPath\":\"$.m\",\"End\":true}}},\"ResultPath\":\"$.s\",\"Next\":\"Y\"},\"Y\":{\"Type\":\"Pass\",\"Parameters\":{\"r.$\":\"$.r\",\"s.$\":\"$.s\"},\"Next\":\"Z\"},\"Z\":{«Task»,\"End\":true}", "{\"list\":[{\"n\":1,\"m\":2}]}", "{\"r\":[{\"n\":1}],\"s\":[2]}")]
    [InlineData("\"A\":{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",\"ItemProcessor\":{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Parameters\":{\"n.$\":\"$.n\"},\"End\":true}}},\"ResultPath\":\"$.r\",\"Next\":\"Y\"},\"Y\":{\"Type\":\"Pass\",\"Parameters\":{\"r.$\":\"$.r\",\"first.$\":\"$.list[0]\"},\"Next\":\"Z\"},\"Z\":{«Task»,\"End\":true}", "{\"list\":[{\"n\":1,\"m\":2}]}", "{\"r\":[{\"n\":1}],\"first\":{\"n\":1,\"m\":2}}")]
    [InlineData("\"A\":{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",\"ItemProcessor\":{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Parameters\":{\"n.$\":\"$[1].n\"},\"End\":true}}},\"Next\":\"Z\"},\"Z\":{«Task»,\"End\":true}", "{\"list\":[[0,{\"n\":1}]]}", "[{\"n\":1}]")]
    [InlineData("\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"n.$\":\"$[1].n\"},\"Next\":\"Z\"},\"Z\":{«Task»,\"End\":true}", "[0,{\"n\":1}]", "{\"n\":1}")]
    [InlineData("\"A\":{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",\"ItemProcessor\":{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericEquals\":1,\"Next\":\"Q\"}],\"Default\":\"R\"},\"Q\":{\"Type\":\"Succeed\"},\"R\":{\"Type\":\"Pass\",\"Result\":7,\"End\":true}}},\"Next\":\"Z\"},\"Z\":{«Task»,\"End\":true}", "{\"list\":[{\"n\":1,\"m\":[]},{\"n\":2}]}", "[{\"n\":1,\"m\":[]},7]")]
    public async Task Map_OfItemsThatAreNeededWhole_HasThem(string states, string input, string output) => await StaysAsync(states, input, output);

    // Results that nobody looks into are only written.
    [Fact]
    public async Task Map_WhoseResultIsTheOutput_IsWritten()
        => Assert.Equal(
            new FastRun("[{\"n\":1},{\"n\":\"ö\"}]", "", ""),
            await FastRun.Of($"\"A\":{{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",{Processor("\"Type\":\"Pass\",\"Parameters\":{\"n.$\":\"$.n\"}")},\"ResultPath\":\"$.r\",\"OutputPath\":\"$.r\",\"End\":true}}", "{\"list\":[{\"n\":1},{\"n\":\"ö\"}]}"));

    [Theory]
    [InlineData("{\"list\":[]}", "[]")]
    [InlineData("{\"list\":[{\"n\":1},{\"n\":2}]}", "[{\"v\":1,\"m\":2},{\"v\":2,\"m\":3}]")]
    [InlineData("{\"list\":[{\"x\":1,\"n\":1.5e3}]}", "[{\"v\":1.5e3,\"m\":1501}]")]
    public async Task Map_OfObjects_GivesAnArray(string input, string output)
        => await StaysAsync($"\"A\":{{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",{Processor("\"Type\":\"Pass\",\"Parameters\":{\"v.$\":\"$.n\",\"m.$\":\"States.MathAdd($.n, 1)\"}")}{Then}", input, output);

    [Theory]
    [InlineData("[1,\"x\",null,true,[{}],{\"a\":{\"b\":[]}},\"gr\\u00f6\\u00dfe \\\"\",-0.0]", "[1,\"x\",null,true,[{}],{\"a\":{\"b\":[]}},\"gr\\u00f6\\u00dfe \\\"\",-0.0]")]
    [InlineData(" [ [ 1 , 2 ] , { } ] ", "[[1,2],{}]")]
    public async Task Map_OfTheWholeInput_KeepsEachItem(string input, string output)
        => await StaysAsync($"\"A\":{{\"Type\":\"Map\",{Processor("\"Type\":\"Succeed\"")}{Then}", input, output);

    // What later states find in the results is what they were made of.
    [Fact]
    public async Task Map_WhoseResultsAreRead_HasThem()
        => await StaysAsync(
            $"\"A\":{{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",{Processor("\"Type\":\"Pass\",\"Parameters\":{\"t.$\":\"States.Format('<{}>', $.s)\",\"o\":{\"deep\":[{\"s.$\":\"$.s\"}]},\"raw.$\":\"$\",\"sum.$\":\"States.MathAdd($.n, $.n)\"}")},"
                + "\"ResultSelector\":{\"t.$\":\"$[1].t\",\"deep.$\":\"$[0].o.deep[0].s\",\"sums.$\":\"$[*].sum\",\"raw.$\":\"$[1].raw.n\",\"more.$\":\"States.MathAdd($[0].sum, 1)\",\"all.$\":\"$\"}"
                + $"{Then}",
            "{\"list\":[{\"s\":\"a\\\"b\",\"n\":1},{\"s\":\"ö🙂\",\"n\":2.5}]}",
            "{\"t\":\"<ö🙂>\",\"deep\":\"a\\\"b\",\"sums\":[2,6],\"raw\":2.5,\"more\":3,\"all\":[{\"t\":\"<a\\\"b>\",\"o\":{\"deep\":[{\"s\":\"a\\\"b\"}]},\"raw\":{\"s\":\"a\\\"b\",\"n\":1},\"sum\":2},{\"t\":\"<ö🙂>\",\"o\":{\"deep\":[{\"s\":\"ö🙂\"}]},\"raw\":{\"s\":\"ö🙂\",\"n\":2.5},\"sum\":6}]}");

    [Fact]
    public async Task Map_WithAnItemSelector_SeesInputItemAndIndex()
        => await StaysAsync(
            $"\"A\":{{\"Type\":\"Map\",\"InputPath\":\"$.in\",\"ItemsPath\":\"$.list\",\"ItemSelector\":{{\"i.$\":\"$$.Map.Item.Index\",\"v.$\":\"$$.Map.Item.Value\",\"n.$\":\"$$.Map.Item.Value.n\",\"k.$\":\"$.k\",\"f.$\":\"States.Format('{{}}/{{}}', $$.Map.Item.Index, $.k)\"}},{Processor("\"Type\":\"Pass\"")},\"ResultPath\":\"$.out\",\"OutputPath\":\"$.out\"{Then}",
            "{\"in\":{\"k\":9,\"list\":[{\"n\":1},{\"n\":\"x\"}]}}", "[{\"i\":0,\"v\":{\"n\":1},\"n\":1,\"k\":9,\"f\":\"0/9\"},{\"i\":1,\"v\":{\"n\":\"x\"},\"n\":\"x\",\"k\":9,\"f\":\"1/9\"}]");

    [Fact]
    public async Task Map_WhoseItemsReadTheContext_SeeTheirOwnItem()
        => await StaysAsync(
            $"\"A\":{{\"Type\":\"Map\",\"ItemSelector\":{{\"s\":\"selected\"}},{Processor("\"Type\":\"Pass\",\"Parameters\":{\"i.$\":\"$$.Map.Item.Index\",\"v.$\":\"$$.Map.Item.Value.n\",\"s.$\":\"$.s\"}")}{Then}",
            "[{\"n\":1},{\"n\":2}]", "[{\"i\":0,\"v\":1,\"s\":\"selected\"},{\"i\":1,\"v\":2,\"s\":\"selected\"}]");

    // The inner Map's items are those of the outer one's item, and inside it the context has the inner item.
    [Fact]
    public async Task Map_InsideMap_HasItemsOfItems()
    {
        string inner = $"\"Type\":\"Map\",\"ItemsPath\":\"$$.Map.Item.Value.l\",\"ItemSelector\":{{\"i.$\":\"$$.Map.Item.Index\",\"v.$\":\"$$.Map.Item.Value\",\"k.$\":\"$.k\"}},\"ItemProcessor\":{Branch("J", "\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"States.Format('{}{}{}', $.i, $.v, $.k)\",\"w.$\":\"$$.Map.Item.Value\"}")},\"ResultPath\":\"$.r\"";

        await StaysAsync(
            $"\"A\":{{\"Type\":\"Map\",{Processor(inner)}{Then}", "[{\"k\":\"a\",\"l\":[1,2]},{\"k\":\"b\",\"l\":[]},{\"k\":\"c\",\"l\":[3]}]",
            "[{\"k\":\"a\",\"l\":[1,2],\"r\":[{\"x\":\"01a\",\"w\":1},{\"x\":\"12a\",\"w\":2}]},{\"k\":\"b\",\"l\":[],\"r\":[]},{\"k\":\"c\",\"l\":[3],\"r\":[{\"x\":\"03c\",\"w\":3}]}]");
    }

    [Fact]
    public async Task Map_OfItemsThatFork_GivesEachItsWay()
    {
        const string Items = """
            {"StartAt":"P","States":{
              "P":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":2,"Next":"Few"},{"Variable":"$.s","IsPresent":true,"Next":"Text"}],"Default":"Whole"},
              "Few":{"Type":"Pass","Result":"few","ResultPath":"$.k","Next":"Join"},
              "Text":{"Type":"Pass","Parameters":{"s.$":"$.s"},"Next":"Join"},
              "Join":{"Type":"Pass","Result":[1],"ResultPath":"$.j","End":true},
              "Whole":{"Type":"Succeed","OutputPath":"$.n"}}}
            """;

        await StaysAsync($"\"A\":{{\"Type\":\"Map\",\"ItemProcessor\":{Items}{Then}", "[{\"n\":1},{\"n\":2,\"s\":\"x\"},{\"n\":3}]", "[{\"n\":1,\"k\":\"few\",\"j\":[1]},{\"s\":\"x\",\"j\":[1]},3]");
    }

    // Variables of an item are without value again in the next one.
    [Fact]
    public async Task Map_WithVariables_ForgetsThemBetweenItems()
    {
        const string Items = """
            {"StartAt":"P","States":{
              "P":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"Set"}],"Default":"Read"},
              "Set":{"Type":"Pass","Assign":{"own.$":"$.n"},"Next":"Read"},
              "Read":{"Type":"Choice","Choices":[{"Variable":"$own","IsPresent":true,"Next":"Has"}],"Default":"Lacks"},
              "Has":{"Type":"Pass","Parameters":{"own.$":"$own","outer.$":"$outer"},"End":true},
              "Lacks":{"Type":"Pass","Result":"lacks","End":true}}}
            """;

        await StaysAsync(
            $"\"A\":{{\"Type\":\"Pass\",\"Assign\":{{\"outer\":\"o\"}},\"Next\":\"B\"}},\"B\":{{\"Type\":\"Map\",\"ItemProcessor\":{Items}{Then}", "[{\"n\":1},{\"n\":2},{\"n\":1}]",
            "[{\"own\":1,\"outer\":\"o\"},\"lacks\",{\"own\":1,\"outer\":\"o\"}]");
    }

    [Fact]
    public async Task Map_OfItemsThatLoop_GoesRoundInEach()
    {
        const string Items = """
            {"StartAt":"P","States":{
              "P":{"Type":"Pass","Parameters":{"i":0,"n.$":"$.n"},"Next":"Q"},
              "Q":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThanPath":"$.n","Next":"R"}],"Default":"S"},
              "R":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)","n.$":"$.n"},"Next":"Q"},
              "S":{"Type":"Succeed"}}}
            """;

        await StaysAsync($"\"A\":{{\"Type\":\"Map\",\"ItemProcessor\":{Items}{Then}", "[{\"n\":3},{\"n\":0}]", "[{\"i\":3,\"n\":3},{\"i\":0,\"n\":0}]");
    }

    [Fact]
    public async Task Map_InALoop_BeginsAnew()
    {
        const string States = """
            "A":{"Type":"Pass","Parameters":{"i":0,"list.$":"$.list"},"Next":"B"},
            "B":{"Type":"Choice","Choices":[{"Variable":"$.i","NumericLessThan":2,"Next":"C"}],"Default":"Z"},
            "C":{"Type":"Map","ItemsPath":"$.list","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 1)"},"End":true}}},"ResultPath":"$.list","Next":"D"},
            "D":{"Type":"Pass","Parameters":{"i.$":"States.MathAdd($.i, 1)","list.$":"$.list"},"Next":"B"},
            "Z":{«Task»,"End":true}
            """;

        await StaysAsync(States, "{\"list\":[{\"n\":1},{\"n\":5}]}", "{\"i\":2,\"list\":[{\"n\":3},{\"n\":7}]}");
    }

    [Fact]
    public async Task Map_BehindATask_KeepsWhatTheTaskWasGivenWhenThePathIsLeft()
    {
        const string States = """
            "A":{«Task»,"ResultPath":"$.a","Next":"B"},
            "B":{"Type":"Map","ItemsPath":"$.list","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 0)"},"End":true}}},"ResultPath":"$.list","Next":"Z"},
            "Z":{«Task»,"End":true}
            """;

        Assert.Equal("A Z", (await FastRun.Of(States, "{\"list\":[{\"n\":1}]}")).FastCalls);
        FastRun run = await FastRun.Of(States.Replace("\"End\":true}}},\"R", "\"End\":true}}},\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"ResultPath\":\"$.e\",\"Next\":\"Z\"}],\"R", StringComparison.Ordinal), "{\"list\":[{\"n\":1},{\"m\":1}]}");
        Assert.Equal(("A", "Z"), (run.FastCalls, run.FrameCalls));
        Assert.StartsWith("{\"list\":[{\"n\":1},{\"m\":1}],\"a\":{", run.End, StringComparison.Ordinal);
        Assert.Contains("\"e\":{\"Error\":\"States.", run.End, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"list\":{\"n\":1}}", "Failed States.Runtime")]
    [InlineData("{\"list\":7}", "Failed States.Runtime")]
    [InlineData("{}", "Failed States.Runtime")]
    [InlineData("{\"list\":[{\"n\":1},{\"x\":1}]}", "Failed States.IntrinsicFailure")]
    [InlineData("{\"list\":[{\"n\":1},7]}", "Failed States.IntrinsicFailure")]
    [InlineData("{\"list\":[{\"n\":\"x\"}]}", "Failed States.IntrinsicFailure")]
    public async Task Map_ThatFails_FailsAsTheFrames(string input, string end)
        => await LeavesAsync($"\"A\":{{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",{Processor("\"Type\":\"Pass\",\"Parameters\":{\"v.$\":\"States.MathAdd($.n, 1)\"}")}{Then}", input, end);

    [Fact]
    public async Task Map_WhoseSelectorFails_FailsAsTheFrames()
        => await LeavesAsync($"\"A\":{{\"Type\":\"Map\",\"ItemSelector\":{{\"v.$\":\"$$.Map.Item.Value.n\"}},{Processor("\"Type\":\"Pass\"")}{Then}", "[{\"n\":1},{\"m\":1}]", "Failed States.Runtime");

    // Of several items that fail the first in their order counts.
    [Fact]
    public async Task Map_WithAFailState_IsCaughtByTheFrames()
    {
        const string Items = "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.f\",\"IsPresent\":true,\"Next\":\"F\"}],\"Default\":\"S\"},\"F\":{\"Type\":\"Fail\",\"ErrorPath\":\"$.f\"},\"S\":{\"Type\":\"Succeed\"}}}";
        string states = $"\"A\":{{\"Type\":\"Map\",\"ItemProcessor\":{Items},\"Retry\":[{{\"ErrorEquals\":[\"R\"],\"MaxAttempts\":1}}],\"Catch\":[{{\"ErrorEquals\":[\"E\",\"R\"],\"Next\":\"Z\"}}]{Then}";

        Assert.Equal(new FastRun("{\"Error\":\"E\",\"Cause\":null}", "", "Z"), await FastRun.Of(states, "[{\"n\":1},{\"f\":\"E\"},{\"f\":\"G\"}]"));
        Assert.Equal(new FastRun("{\"Error\":\"R\",\"Cause\":null}", "", "Z"), await FastRun.Of(states, "[{\"f\":\"R\"}]"));
        await StaysAsync(states, "[{\"n\":1}]", "[{\"n\":1}]");
    }

    // L-042: results within 256 KiB each are too much together.
    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task Map_OfLargeResults_KeepsTheLimit(int items, bool fails)
    {
        string text = new('x', 80_000);
        FastRun run = await FastRun.Of(
            $"\"A\":{{\"Type\":\"Map\",\"ItemsPath\":\"$.list\",\"ItemSelector\":{{\"s.$\":\"$.s\"}},{Processor("\"Type\":\"Pass\",\"OutputPath\":\"$.s\"")}{Then}", $"{{\"s\":\"{text}\",\"list\":[{string.Join(',', Enumerable.Range(0, items))}]}}");

        Assert.StartsWith(fails ? "Failed States.DataLimitExceeded" : "[\"xxx", run.End, StringComparison.Ordinal);
    }

    // A loop goes on in frames, which can be stopped, after 10,000 rounds; a Standard execution ends with its 25,000th event.
    [Theory]
    [InlineData(4_000, "Z", "")]
    [InlineData(5_500, "", "Z")]
    [InlineData(9_000, "", "")]
    public async Task Map_OfManyItems_EndsAsTheFrames(int items, string fast, string frames)
    {
        FastRun run = await FastRun.Of($"\"A\":{{\"Type\":\"Map\",{Processor("\"Type\":\"Pass\"")}{Then}", $"[{string.Join(',', Enumerable.Repeat("1", items))}]");

        Assert.Equal((fast, frames), (run.FastCalls, run.FrameCalls));
        Assert.StartsWith(fast == frames ? "Failed States.Runtime" : "[1,1", run.End, StringComparison.Ordinal);
    }

    // What waits inside, or reads more of the context, is left to the frames.
    [Theory]
    [InlineData("\"Type\":\"Wait\",\"Seconds\":1")]
    [InlineData("«Task»")]
    [InlineData("\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$$.Execution.Name\"}")]
    public async Task Map_OfItemsWithAnEffect_IsLeftToTheFrames(string state)
    {
        FastRun run = await FastRun.Of($"\"A\":{{\"Type\":\"Choice\",\"Choices\":[{{\"Variable\":\"$.n\",\"IsPresent\":true,\"Next\":\"S\"}}],\"Default\":\"M\"}},\"S\":{{\"Type\":\"Succeed\"}},\"M\":{{\"Type\":\"Map\",{Processor(state)}{Then}", "[1]");

        Assert.Equal("", run.FastCalls);
        Assert.EndsWith("Z", run.FrameCalls, StringComparison.Ordinal);
    }
}
