using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>Variables of JSONPath states: what sets them, what reads them, where they live. FEATURES L-070 to L-081.</summary>
public sealed class VariableTests
{
    /// <summary>L-071, L-080: a plain key is a literal at any depth; a key ending in <c>.$</c> is evaluated.</summary>
    [Fact]
    public async Task Assign_OnAPass_SetsLiteralsAndPathsAndShowsThem()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"text":"$.x","number.$":"$.n","inner":{"list.$":"States.Array($.n, 2)","plain":["$.n"]}},"Next":"B"},
              "B":{"Type":"Pass","Parameters":{"all.$":"States.Array($text, $number, $inner.list[1], $inner.plain)"},"End":true}}}
            """, """{"n":1}""");

        Assert.Equal("""{"all":["$.x",1,2,["$.n"]]}""", ran.Outcome);
        Assert.Equal(["""A {"text":"\"$.x\"","number":"1","inner":"{\"list\":[1,2],\"plain\":[\"$.n\"]}"}"""], ran.Assigned);
    }

    /// <summary>L-073: every value is made from the variables as they were, and OutputPath sees them so too.</summary>
    [Fact]
    public async Task Assign_OfSeveralVariables_UsesTheValuesFromBefore()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":1,"y":2},"Next":"B"},
              "B":{"Type":"Pass","Assign":{"x.$":"$y","y.$":"$x"},"OutputPath":"$x","Next":"C"},
              "C":{"Type":"Pass","Parameters":{"old.$":"$","x.$":"$x","y.$":"$y"},"End":true}}}
            """);

        Assert.Equal("""{"old":1,"x":2,"y":1}""", ran.Outcome);
    }

    /// <summary>L-075: in a Task the raw result, in the others what the state works on.</summary>
    [Theory]
    [InlineData("""{«Task»,"ResultSelector":{"sum.$":"$.n"},"ResultPath":"$.r","Assign":{"seen.$":"$"},"Next":"Z"}""", """{"n":7}""")]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"I","States":{"I":{"Type":"Pass","Result":5,"End":true}}}],"ResultPath":null,"Assign":{"seen.$":"$"},"Next":"Z"}""", "[5]")]
    [InlineData("""{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"OutputPath":"$[0]","Assign":{"seen.$":"$"},"Next":"Z"}""", "[1,2]")]
    [InlineData("""{"Type":"Pass","InputPath":"$.items","Assign":{"seen.$":"$"},"Next":"Z"}""", "[1,2]")]
    [InlineData("""{"Type":"Pass","Parameters":{"p":1},"ResultPath":"$.r","Assign":{"seen.$":"$"},"Next":"Z"}""", """{"p":1}""")]
    [InlineData("""{"Type":"Pass","Result":{"r":1},"ResultPath":null,"Assign":{"seen.$":"$"},"Next":"Z"}""", """{"r":1}""")]
    [InlineData("""{"Type":"Wait","Seconds":3,"InputPath":"$.items","Assign":{"seen.$":"$"},"Next":"Z"}""", "[1,2]")]
    [InlineData("""{"Type":"Choice","InputPath":"$.items","Choices":[{"Variable":"$[0]","NumericEquals":1,"Assign":{"seen.$":"$"},"Next":"Z"}]}""", "[1,2]")]
    [InlineData("""{"Type":"Choice","InputPath":"$.items","Choices":[{"Variable":"$[0]","NumericEquals":9,"Assign":{"seen":0},"Next":"Z"}],"Assign":{"seen.$":"$"},"Default":"Z"}""", "[1,2]")]
    public async Task Assign_OnEachTypeOfState_SeesItsResult(string state, string expected)
    {
        Ran ran = await Ran.Of(
            """{"StartAt":"A","States":{"A":""" + state + ""","Z":{"Type":"Pass","InputPath":"$seen","End":true}}}""",
            """{"items":[1,2]}""", (_, _) => JsonValue.Parse("""{"n":7}"""));

        Assert.Equal(expected, ran.Outcome);
    }

    /// <summary>L-074: a rule's own Assign replaces the state's.</summary>
    [Theory]
    [InlineData(1, "rule")]
    [InlineData(2, "default")]
    public async Task Assign_OnAChoice_IsTheRulesOrTheDefaults(int number, string expected)
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":1,"Assign":{"by":"rule"},"Next":"Z"}],"Assign":{"by":"default"},"Default":"Z"},
              "Z":{"Type":"Pass","InputPath":"$by","End":true}}}
            """, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal($"\"{expected}\"", ran.Outcome);
    }

    /// <summary>L-074: what a failed attempt would have assigned is not; the catcher's Assign sees the error.</summary>
    [Fact]
    public async Task Assign_OfACatcher_ReplacesTheStates()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{«Task»,"Assign":{"done":true},"Catch":[{"ErrorEquals":["Oops"],"Assign":{"what.$":"$.Error"},"ResultPath":"$.error","Next":"Z"}],"End":true},
              "Z":{"Type":"Choice","Choices":[{"Variable":"$done","IsPresent":true,"Next":"Bad"}],"Default":"Good"},
              "Bad":{"Type":"Fail"},
              "Good":{"Type":"Pass","Parameters":{"what.$":"$what","data.$":"$"},"End":true}}}
            """, """{"in":1}""", (_, _) => JsonValue.Failure(new Compiled.Values.Fault("Oops", "why")));

        Assert.Equal("""{"what":"Oops","data":{"in":1,"error":{"Error":"Oops","Cause":"why"}}}""", ran.Outcome);
        Assert.Equal(["""A {"what":"\"Oops\""}"""], ran.Assigned);
    }

    /// <summary>L-073: an Assign that fails assigns nothing, not even what comes before the failure.</summary>
    [Fact]
    public async Task Assign_ThatFails_LeavesVariablesAsTheyWere()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"x":"old"},"Next":"B"},
              "B":{«Task»,"Assign":{"x":"new","y.$":"States.StringToJson('{')"},"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":null,"Next":"Z"}],"End":true},
              "Z":{"Type":"Pass","InputPath":"$x","End":true}}}
            """);

        Assert.Equal("\"old\"", ran.Outcome);
    }

    /// <summary>L-077: the flows of a Parallel and the items of a Map read what is around them and keep what they assign to themselves.</summary>
    [Fact]
    public async Task Scope_OfBranchesAndItems_IsTheirOwnAndSeesTheOuter()
    {
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"base":10},"Next":"P"},
              "P":{"Type":"Parallel","Next":"M","ResultPath":"$.branches","Branches":[
                {"StartAt":"B1","States":{"B1":{"Type":"Pass","Assign":{"v.$":"States.MathAdd($base, 1)"},"Next":"B2"},"B2":{"Type":"Pass","InputPath":"$v","End":true}}},
                {"StartAt":"C1","States":{"C1":{"Type":"Pass","Assign":{"v.$":"States.MathAdd($base, 2)"},"Next":"C2"},"C2":{"Type":"Pass","InputPath":"$v","End":true}}}]},
              "M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":1,"ResultPath":"$.items","Next":"Z","ItemSelector":{"base.$":"$base","item.$":"$$.Map.Item.Value"},
                "ItemProcessor":{"StartAt":"I","States":{
                  "I":{"Type":"Choice","Choices":[{"Variable":"$seen","IsPresent":true,"Next":"Leaked"},{"Variable":"$.item","NumericEquals":1,"Assign":{"seen":true},"Next":"N"}],"Default":"N"},
                  "Leaked":{"Type":"Fail","Error":"Leaked"},
                  "N":{"Type":"Map","ItemsPath":"$.list","ItemProcessor":{"StartAt":"J","States":{"J":{"Type":"Pass","Parameters":{"deep.$":"$base"},"End":true}}},"InputPath":"$$.Execution.Input","End":true}}}},
              "Z":{"Type":"Pass","End":true}}}
            """, """{"items":[1,2],"list":[0]}""");

        Assert.Equal("""{"items":[[{"deep":10}],[{"deep":10}]],"list":[0],"branches":[11,12]}""", ran.Outcome);
    }

    /// <summary>L-076: every field that takes a path takes a variable.</summary>
    [Fact]
    public async Task Reference_InEveryPathField_ReadsTheVariable()
    {
        List<string> calls = [];
        Ran ran = await Ran.Of("""
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"v":{"n":2,"at":"2024-06-01T12:00:09Z","items":[{"k":1},{"k":2}],"text":"t"}},"Next":"S"},
              "S":{"Type":"Wait","SecondsPath":"$v.n","Next":"U"},
              "U":{"Type":"Wait","TimestampPath":"$v.at","Next":"C"},
              "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$v.n","NumericEqualsPath":"$v.items[1].k"},{"Variable":"$v.none","IsPresent":false}],"Next":"M"}]},
              "M":{"Type":"Map","ItemsPath":"$v.items[?(@.k == $v.n)]","MaxConcurrencyPath":"$v.n","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","InputPath":"$v.text","End":true}}},"ResultPath":"$.m","Next":"T"},
              "T":{«Task»,"TimeoutSecondsPath":"$v.n","Parameters":{"x.$":"$v.items[*].k"},"ResultSelector":{"r.$":"$v.text"},"ResultPath":"$.t","Next":"F"},
              "F":{"Type":"Fail","ErrorPath":"$v.text","CausePath":"States.JsonToString($)"}}}
            """, "{}", (_, arguments) =>
            {
                calls.Add(arguments.ToString());
                return arguments;
            });

        Assert.Equal("""t: {"m":["t"],"t":{"r":"t"}}""", ran.Outcome);
        Assert.All(calls, arguments => Assert.Equal("""{"x":[1,2]}""", arguments));
    }

    /// <summary>L-081: a variable without a value fails the state, with the words for a path that leads nowhere.</summary>
    [Theory]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"$none"},"End":true}""", "The JSONPath '$none' specified for the field 'a.$' could not be found in the input '{\"in\":1}'")]
    [InlineData("""{"Type":"Pass","Parameters":{"a.$":"$none[*]"},"End":true}""", "The JSONPath '$none[*]' specified for the field 'a.$' could not be found in the input '{\"in\":1}'")]
    [InlineData("""{"Type":"Pass","Assign":{"a.$":"$none.b"},"End":true}""", "The JSONPath '$none.b' specified for the field 'a.$' could not be found in the input '{\"in\":1}'")]
    [InlineData("""{"Type":"Pass","InputPath":"$none","End":true}""", "Invalid path '$none' : No results for path: $")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$none","IsNull":true,"Next":"A"}],"Default":"Z"},"Z":{"Type":"Succeed"}""", "Invalid path '$none': The choice state's condition path references an invalid value.")]
    public async Task Reference_ToNothing_FailsWithStatesRuntime(string state, string cause)
    {
        Ran ran = await Ran.Of("""{"StartAt":"A","States":{"A":""" + state + "}}", """{"in":1}""");

        Assert.Equal($"States.Runtime: An error occurred while executing the state 'A' (entered at the event id #2). {cause}", ran.Outcome);
    }

    /// <summary>L-079: 256 KiB a variable, 256 KiB an Assign, 10 MiB an execution; exactly the limit is allowed.</summary>
    [Theory]
    [InlineData(262_142, "\"a#.$\":\"$\"", 1, true)]
    [InlineData(262_142, "\"a#.$\":\"States.Array($)\"", 1, false)]
    [InlineData(131_070, "\"a#.$\":\"$\",\"b#.$\":\"$\"", 1, true)]
    [InlineData(131_071, "\"a#.$\":\"$\",\"b#.$\":\"$\"", 1, false)]
    [InlineData(262_142, "\"a#.$\":\"$\"", 40, true)]
    [InlineData(262_142, "\"a#.$\":\"$\"", 41, false)]
    public async Task Assign_OverALimit_FailsWithDataLimitExceeded(int length, string assign, int times, bool fits)
    {
        string states = string.Concat(Enumerable.Range(0, times).Select(i => """
            "T#":{«Task»,"Assign":{«Assign»},"ResultPath":null,"Next":"T«Next»"},
            """.Replace("«Assign»", assign, StringComparison.Ordinal).Replace("«Next»", $"{i + 1}", StringComparison.Ordinal).Replace("#", $"{i}", StringComparison.Ordinal)));
        Ran ran = await Ran.Of("{\"StartAt\":\"T0\",\"States\":{" + states + $"\"T{times}\":{{\"Type\":\"Succeed\"}}}}}}", "{}", (_, _) => new string('x', length));

        Assert.Equal(fits ? "{}" : $"States.DataLimitExceeded: The state/task 'T{times - 1}' returned a result with a size exceeding the maximum number of bytes service limit.", ran.Outcome);
    }
}
