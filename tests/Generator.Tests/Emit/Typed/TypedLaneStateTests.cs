namespace Compiled.Generator.Tests.Emit.Typed;

/// <summary>States of all types on lanes, and handlers of all kinds.</summary>
public sealed class TypedLaneStateTests
{
    private const string Types = """
        public sealed class In { public string? Id { get; set; } public int N { get; set; } public List<Item> Items { get; set; } = []; public Item? Last { get; set; } }
        public sealed class Item { public string? Sku { get; set; } public int Qty { get; set; } }
        public sealed record Out(string? Id, double N, List<Item>? Items, string? Note, List<string>? Names);
        public sealed partial class M
        {
            [TaskHandler] private Item Double(Item item, CancellationToken token) { Driver.Note("Double", item); item.Qty *= 2; item.Sku += "!"; return item; }
            [TaskHandler] private Task<Item> Later(Item item) { Driver.Note("Later", item); return item.Sku == "wait" ? Wait(item) : Task.FromResult(item); }
            [TaskHandler] private Item WithContext(TaskContext context, Item item) { Driver.Note("WithContext " + context.StateName + context.Attempt, item); return item; }
            [TaskHandler] private JsonElement Element(JsonElement item) { Driver.Note("Element", item); return item; }
            [TaskHandler] private void Nothing(Item item) => Driver.Note("Nothing", item);
            [TaskHandler] private ValueTask NothingLater() { Driver.Note("NothingLater", 0); return default; }
            [TaskHandler] private Task Stop(Item item) { Driver.Note("Stop", item); return Task.FromCanceled(new CancellationToken(true)); }
            [TaskHandler] private int Number(int number) { Driver.Note("Number", number); return number < 0 ? throw new TaskFailedException("Negative", "n") : number + 1; }
            [TaskHandler] private string Text(string text) { Driver.Note("Text", text); return text + "."; }
            [TaskHandler] private List<Item> Listed(List<Item> items) { Driver.Note("Listed", items); items.Add(new Item { Sku = "more" }); return items; }
            private int _calls;
            [TaskHandler] private Item Flaky(Item item) { Driver.Note("Flaky", item); return _calls++ == 0 ? throw new TaskFailedException("E", "first") : item; }
            private static async Task<Item> Wait(Item item) { await Task.Yield(); return item; }
        }
        """;

    private const string Input = """{"id":"a","n":3,"items":[{"sku":"x","qty":1},{"sku":"y","qty":2},null],"last":{"sku":"z","qty":5}}""";

    public static TheoryData<string, string> Machines => new()
    {
        { "pass whole", """ "A":{"Type":"Pass","ResultPath":"$.again","Next":"B"},"B":{"Type":"Pass","End":true}""" },
        { "result path deep", """ "A":{"Type":"Pass","Result":5,"ResultPath":"$.last.qty","Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.last.sku","n.$":"$.last.qty"},"End":true}""" },
        { "result path of a member", """ "A":{"Type":"Pass","Result":5,"ResultPath":"$.n","Next":"B"},"B":{«Double»,"InputPath":"$.last","ResultPath":"$.last","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.last.sku","n.$":"$.n","items.$":"$.items"},"End":true}""" },
        { "output path", """ "A":{«Double»,"InputPath":"$.last","ResultPath":"$.more","OutputPath":"$.more","Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.sku","n.$":"$.qty"},"End":true}""" },
        { "later", """ "A":{«Later»,"InputPath":"$.items[0]","ResultPath":"$.last","Next":"B"},"B":{«Later»,"Parameters":{"sku":"wait","qty.$":"$.last.qty"},"ResultPath":"$.last","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.last.sku","n.$":"$.last.qty","items.$":"$.items"},"End":true}""" },
        { "context and element", """ "A":{«WithContext»,"InputPath":"$.last","ResultPath":"$.a","Next":"B"},"B":{«Element»,"InputPath":"$.a","ResultPath":"$.b","Next":"C"},"C":{«Double»,"InputPath":"$.b","ResultPath":"$.c","Next":"D"},"D":{"Type":"Pass","Parameters":{"id.$":"$.c.sku","n.$":"$.b.qty"},"End":true}""" },
        { "nothing", """ "A":{«Nothing»,"InputPath":"$.last","ResultPath":"$.a","Next":"B"},"B":{«NothingLater»,"ResultPath":"$.b","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.a","n.$":"$.n","note.$":"$.b"},"End":true}""" },
        { "cancelled handler", """ "A":{«Stop»,"InputPath":"$.last","Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.e","Next":"B"}],"Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.id","n.$":"$.n","note.$":"$.e.Error"},"End":true}""" },
        { "values", """ "A":{«Number»,"InputPath":"$.n","ResultPath":"$.n","Next":"B"},"B":{«Text»,"InputPath":"$.id","ResultPath":"$.id","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.id","n.$":"$.n"},"End":true}""" },
        { "value of the wrong kind", """ "A":{«Number»,"InputPath":"$.id","ResultPath":"$.n","Catch":[{"ErrorEquals":["States.TaskFailed"],"ResultPath":null,"Next":"C"}],"Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.id","n.$":"$.n"},"End":true}""" },
        { "failure", """ "A":{"Type":"Pass","Result":-1,"ResultPath":"$.minus","Next":"B"},"B":{«Number»,"InputPath":"$.minus","ResultPath":"$.n","End":true}""" },
        { "lists", """ "A":{«Listed»,"InputPath":"$.items","ResultPath":"$.more","Next":"B"},"B":{«Listed»,"InputPath":"$.more","ResultPath":"$.more","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.more[3].sku","n.$":"States.ArrayLength($.items)","items.$":"$.more","names.$":"$.more[*].sku"},"End":true}""" },
        { "output of the wrong kind", """ "A":{"Type":"Pass","Parameters":{"id.$":"$.n","n.$":"$.id"},"End":true}""" },
        { "missing", """ "A":{«Number»,"InputPath":"$.n","ResultPath":"$.n","Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.nothing"},"End":true}""" },
        { "loop", """ "A":{«Number»,"InputPath":"$.n","ResultPath":"$.n","Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":9,"Next":"A"}],"Default":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.id","n.$":"$.n","items.$":"$.items"},"End":true}""" },
        { "loop that waits", """ "A":{«Later»,"Parameters":{"sku":"wait","qty.$":"$.n"},"ResultPath":"$.last","Next":"I"},"I":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 1)","id.$":"$.last.sku","items.$":"$.items"},"Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":6,"Next":"A"}],"Default":"C"},"C":{"Type":"Succeed"}""" },
        { "variables", """ "A":{"Type":"Pass","Assign":{"last.$":"$.last","n.$":"$.n"},"Next":"B"},"B":{«Double»,"Parameters":{"sku.$":"$last.sku","qty.$":"$n"},"Assign":{"twice.$":"$.qty"},"ResultPath":"$.last","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$last.sku","n.$":"$twice","note.$":"States.Format('{} {}', $n, $.last.sku)"},"End":true}""" },
        { "variables that wait", """ "A":{"Type":"Pass","Assign":{"last.$":"$.last"},"Next":"B"},"B":{«Later»,"Parameters":{"sku":"wait","qty":1},"Assign":{"qty.$":"$.qty"},"ResultPath":"$.last","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$last.sku","n.$":"$qty"},"End":true}""" },
        { "jsonata", """ "A":{«Double»,"QueryLanguage":"JSONata","Arguments":{"sku":"{% $states.input.id & 'x' %}","qty":"{% $sum($states.input.items.qty) %}"},"Output":"{% $merge([$states.input, {'last': $states.result}]) %}","Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.last.sku","n.$":"$.last.qty"},"End":true}""" },
        { "map", """ "A":{«Double»,"InputPath":"$.last","ResultPath":"$.last","Next":"B"},"B":{"Type":"Map","ItemsPath":"$.items","ItemSelector":{"sku.$":"$.last.sku","index.$":"$$.Map.Item.Index"},"ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Parameters":{"name.$":"States.Format('{}-{}', $.sku, $.index)"},"OutputPath":"$.name","End":true}}},"ResultPath":"$.names","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.id","n.$":"$.n","names.$":"$.names"},"End":true}""" },
        { "parallel", """ "A":{"Type":"Parallel","Branches":[{"StartAt":"P","States":{"P":{"Type":"Pass","InputPath":"$.id","End":true}}},{"StartAt":"Q","States":{"Q":{"Type":"Pass","InputPath":"$.last","End":true}}}],"ResultPath":"$.both","Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.both[1].sku","n.$":"$.both[1].qty","note.$":"$.both[0]"},"End":true}""" },
        { "map with tasks", """ "A":{«Double»,"InputPath":"$.last","ResultPath":"$.last","Next":"B"},"B":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"I","States":{"I":{«Later»,"Catch":[{"ErrorEquals":["States.ALL"],"Next":"J"}],"End":true},"J":{"Type":"Pass","Result":{"sku":"caught"},"End":true}}},"ResultPath":"$.items","Next":"C"},"C":{"Type":"Pass","Parameters":{"id.$":"$.id","n.$":"$.n","items.$":"$.items"},"End":true}""" },
        { "wait", """ "A":{«Double»,"InputPath":"$.last","ResultPath":"$.last","Next":"W"},"W":{"Type":"Wait","SecondsPath":"$.n","Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.last.sku","n.$":"$.last.qty","items.$":"$.items"},"End":true}""" },
        { "context object", """ "A":{«Double»,"InputPath":"$.last","ResultPath":"$.last","Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$$.Execution.Input.last.sku","n.$":"$.last.qty","note.$":"$$.State.Name"},"End":true}""" },
        { "intrinsics", """ "A":{"Type":"Pass","Parameters":{"id.$":"States.JsonToString($.last)","n.$":"States.ArrayGetItem($.items[*].qty, 1)","note.$":"States.Format('{} {}', States.Format('{{', $.id), $.items)","names.$":"States.StringSplit('a,b', ',')"},"End":true}""" },
        { "sum of what is no C# number", """ "A":{«Element»,"InputPath":"$.last","ResultPath":"$.a","Next":"B"},"B":{"Type":"Pass","Parameters":{"s.$":"States.MathAdd($.a.qty, 1)","sku.$":"$.id"},"ResultPath":"$.b","Next":"C"},"C":{«Double»,"Parameters":{"sku.$":"$.b.sku","qty.$":"$.b.s"},"ResultPath":"$.c","Next":"D"},"D":{"Type":"Pass","Parameters":{"id.$":"$.missing","n.$":"$.b.s"},"End":true}""" },
        { "left after a retry", """ "A":{«Flaky»,"InputPath":"$.last","ResultPath":"$.a","Retry":[{"ErrorEquals":["E"]}],"Next":"B"},"B":{"Type":"Pass","Parameters":{"id.$":"$.missing","n.$":"$.a.qty"},"End":true}""" },
        { "succeed", """ "A":{«Double»,"InputPath":"$.last","ResultPath":"$.last","Next":"B"},"B":{"Type":"Succeed","OutputPath":"$.last"}""" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task Machine_OnTheLane_EndsAsThroughJson(string name, string states)
    {
        LaneProject project = LaneProject.Of(Types, states);

        (_, string calls) = await project.RunAsync(Input);
        foreach (string input in new[] { "{}", """{"id":"a","n":-1,"items":null,"last":{"qty":-1}}""" })
            await project.RunAsync(input);
        Assert.True(calls.Length == 0 || !project.HasLane || calls.StartsWith("lane ", StringComparison.Ordinal), calls);
        // Nothing comes to an end past a state that no path goes through.
        Assert.Equal(name is not ("wait" or "map with tasks" or "context object"), project.HasLane);
    }
}
