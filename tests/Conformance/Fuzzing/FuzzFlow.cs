using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Fuzzing;

/// <summary>The states of a flow, and where each goes on to: onwards mostly, so that diamonds and joins come about; back where a machine may go in circles.</summary>
/// <param name="random">What decides.</param>
/// <param name="states">Makes the states.</param>
/// <param name="used">The names of the machine's states.</param>
/// <param name="shape">What may be in it.</param>
internal sealed class FuzzFlow(FuzzRandom random, FuzzStates states, HashSet<string> used, FuzzShape shape)
{
    private readonly List<(string Name, JsonObject State)> _states = [];

    /// <summary>A flow's <c>StartAt</c> and <c>States</c>, of about so many states.</summary>
    public JsonObject Make(int count)
    {
        int loop = shape.HasLoops && random.Percent(35) ? random.Below(count) : -1;
        for (int i = 0; i < count; i++)
        {
            if (i == loop)
                Loop();
            _states.Add((NewName(), State(isLast: i == count - 1)));
        }

        for (int i = 0; i < _states.Count; i++)
            Connect(i);
        string start = _states[0].Name;
        DropUnnamed(start);
        JsonObject made = new() { ["StartAt"] = start };
        JsonObject written = [];
        // The text's order is not the flow's.
        if (random.Percent(50))
            Shuffle();
        foreach ((string name, JsonObject state) in _states)
            written.Add(name, state);
        made.Add("States", written);
        return made;
    }

    private string NewName() => FuzzNames.State(random, used);

    private JsonObject State(bool isLast)
    {
        if (!isLast && random.Percent(shape.IsNested ? 4 : 9))
            return PureFan();
        int draw = random.Below(100);
        if (isLast && draw < 40)
            return draw < (shape.IsWithoutEffect ? 38 : 34) ? states.Succeed() : states.Fail();
        if (isLast || draw < (shape.AsksOften ? 15 : 42))
            return states.Pass();
        if (draw < 64 && shape.IsWithoutEffect)
            return draw == 50 ? states.Fail() : random.Percent(50) ? states.Pass() : states.Choice();
        if (draw < 64)
            return states.Task(shape.AnswersAtOnce);
        if (draw < 88 || !shape.IsMixed)
            return draw == 70 ? states.Fail() : states.Choice();
        return draw < 92 ? states.Wait() : draw < 94 ? states.Succeed() : shape.IsNested ? states.Pass() : Fan();
    }

    // A counter, a question and one or two states that keep the counter, which may begin as anything.
    private void Loop()
    {
        string head = NewName(), body = NewName(), after = NewName();
        int rounds = random.Percent(6) ? shape.ManyRounds : random.Between(1, 6);
        string begin = random.Pick("\"i\":0", "\"i\":0", "\"i.$\":\"$.n\"", "\"i.$\":\"$.m\"", "\"i\":-1", "\"i\":1.5", "\"i\":2147483646", "\"i\":null");
        _states.Add((NewName(), Step("{\"Type\":\"Pass\",\"Parameters\":{" + begin + ",\"o.$\":\"$\",\"n.$\":\"$.n\"}}", head)));
        string limits = "{\"Variable\":\"$.i\",\"NumericLessThan\":" + rounds.ToString(CultureInfo.InvariantCulture) + "},{\"Variable\":\"$.i\",\"NumericGreaterThan\":-20}";
        string asked = random.Percent(50) ? "" : random.Pick(
            ",{\"Variable\":\"$.i\",\"NumericLessThanEqualsPath\":\"$.n\"}", ",{\"Not\":{\"Variable\":\"$.n\",\"NumericGreaterThanPath\":\"$.i\"}}",
            ",{\"Not\":{\"Variable\":\"$.i\",\"NumericEqualsPath\":\"$.n\"}}", ",{\"Variable\":\"$.i\",\"IsNumeric\":true}", ",{\"Variable\":\"$.i\",\"NumericGreaterThanEquals\":-0.5}");
        JsonObject question = Step("{\"Type\":\"Choice\",\"Choices\":[{\"And\":[" + limits + asked + "]}]}", null);
        ((JsonObject)question["Choices"]![0]!).Add("Next", body);
        question.Add("Default", after);
        string added = random.Pick("\"n.$\":\"States.MathAdd($.n, 2)\"", "\"n.$\":\"$.i\"", "\"n\":1", "\"n.$\":\"$.n\",\"list.$\":\"States.Array($.n, $.i)\"");
        string keeps = "\"i.$\":\"States.MathAdd($.i, 1)\",\"o.$\":\"$.o\"," + added;
        string text = random.Below(4) switch
        {
            0 => "{\"Type\":\"Pass\",\"Parameters\":{\"c.$\":\"States.MathAdd($.i, 1)\"},\"ResultPath\":\"$.r\"}",
            1 => "{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:echo\",\"Parameters\":{" + keeps + "}}",
            _ => "{\"Type\":\"Pass\",\"Parameters\":{" + keeps + "}}",
        };
        string last = body;
        if (text.Contains("$.r", StringComparison.Ordinal))
        {
            last = NewName();
            _states.Add((last, Step("{\"Type\":\"Pass\",\"Parameters\":{\"i.$\":\"$.r.c\",\"o.$\":\"$.o\"," + added + "}}", head)));
        }

        _states.Add((head, question));
        _states.Add((body, Step(text, last == body ? head : last)));
        _states.Add((after, Step("""{"Type":"Pass"}""", null)));
    }

    private static JsonObject Step(string text, string? next)
    {
        JsonObject state = (JsonObject)JsonNode.Parse(text)!;
        if (next is not null)
            state.Add("Next", next);
        return state;
    }

    private void Connect(int at)
    {
        JsonObject state = _states[at].State;
        string type = state["Type"]!.ToString();
        if (state.ContainsKey("Next") || state.ContainsKey("Choices") || type is "Succeed" or "Fail")
            return;
        bool isLast = at == _states.Count - 1;
        if (type == "Choice")
        {
            JsonArray rules = [];
            for (int count = random.Between(1, 3); count > 0; count--)
            {
                JsonObject rule = states.Rule(state);
                rule.Add("Next", Target(at));
                rules.Add((JsonNode)rule);
            }

            state.Add("Choices", rules);
            if (random.Percent(85))
                state.Add("Default", isLast ? Target(at) : _states[at + 1].Name);
            return;
        }

        if (type is "Task" or "Map" or "Parallel" && random.Percent(40))
        {
            JsonArray catchers = [];
            for (int left = random.Pick(0, 0, 1, 2); left >= 0; left--)
            {
                JsonObject catcher = states.Catcher(state, isLast: left == 0);
                catcher.Add("Next", Target(at));
                catchers.Add((JsonNode)catcher);
            }

            state.Add("Catch", catchers);
        }

        if (isLast || random.Percent(5))
            state.Add("End", true);
        else
            state.Add("Next", random.Percent(75) ? _states[at + 1].Name : Target(at));
    }

    private string Target(int at)
    {
        bool goesBack = shape.GoesBack && random.Percent(12) || at == _states.Count - 1;
        return _states[goesBack ? random.Below(_states.Count) : random.Between(at + 1, _states.Count - 1)].Name;
    }

    private JsonObject Fan()
    {
        FuzzShape inside = shape with { IsNested = true, AnswersAtOnce = true, HasLoops = false, GoesBack = false };
        return Filled(states.Fan(random.Pick("Parallel", "Map")), inside, random.Between(1, 2));
    }

    // What the state gives its branches or items, where it is in JSONPath.
    private JsonObject Filled(JsonObject state, FuzzShape inside, int branches)
    {
        JsonObject Inner() => states.Inside(() => new FuzzFlow(random, states, used, inside).Make(random.Between(1, 3)));
        if (state["Type"]!.ToString() == "Parallel")
        {
            state.Add("Branches", new JsonArray([.. Enumerable.Range(0, branches).Select(_ => Inner())]));
            return state;
        }

        bool isQueried = state.ContainsKey("QueryLanguage"), isOld = !isQueried && random.Percent(10);
        if (!isQueried)
            state.Add("ItemsPath", random.Pick("$.list", "$.list", "$.list", "$.items", "$.o.list"));
        if (shape.IsMixed && random.Percent(50))
            state.Add("MaxConcurrency", random.Below(3));
        state.Add(isOld ? "Iterator" : "ItemProcessor", Inner());
        if (!isQueried && random.Percent(40))
        {
            state.Add(isOld ? "Parameters" : "ItemSelector", JsonNode.Parse(random.Pick(
                """{"n.$":"$$.Map.Item.Index","o.$":"$$.Map.Item.Value","s.$":"$.s","list":[1,{"n":2}]}""",
                """{"n.$":"$.n","o.$":"$","list.$":"$.list","s.$":"States.Format('{}', $$.Map.Item.Index)"}""",
                """{"n.$":"$$.Map.Item.Value.n","o":{"n":1},"s":"x","list.$":"States.Array($$.Map.Item.Value)"}""")));
        }

        return state;
    }

    // Branches and items without an effect, with all that such a state may do with what it is given and what comes of it.
    private JsonObject PureFan()
    {
        FuzzShape inside = shape with { IsMixed = false, IsNested = true, IsWithoutEffect = true, HasLoops = false, GoesBack = false };
        JsonObject state = Filled(states.Fan(random.Percent(45) ? "Parallel" : "Map"), inside, random.Between(1, 3));
        if (random.Percent(15))
            state.Add("Retry", JsonNode.Parse("""[{"ErrorEquals":["E.One"],"MaxAttempts":1,"IntervalSeconds":1}]"""));
        if (state.ContainsKey("QueryLanguage"))
            return state;
        states.MayAssign(state);
        if (random.Percent(30))
            state.Add("ResultSelector", JsonNode.Parse(random.Pick("""{"n.$":"$[0].n","list.$":"$","s":"x"}""", """{"n":3,"list.$":"$[*].n","o.$":"$[0]","s":"y"}""", """{"n.$":"States.ArrayLength($)","list.$":"$[0:2]","o":{"n":1}}""")));
        if (random.Percent(80))
            state.Add("ResultPath", random.Pick("$.list", "$.o.list", "$.r", "$.list", null));
        return state;
    }

    private void DropUnnamed(string start)
    {
        int dropped;
        do
        {
            HashSet<string> named = [start, .. _states.SelectMany(static each => Targets(each.State))];
            dropped = _states.RemoveAll(each => !named.Contains(each.Name));
        }
        while (dropped > 0);
    }

    /// <summary>The states of its flow that a state names.</summary>
    private static IEnumerable<string> Targets(JsonObject state) =>
        new[] { state["Next"], state["Default"] }
            .Concat((state["Choices"] as JsonArray ?? []).Select(static rule => rule!["Next"]))
            .Concat((state["Catch"] as JsonArray ?? []).Select(static catcher => catcher!["Next"]))
            .OfType<JsonNode>().Select(static name => name.ToString());

    private void Shuffle()
    {
        for (int i = _states.Count - 1; i > 0; i--)
        {
            int other = random.Below(i + 1);
            (_states[i], _states[other]) = (_states[other], _states[i]);
        }
    }
}
