namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Parallel and Map states whose branches and items have no effect, which run in place where no history is kept (docs/decisions/0021): what
/// they come to, and how many events that counts, must be the same as with frames. FEATURES L-270 to L-292, L-077 to L-079, X-070.
/// </summary>
public class InPlaceTests
{
    private const string Input = """{"n":2,"items":[{"id":"a","v":1},{"id":"b","v":600},{"id":"c","v":3}],"more":[[1,2],[],[3]]}""";

    /// <summary>States that run something in place, and how the execution ends.</summary>
    public static TheoryData<string, string> Shapes => new()
    {
        // Items go through several states, each its own way.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"P","States":{
              "P":{"Type":"Pass","Parameters":{"id.$":"$.id","next.$":"States.MathAdd($.v, 1)"},"Next":"C"},
              "C":{"Type":"Choice","Choices":[{"Variable":"$.next","NumericGreaterThan":500,"Next":"B"}],"Default":"L"},
              "B":{"Type":"Pass","Result":"big","ResultPath":"$.size","End":true},
              "L":{"Type":"Succeed"}}},"ResultPath":"$.r","OutputPath":"$.r","End":true}
            """,
            """[{"id":"a","next":2},{"id":"b","next":601,"size":"big"},{"id":"c","next":4}]"""
        },
        // A jump back in the text that comes to no state twice.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"P","States":{
              "L":{"Type":"Pass","OutputPath":"$.id","End":true},
              "P":{"Type":"Pass","Next":"L"}}},"End":true}
            """,
            """["a","b","c"]"""
        },
        { """ "S":{"Type":"Map","ItemsPath":"$.more[1]","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true} """, "[]" },
        // The selector sees the Map's state and input, also after items that went through states of their own.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":1,
              "ItemSelector":{"i.$":"$$.Map.Item.Index","id.$":"$$.Map.Item.Value.id","n.$":"$.n","state.$":"$$.State.Name","retries.$":"$$.State.RetryCount"},
              "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Next":"Q"},"Q":{"Type":"Pass","End":true}}},
              "ResultSelector":{"all.$":"$[*].i","state.$":"$$.State.Name","last.$":"$[2]"},"End":true}
            """,
            """{"all":[0,1,2],"state":"S","last":{"i":2,"id":"c","n":2,"state":"S","retries":0}}"""
        },
        // The selector fails: an error of the Map's own, which it catches.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"x.$":"States.ArrayGetItem($$.Map.Item.Value.id, 0)"},
              "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},
              "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"E"}],"End":true},
            "E":{"Type":"Pass","OutputPath":"$.error.Error","End":true}
            """,
            "\"States.IntrinsicFailure\""
        },
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"x.$":"$.absent"},"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"End":true}
            """,
            "States.*"
        },
        // Items that fail: with an error, without a cause, by a path, by a choice. Causes name the state and the event it was entered at.
        { """ "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Bad","Cause":"why"}}},"End":true} """, "Bad: why" },
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"Bad"}}},
              "Catch":[{"ErrorEquals":["Bad"],"ResultPath":"$.e","Next":"E"}],"End":true},
            "E":{"Type":"Pass","OutputPath":"$.e","End":true}
            """,
            """{"Error":"Bad","Cause":null}"""
        },
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.more","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Next":"F"},
              "F":{"Type":"Pass","Parameters":{"x.$":"$[1].absent"},"End":true}}},"End":true}
            """,
            "States.*"
        },
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.v","NumericLessThan":500,"Next":"D"}]},
              "D":{"Type":"Succeed"}}},"End":true}
            """,
            "States.*"
        },
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.absent","NumericLessThan":5,"Next":"D"}]},
              "D":{"Type":"Succeed"}}},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"D2"}],"End":true},"D2":{"Type":"Succeed"}
            """,
            "States.*"
        },
        // A Map that is retried runs its items again, and is caught in the end.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$.v","NumericLessThan":500,"Next":"D"}],"Default":"F"},"D":{"Type":"Succeed"},"F":{"Type":"Fail","Error":"Big","Cause":"x"}}},
              "Retry":[{"ErrorEquals":["Big"],"MaxAttempts":2}],
              "Catch":[{"ErrorEquals":["Big"],"ResultPath":"$.e","Next":"E"}],"End":true},
            "E":{"Type":"Pass","Parameters":{"e.$":"$.e.Error","retries.$":"$$.State.Name"},"End":true}
            """,
            """{"e":"Big","retries":"E"}"""
        },
        // Maps in Maps: the context holds the innermost item, and the outer one again afterwards.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.more","ItemProcessor":{"StartAt":"I","States":{
              "I":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{
                "P":{"Type":"Pass","Parameters":{"v.$":"$$.Map.Item.Value","i.$":"$$.Map.Item.Index","s.$":"$$.State.Name"},"End":true}}},
                "ResultPath":"$","Next":"A"},
              "A":{"Type":"Pass","Parameters":{"in.$":"$","i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"},"End":true}}},"End":true}
            """,
            """[{"in":[{"v":1,"i":0,"s":"P"},{"v":2,"i":1,"s":"P"}],"i":0,"v":[1,2]},{"in":[],"i":1,"v":[]},{"in":[{"v":3,"i":0,"s":"P"}],"i":2,"v":[3]}]"""
        },
        // What fails inside is caught inside, by the inner Map, and the item goes on.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.more","ItemProcessor":{"StartAt":"I","States":{
              "I":{"Type":"Map","ItemProcessor":{"StartAt":"C","States":{
                "C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":2,"Next":"F"}],"Default":"D"},"D":{"Type":"Succeed"},"F":{"Type":"Fail","Error":"Two"}}},
                "Catch":[{"ErrorEquals":["Two"],"Next":"K"}],"Next":"A"},
              "K":{"Type":"Pass","Parameters":{"caught.$":"$.Error","i.$":"$$.Map.Item.Index","s.$":"$$.State.Name"},"End":true},
              "A":{"Type":"Pass","End":true}}},"End":true}
            """,
            """[{"caught":"Two","i":0,"s":"K"},[],[3]]"""
        },
        // Branches, also inside items and around Maps.
        {
            """
            "S":{"Type":"Parallel","Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"branch":"a","n.$":"$.n"},"End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"P","States":{
                "P":{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","OutputPath":"$.id","End":true}}},
                  {"StartAt":"Y","States":{"Y":{"Type":"Pass","Parameters":{"i.$":"$$.Map.Item.Index"},"End":true}}}],"End":true}}},"End":true}}}],
              "ResultSelector":{"r.$":"$[1][2]","a.$":"$[0]","s.$":"$$.State.Name"},"ResultPath":"$.out","OutputPath":"$.out","End":true}
            """,
            """{"r":["c",{"i":2}],"a":{"branch":"a","n":2},"s":"S"}"""
        },
        {
            """
            "S":{"Type":"Parallel","Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Pass","Next":"F"},"F":{"Type":"Fail","Error":"B.Bad","CausePath":"States.Format('{} of it', $.n)"}}},
              {"StartAt":"Z","States":{"Z":{"Type":"Pass","End":true}}}],
              "Catch":[{"ErrorEquals":["B.Bad"],"ResultPath":"$.e","Next":"E"}],"End":true},
            "E":{"Type":"Pass","OutputPath":"$.e","End":true}
            """,
            """{"Error":"B.Bad","Cause":"2 of it"}"""
        },
        { """ "S":{"Type":"Parallel","Branches":[{"StartAt":"B","States":{"B":{"Type":"Fail"}}}],"End":true} """, ": " },
        // Randomness is drawn in the same order.
        {
            """
            "S":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"u.$":"States.UUID()"},
              "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"u.$":"$.u","m.$":"States.MathRandom(1, 1000)"},"End":true}}},"End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Pass","Parameters":{"u.$":"States.UUID()"},"End":true}}}],"End":true}
            """,
            "*"
        },
        // Variables: outer ones are read, inner ones are each item's own, and branches may use the same name.
        {
            """
            "S":{"Type":"Pass","Assign":{"outer.$":"$.n","f":"F"},"Next":"M"},
            "M":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$.v","NumericGreaterThan":500,"Assign":{"own.$":"$.id"},"Next":"K"}],"Assign":{"own":"small"},"Default":"K"},
              "K":{"Type":"Pass","Assign":{"own":"changed"},"Parameters":{"own.$":"$own","outer.$":"$outer","v.$":"$.v"},"Next":"L"},
              "L":{"Type":"Pass","Parameters":{"in.$":"$","own.$":"$own"},"End":true}}},
              "Assign":{"outer.$":"$[1].in.own"},"Next":"E"},
            "E":{"Type":"Pass","Parameters":{"all.$":"$[*].in.own","outer.$":"$outer"},"End":true}
            """,
            """{"all":["small","b","small"],"outer":"b"}"""
        },
        {
            """
            "S":{"Type":"Parallel","Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"x":1,"Parameters":7},"Next":"A2"},"A2":{"Type":"Pass","Parameters":{"x.$":"$x","p.$":"$Parameters"},"End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Pass","Assign":{"x":2},"Next":"B2"},"B2":{"Type":"Parallel","Branches":[
                {"StartAt":"N","States":{"N":{"Type":"Pass","Assign":{"y.$":"$x"},"Next":"O"},"O":{"Type":"Pass","Parameters":{"y.$":"$y","x.$":"$x"},"End":true}}}],"End":true}}}],
              "End":true}
            """,
            """[{"x":1,"p":7},[{"y":2,"x":2}]]"""
        },
        // A variable that only another item assigned has no value.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$.v","NumericLessThan":2,"Assign":{"own":"set"},"Next":"K"}],"Default":"K"},
              "K":{"Type":"Pass","Parameters":{"own.$":"$own"},"End":true}}},"End":true}
            """,
            "States.*"
        },
        // A catcher in an item assigns, and what failed inside is tried by the next item again.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"P","States":{
              "P":{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","Assign":{"inner.$":"$.id"},"Next":"F"},"F":{"Type":"Fail","ErrorPath":"$inner","Cause":"c"}}}],
                "Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"seen.$":"$.Error"},"ResultPath":"$.e","Next":"K"}],"End":true},
              "K":{"Type":"Pass","Parameters":{"seen.$":"$seen","cause.$":"$.e.Cause"},"End":true}}},"End":true}
            """,
            """[{"seen":"a","cause":"c"},{"seen":"b","cause":"c"},{"seen":"c","cause":"c"}]"""
        },
        // JSONata: items, selector, context, variables, conditions, errors.
        {
            """
            "S":{"Type":"Map","QueryLanguage":"JSONata","Items":"{% $states.input.items %}",
              "ItemSelector":{"v":"{% $states.context.Map.Item.Value.v %}","i":"{% $states.context.Map.Item.Index %}","n":"{% $states.input.n %}","s":"{% $states.context.State.Name %}"},
              "ItemProcessor":{"StartAt":"C","States":{
                "C":{"Type":"Choice","QueryLanguage":"JSONata","Choices":[{"Condition":"{% $states.input.v > 500 %}","Assign":{"w":"{% 'big' & $states.input.i %}"},"Next":"P"}],"Assign":{"w":"small"},"Default":"P"},
                "P":{"Type":"Pass","QueryLanguage":"JSONata","Output":{"w":"{% $w %}","i":"{% $states.context.Map.Item.Index %}","s":"{% $states.context.State.Name %}","from":"{% $states.input.s %}"},"End":true}}},
              "Output":"{% $states.result[w='small'].i ~> $append($states.result.w) %}","End":true}
            """,
            """[0,2,"small","big1","small"]"""
        },
        {
            """
            "S":{"Type":"Map","QueryLanguage":"JSONata","Items":"{% $states.input.items %}","ItemProcessor":{"StartAt":"P","States":{
                "P":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $states.input.id + 1 %}","End":true}}},
              "Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Output":"{% $states.errorOutput %}","Next":"E"}],"End":true},
            "E":{"Type":"Pass","QueryLanguage":"JSONata","End":true}
            """,
            "{\"Error\":\"States.QueryEvaluationError\"*"
        },
        {
            """
            "S":{"Type":"Map","QueryLanguage":"JSONata","Items":"{% $states.input.items %}","ItemSelector":"{% $states.input.n + 'x' %}","ItemProcessor":{"StartAt":"P","States":{
                "P":{"Type":"Pass","QueryLanguage":"JSONata","End":true}}},"End":true}
            """,
            "States.QueryEvaluationError: *"
        },
        {
            """
            "S":{"Type":"Parallel","QueryLanguage":"JSONata","Arguments":{"a":"{% $states.input.more %}"},"Branches":[
              {"StartAt":"M","States":{"M":{"Type":"Map","QueryLanguage":"JSONata","Items":"{% $states.input.absent %}","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","QueryLanguage":"JSONata","End":true}}},"End":true}}}],
              "Catch":[{"ErrorEquals":["States.ALL"],"Output":"{% $states.errorOutput.Error %}","Next":"E"}],"End":true},
            "E":{"Type":"Succeed","QueryLanguage":"JSONata"}
            """,
            "\"States.QueryEvaluationError\""
        },
        {
            """
            "S":{"Type":"Parallel","QueryLanguage":"JSONata","Arguments":{"a":"{% $states.input.more %}"},"Branches":[
              {"StartAt":"M","States":{"M":{"Type":"Map","QueryLanguage":"JSONata","Items":"{% $states.input.a %}","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $sum($states.input) %}","End":true}}},"End":true}}},
              {"StartAt":"F","States":{"F":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% $count($states.input.a) %}","End":true}}}],"End":true}
            """,
            "[[3,0,3],3]"
        },
        // Beside a branch with a task all have frames; what is inside the other still runs in place.
        {
            """
            "S":{"Type":"Parallel","Branches":[
              {"StartAt":"T","States":{"T":{«Task»,"OutputPath":"$.n","End":true}}},
              {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"i.$":"$$.Map.Item.Index","s.$":"$$.State.Name"},"End":true}}},"End":true}}}],"End":true}
            """,
            """[2,[{"i":0,"s":"P"},{"i":1,"s":"P"},{"i":2,"s":"P"}]]"""
        },
        // An item with a task, in which a Map runs in place between two calls and leaves the item as it was.
        {
            """
            "S":{"Type":"Map","ItemsPath":"$.more","ItemProcessor":{"StartAt":"T","States":{
              "T":{«Task»,"Assign":{"own.$":"$"},"Next":"M"},
              "M":{"Type":"Map","ItemSelector":{"v.$":"$$.Map.Item.Value","all.$":"$own"},"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"i.$":"$$.Map.Item.Index","v.$":"$.v"},"End":true}}},"Next":"U"},
              "U":{«Task»,"Parameters":{"in.$":"$","i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","own.$":"$own"},"End":true}}},"OutputPath":"$[0,2]","End":true}
            """,
            """[{"in":[{"i":0,"v":1},{"i":1,"v":2}],"i":0,"v":[1,2],"own":[1,2]},{"in":[{"i":0,"v":3}],"i":2,"v":[3],"own":[3]}]"""
        },
    };

    private static readonly Lazy<Dictionary<string, InPlaceForms>> s_shapes = new(() =>
    {
        string[] shapes = [.. Shapes.Select(row => (string)row[0])];
        return shapes.Zip(InPlaceForms.Compile(shapes)).ToDictionary();
    });

    /// <summary>States that look alike and cannot run in place.</summary>
    public static TheoryData<string> WithEffects =>
    [
        """ "S":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{«Task»,"End":true}}},"End":true} """,
        """ "S":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Wait","Seconds":0,"End":true}}},"End":true} """,
        """ "S":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":2,"Next":"D"}],"Default":"Q"},"Q":{"Type":"Pass","Result":2,"Next":"P"},"D":{"Type":"Succeed"}}},"End":true} """,
        """
        "S":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"Q","States":{"Q":{"Type":"Fail","Error":"E"}}}],
          "Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["E"],"Next":"D"}],"Next":"D"},"D":{"Type":"Succeed"}}},"End":true}
        """,
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Shape_WithAndWithoutHistory_EndsAlike(string states, string expected)
    {
        InPlaceForms definition = s_shapes.Value[states];

        string end = await definition.EndAsync(Input);

        Assert.Contains("_InPlace(", definition.Code, StringComparison.Ordinal);
        if (expected.EndsWith('*'))
            Assert.StartsWith(expected[..^1], end, StringComparison.Ordinal);
        else
            Assert.Equal(expected, end);
    }

    [Theory]
    [MemberData(nameof(WithEffects))]
    public async Task Flow_ThatCalls_Waits_OrLoops_HasFrames(string states)
    {
        InPlaceForms definition = InPlaceForms.Compile([states])[0];

        await definition.EndAsync("[1,2]");

        // The Parallel in the last of them may; what it is in may not.
        Assert.DoesNotContain("S_InPlace(", definition.Code, StringComparison.Ordinal);
    }
}
