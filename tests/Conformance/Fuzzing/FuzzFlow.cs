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
        int draw = random.Below(100);
        if (isLast && draw < 40)
            return draw < 34 ? states.Succeed() : states.Fail();
        if (isLast || draw < (shape.AsksOften ? 15 : 42))
            return states.Pass();
        if (draw < 64)
            return states.Task(shape.AnswersAtOnce);
        if (draw < 88 || !shape.IsMixed)
            return draw == 70 ? states.Fail() : states.Choice();
        return draw < 92 ? states.Wait() : draw < 94 ? states.Succeed() : shape.IsNested ? states.Pass() : Fan();
    }

    // A counter, a question and one or two states that keep the counter.
    private void Loop()
    {
        string head = NewName(), body = NewName(), after = NewName();
        int rounds = random.Percent(6) ? shape.ManyRounds : random.Between(1, 6);
        _states.Add((NewName(), Step("""{"Type":"Pass","Parameters":{"i":0,"o.$":"$","n.$":"$.n"}}""", head)));
        JsonObject question = Step("""{"Type":"Choice","Choices":[{"Variable":"$.i"}]}""", null);
        JsonObject rule = (JsonObject)question["Choices"]![0]!;
        rule.Add("NumericLessThan", rounds);
        rule.Add("Next", body);
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
        JsonObject Inner() => new FuzzFlow(random, states, used, inside).Make(random.Between(1, 3));
        if (random.Percent(50))
            return new JsonObject { ["Type"] = "Parallel", ["Branches"] = new JsonArray(Inner(), Inner()) };
        return new JsonObject { ["Type"] = "Map", ["ItemsPath"] = "$.list", ["MaxConcurrency"] = random.Below(3), ["ItemProcessor"] = Inner() };
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
