using System.Globalization;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>JSONata on a fast path: what expressions read is handed to them in parts, and variables are not built. FEATURES L-050..L-078.</summary>
public sealed class FastQueryTests
{
    private const string Order = "{\"order\":{\"id\":\"o-1\",\"total\":12.5,\"customer\":{\"id\":\"c-7\",\"tier\":\"gold\"},\"items\":[{\"n\":2,\"s\":\"a\"},{\"n\":3,\"s\":\"b\"}]},\"k\":1}";

    // Only the boolean itself is equal to it.
    [Theory]
    [InlineData("true", "true", "false")]
    [InlineData("false", "false", "true")]
    [InlineData("[true]", "false", "false")]
    [InlineData("\"true\"", "false", "false")]
    [InlineData("1", "false", "false")]
    [InlineData("null", "false", "false")]
    public async Task Comparison_WithABoolean_HoldsForItAlone(string value, string isTrue, string isFalse)
        => Assert.Equal(new FastRun($"{{\"t\":{isTrue},\"f\":{isFalse},\"n\":false}}", "", ""), await FastRun.Of(
            "\"A\":{\"Type\":\"Pass\",\"Output\":{\"t\":\"{% $states.input.v = true %}\",\"f\":\"{% $states.input.v = false %}\",\"n\":\"{% $states.input.none = false %}\"},\"End\":true}",
            $"{{\"v\":{value}}}", isJsonata: true));

    [Theory]
    [InlineData("$states.input.order.customer.tier", "\"gold\"")]
    [InlineData("$states.input.order.items", "[{\"n\":2,\"s\":\"a\"},{\"n\":3,\"s\":\"b\"}]")]
    // Through an array, and what is there once only.
    [InlineData("$states.input.order.items.s", "[\"a\",\"b\"]")]
    [InlineData("$states.input.order.items[n > 2].s", "\"b\"")]
    [InlineData("$states.input.order.items[0].n", "2")]
    [InlineData("$states.input.order.items[-1]", "{\"n\":3,\"s\":\"b\"}")]
    [InlineData("$states.input.order.items.n[]", "[2,3]")]
    [InlineData("$states.input.order.customer.tier[]", "[\"gold\"]")]
    [InlineData("$sum($states.input.order.items.n) + $states.input.order.total", "17.5")]
    [InlineData("$states.input.order.items^(>n).s", "[\"b\",\"a\"]")]
    [InlineData("$states.input.order.items{s: n}", "{\"a\":2,\"b\":3}")]
    [InlineData("$states.input.order.items@$i.{'s': $i.s}", "[{\"s\":\"a\"},{\"s\":\"b\"}]")]
    [InlineData("$map($states.input.order.items, function($i, $k) { $i.n * $k })", "[0,3]")]
    [InlineData("($order := $states.input.order; $order.id & $states.input.order.id)", "\"o-1o-1\"")]
    [InlineData("$states.input.order.customer ~> |$|{'tier': $states.input.k}|", "{\"id\":\"c-7\",\"tier\":1}")]
    [InlineData("$exists($states.input.order.none) or $states.input.order.total > 12", "true")]
    public async Task Query_OfTheInput_GivesOnThePathWhatTheFramesGive(string expression, string output)
        => Assert.Equal(new FastRun(output, "", ""), await Run($"\"A\":{{\"Type\":\"Pass\",\"Output\":\"{{% {expression} %}}\",\"End\":true}}", Order));

    // The same where what a path goes through is an array, in the input and in a variable.
    [Theory]
    [InlineData("[{\"order\":{\"id\":1,\"items\":[{\"n\":1}]}},{\"order\":[{\"id\":2},{\"id\":3,\"items\":{\"n\":[4,5]}}]}]")]
    [InlineData("{\"order\":[{\"id\":1,\"items\":[{\"n\":1},{\"n\":2}]},{\"id\":2}]}")]
    [InlineData("{\"order\":[[{\"id\":[[1]]}]]}")]
    [InlineData("{\"order\":{\"id\":[],\"items\":[]}}")]
    [InlineData("{\"order\":{\"id\":null,\"items\":[[{\"n\":1}],[]]}}")]
    [InlineData("{\"order\":7}")]
    public async Task Query_ThroughArrays_FindsWhatTheFramesFind(string input)
        => Assert.NotEmpty((await Run("""
            "A":{"Type":"Pass","Assign":{"order":"{% $states.input.order %}","all":"{% $states.input %}"},"Output":{"a":"{% $exists($states.input.order.items.n) ? $states.input.order.items.n : 'none' %}"},"Next":"B"},
            "B":{"Type":"Pass","Output":{"a":"{% $states.input.a %}","id":"{% [$order.id] %}","n":"{% $count($order.items.n) %}","s":"{% $string($all.order.id) %}"},"Next":"C"},
            "C":{"Type":"Pass","Output":"{% {'id': $states.input.id, 'a': $states.input.a, 'k': $order.id} %}","End":true}
            """, input)).End);

    // Parts of an object that an expression made: arrays of one, sequences, what is in arrays, and a name that isn't there.
    [Fact]
    public async Task Parts_OfWhatWasMade_AreWhatTheFramesRead()
        => Assert.Equal(new FastRun("{\"one\":[7],\"kept\":[2,3],\"found\":[2,3],\"deep\":[[1,2]],\"each\":[5,[6]],\"text\":\"a\",\"yes\":true,\"none\":\"none\"}", "", ""), await Run("""
            "A":{"Type":"Pass","Output":{"v":"{% {'one': [7], 'kept': $states.input.order.items.n[], 'found': $states.input.order.items.n, 'deep': {'a': [[1, 2]]}, 'each': [{'b': 5}, {'b': [[6]]}], 'text': 'a', 'yes': true} %}"},"Next":"B"},
            "B":{"Type":"Pass","Output":{"one":"{% $states.input.v.one %}","kept":"{% $states.input.v.kept %}","found":"{% $states.input.v.found %}","deep":"{% $states.input.v.deep.a %}","each":"{% $states.input.v.each.b %}",
              "text":"{% $states.input.v.text %}","yes":"{% $states.input.v.yes %}","none":"{% $exists($states.input.v.none) ? 1 : 'none' %}"},"End":true}
            """, Order));

    [Theory]
    [InlineData("$states.input.order.total * 2", "25")]
    [InlineData("-$states.input.k", "-1")]
    [InlineData("$sum($states.input.order.items.(n * 2))", "10")]
    [InlineData("$states.input.order.none + 1", "Failed States.QueryEvaluationError")]
    [InlineData("$sum($states.input.order.none)", "Failed States.QueryEvaluationError")]
    [InlineData("$states.input.order.total * 1e308", "Failed States.QueryEvaluationError")]
    public async Task Number_ThatIsCounted_IsWhatTheFramesCount(string expression, string end)
        => Assert.StartsWith(end, (await Run($$$"""
            "A":{"Type":"Pass","Output":{"n":"{% {{{expression}}} %}"},"Next":"B"},
            "B":{"Type":"Pass","Output":"{% $states.input.n %}","End":true}
            """, Order)).End, StringComparison.Ordinal);

    [Fact]
    public async Task Variables_ThatAreKnown_AreReadByTheirParts()
        => Assert.Equal(new FastRun("{\"id\":\"o-1\",\"sum\":14.5,\"meta\":{\"by\":\"c-7\",\"twice\":25},\"r\":{\"r\":\"o-1\"}}", "B", ""), await Run("""
            "A":{"Type":"Pass","Assign":{"order":"{% $states.input.order %}","meta":{"by":"{% $states.input.order.customer.id %}","twice":"{% $states.input.order.total * 2 %}"}},"Next":"B"},
            "B":{«Task»,"Arguments":{"r":"{% $order.id %}"},"Assign":{"answer":"{% $states.result %}"},"Output":"{% $states.input %}","Next":"C"},
            "C":{"Type":"Pass","Output":{"id":"{% $order.id %}","sum":"{% $meta.twice - $states.input.k - 9.5 %}","meta":"{% $meta %}","r":"{% $answer %}"},"End":true}
            """, Order));

    [Theory]
    [InlineData("{\"k\":1}", "{\"v\":\"one\",\"w\":1}")]
    [InlineData("{\"k\":2}", "{\"v\":{\"n\":2},\"w\":1}")]
    [InlineData("{\"k\":3}", "Failed States.QueryEvaluationError")]
    public async Task Variables_WhereWaysMeet_HaveTheWaysValue(string input, string end)
        => Assert.StartsWith(end, (await Run("""
            "A":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.k = 1 %}","Assign":{"v":"one","w":1},"Next":"Join"},{"Condition":"{% $states.input.k = 2 %}","Assign":{"w":1},"Next":"Two"}],"Default":"Join"},
            "Two":{"Type":"Pass","Assign":{"v":{"n":"{% $states.input.k %}"}},"Next":"Join"},
            "Join":{"Type":"Pass","Output":{"v":"{% $v %}","w":"{% $w %}"},"End":true}
            """, input)).End, StringComparison.Ordinal);

    // What a variable was at the last task goes to the frames, not what it became since.
    [Fact]
    public async Task Variables_SetAfterTheLastTask_AreSetAgainByTheFrames()
        => Assert.Equal(new FastRun("{\"v\":3,\"w\":{\"v\":2,\"r\":9}}", "B", "D"), await Run("""
            "A":{"Type":"Pass","Assign":{"v":"{% $states.input.k %}"},"Next":"B"},
            "B":{«Task»,"Arguments":{"r":9},"Assign":{"v":"{% $v + 1 %}"},"Next":"C"},
            "C":{"Type":"Pass","Assign":{"v":"{% $v + 1 %}","w":{"v":"{% $v %}","r":"{% $states.input.r %}"}},"Next":"K"},
            "K":{"Type":"Choice","Choices":[{"Condition":"{% $v = 7 %}","Next":"S"}],"Default":"W"},
            "S":{"Type":"Succeed"},
            "W":{"Type":"Wait","Seconds":1,"Next":"D"},
            "D":{«Task»,"Arguments":{"v":"{% $v %}","w":"{% $w %}"},"End":true}
            """, "{\"k\":1}"));

    [Fact]
    public async Task Variables_InALoop_HaveTheRoundsValues()
        => Assert.Equal(new FastRun("{\"i\":3,\"all\":\"012\"}", "C C C", ""), await Run("""
            "A":{"Type":"Pass","Assign":{"i":0,"all":""},"Next":"B"},
            "B":{"Type":"Choice","Choices":[{"Condition":"{% $i < 3 %}","Next":"C"}],"Default":"D"},
            "C":{«Task»,"Arguments":{"i":"{% $i %}"},"Assign":{"i":"{% $i + 1 %}","all":"{% $all & $states.result.i %}"},"Next":"B"},
            "D":{"Type":"Pass","Output":{"i":"{% $i %}","all":"{% $all %}"},"End":true}
            """, "{}"));

    // JSONPath reads variables that JSONata set, and the other way round.
    [Fact]
    public async Task Variables_InBothLanguages_AreTheSame()
        => Assert.Equal(new FastRun("{\"a\":\"gold\",\"b\":[\"a\",\"b\"],\"c\":2}", "", ""), await FastRun.Of("""
            "A":{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"c":{"tier":"{% $states.input.order.customer.tier %}","all":"{% $states.input.order.items.s %}"}},"Next":"B"},
            "B":{"Type":"Pass","Assign":{"n.$":"$.k"},"Parameters":{"tier.$":"$c.tier","all.$":"$c.all","k.$":"$.k"},"Next":"C"},
            "C":{"Type":"Pass","QueryLanguage":"JSONata","Output":{"a":"{% $c.tier %}","b":"{% $states.input.all %}","c":"{% $n + $states.input.k %}"},"End":true}
            """, Order));

    [Theory]
    [InlineData("$states.input.order.none", "returned nothing (undefined)")]
    [InlineData("$states.input.order.id + 1", "T2001")]
    [InlineData("$none.x", "returned nothing (undefined)")]
    public async Task Query_ThatFails_FailsAsTheFrames(string expression, string cause)
    {
        FastRun run = await Run($"\"A\":{{«Task»,\"Arguments\":{{\"a\":1}},\"Output\":\"{{% $states.input %}}\",\"Next\":\"B\"}},\"B\":{{\"Type\":\"Pass\",\"Assign\":{{\"none\":{{}}}},\"Next\":\"C\"}},\"C\":{{\"Type\":\"Pass\",\"Output\":\"{{% {expression} %}}\",\"End\":true}}", Order);

        Assert.StartsWith("Failed States.QueryEvaluationError", run.End, StringComparison.Ordinal);
        Assert.Contains(cause, run.End, StringComparison.Ordinal);
        Assert.Equal(("A", ""), (run.FastCalls, run.FrameCalls));
    }

    [Theory]
    [InlineData("$exists($states.input.order.id) and $not($states.input.order.total <= 0)", "\"yes\"")]
    [InlineData("$states.input.order.id = 'o-2' or $states.input.k in [2, 3]", "\"no\"")]
    [InlineData("$states.input.order.none = 1", "\"no\"")]
    [InlineData("$states.input.order.total > 12", "\"yes\"")]
    [InlineData("$states.input.order.total > 100 ? true : $boolean($states.input.order.items)", "\"yes\"")]
    [InlineData("$not($states.input.order.none < 1)", "Failed States.QueryEvaluationError")]
    [InlineData("$states.input.order.none > 12", "Failed States.QueryEvaluationError")]
    [InlineData("$states.input.order.id > 12", "Failed States.QueryEvaluationError")]
    [InlineData("$states.input.order.items.n > 1", "Failed States.QueryEvaluationError")]
    [InlineData("$states.input.order.total", "Failed States.QueryEvaluationError")]
    [InlineData("$states.input.order.id & 'x'", "Failed States.QueryEvaluationError")]
    [InlineData("function($x) { $states.input.order.id = $x }", "Failed States.QueryEvaluationError")]
    public async Task Condition_OfEachKind_DecidesAsInFrames(string condition, string end)
        => Assert.StartsWith(end, (await Run($$"""
            "A":{"Type":"Choice","Choices":[{"Condition":"{% {{condition}} %}","Output":"yes","Next":"S"}],"Default":"N"},
            "N":{"Type":"Pass","Output":"no","Next":"S"},
            "S":{"Type":"Succeed"}
            """, Order)).End, StringComparison.Ordinal);

    // It holds where the comparison is made and is false: not where an operand is missing.
    [Theory]
    [InlineData("$states.input.order.total < 12.5", "\"yes\"")]
    [InlineData("$states.input.order.total <= 12.5", "\"no\"")]
    [InlineData("$states.input.order.total > 12.5", "\"yes\"")]
    [InlineData("$states.input.order.total >= 12.5", "\"no\"")]
    [InlineData("13 < $states.input.order.total", "\"yes\"")]
    [InlineData("12 < $states.input.order.total", "\"no\"")]
    [InlineData("$states.input.order.total + 1 > 20", "\"yes\"")]
    [InlineData("$states.input.order.total < $states.input.k", "\"yes\"")]
    [InlineData("$states.input.k < $states.input.order.total", "\"no\"")]
    [InlineData("$states.input.order.id < 'a'", "\"yes\"")]
    [InlineData("$states.input.order.none < 1", "\"no\"")]
    [InlineData("1 >= $states.input.order.none", "\"no\"")]
    [InlineData("$states.input.order.none + 1 > 20", "\"no\"")]
    [InlineData("$states.input.order.none > $states.input.k", "\"no\"")]
    [InlineData("$states.input.order.id <= 1", "operator \"<=\"")]
    [InlineData("1 > $states.input.order.items", "operator \">\"")]
    public async Task Not_OfAComparison_IsItsOpposite(string comparison, string end)
        => Assert.Contains(end, (await Run($$"""
            "A":{"Type":"Choice","Choices":[{"Condition":"{% $exists($states.input.k) and $not({{comparison}}) %}","Output":"yes","Next":"S"}],"Default":"N"},
            "N":{"Type":"Pass","Output":"no","Next":"S"},
            "S":{"Type":"Succeed"}
            """, Order)).End, StringComparison.Ordinal);

    // A name that is bound in one operand says nothing of what another reads.
    [Fact]
    public async Task Text_BesideABoundName_ReadsItsParts()
        => Assert.Equal(new FastRun("\"a:b (true) ()\"", "", ""), await Run("""
            "A":{"Type":"Pass","Output":{"f":"{% $states.input.k = 1 %}"},"Next":"B"},
            "B":{"Type":"Pass","Output":"{% 'a:' & [{'s': 'b'}]@$e.{'t': $e.s}.t & ($states.input.f ? ' (' & $states.input.f & ')' : '') & ($states.input.f ? ' (' & $states.input.n & ')' : '') %}","End":true}
            """, Order));

    // A short constant is small, a long one is asked for its size.
    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    [InlineData(3000)]
    public async Task Variable_ThatIsAConstant_IsWhatWasWritten(int length)
    {
        string text = new('x', length);

        FastRun run = await Run($$"""
            "A":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.k = 1 %}","Assign":{"v":"{{text}}"},"Next":"B"}],"Assign":{"v":"{% null %}"},"Default":"B"},
            "B":{"Type":"Pass","Output":"{% $length($v) %}","End":true}
            """, Order);

        Assert.Equal(new FastRun(length.ToString(CultureInfo.InvariantCulture), "", ""), run);
    }

    // A part of the input that is known to be one only when variables are.
    [Fact]
    public async Task Variable_ThatIsAPartOfAPart_IsThatPart()
        => Assert.Equal(new FastRun("{\"n\":1,\"s\":{},\"f\":true,\"o\":{\"t\":2}}", "B", ""), await Run("""
            "D":{"Type":"Pass","Assign":{"order":{}},"End":true},
            "B":{«Task»,"Assign":{"v":"{% $states.input.o.list %}"},"Output":{"n":"{% $round($average($states.input.o.list.n), 1) %}","s":"{% $order.s ?: 0 %}","list":"{% $states.input.o.list^(n) %}","p":"{% $order.p %}"},"Next":"C"},
            "C":{"Type":"Pass","Output":{"n":"{% $states.input.n %}","s":"{% $v{'k': s} ?? 'none' %}","f":"{% $boolean($v) %}","o":{"t":"{% $states.input.p.s %}"}},"Next":"D"},
            "A":{"Type":"Pass","Assign":{"order":"{% $states.input.o %}"},"Output":{"n":"{% $states.input.n %}","o":"{% $states.input.o %}","p":"{% $states.input.p %}"},"Next":"B"}
            """, "{\"n\":5,\"o\":{\"list\":[{\"n\":1}],\"s\":1,\"p\":{\"s\":2}},\"p\":1}"));

    // Names that read like two, or like words of C#, are their own.
    [Fact]
    public async Task Query_OfOddNames_ReadsThem()
        => Assert.Equal(new FastRun("[1,2,3,4]", "", ""), await Run(
            "\"A\":{\"Type\":\"Pass\",\"Output\":\"{% [$states.input.a.b, $states.input.`a.b`, $states.input.evaluation.`for`, $states.input.``] %}\",\"End\":true}",
            "{\"a\":{\"b\":1},\"a.b\":2,\"evaluation\":{\"for\":3},\"\":4}"));

    private static Task<FastRun> Run(string states, string input) => FastRun.Of(states, input, isJsonata: true);
}
