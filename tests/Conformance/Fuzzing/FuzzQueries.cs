using System.Text.Json.Nodes;

namespace Conformance.Fuzzing;

/// <summary>
/// States in JSONata; most of their expressions give what their place wants, if the input is as inputs mostly are.
/// </summary>
internal sealed class FuzzQueries(FuzzRandom random)
{
    private static readonly string[] s_names = ["v", "w", "order", "x1"];

    private readonly FuzzExpressions _made = new(random);

    /// <summary>What the names of variables end with: a flow inside a state may not set those around it.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>Makes something of which the variables are known to nothing else.</summary>
    public T Inside<T>(Func<T> make)
    {
        string[] known = [.. _made.Assigned];
        T made = make();
        _made.Assigned.IntersectWith(known);
        return made;
    }

    /// <summary>Makes the state one in JSONata; its Retry, Catch and transitions are others' matter.</summary>
    public JsonObject State(string type)
    {
        JsonObject state = new() { ["Type"] = type, ["QueryLanguage"] = "JSONata" };
        if (type == "Task" && random.Percent(70))
            state.Add("Arguments", Template(0));
        if (type == "Task" && random.Percent(15))
            state.Add("TimeoutSeconds", random.Percent(50) ? random.Between(1, 10) : Query(random.Pick("5", "$states.input.n + 1")));
        if (type == "Wait")
            Wait(state);
        if (type is "Fail")
            return Fail(state);
        if (type != "Choice" || random.Percent(30))
            Exit(state, type == "Task" ? "$states.result" : null);
        if (type == "Succeed")
            state.Remove("Assign");
        return state;
    }

    /// <summary>Makes a Map or Parallel one in JSONata, without its branches or processor.</summary>
    public JsonObject Fan(string type)
    {
        JsonObject state = new() { ["Type"] = type, ["QueryLanguage"] = "JSONata" };
        if (type == "Map")
        {
            state.Add("Items", random.Percent(20) ? new JsonArray(1, Query(_made.Of(_made.Any(), 0))) : Query(_made.Of(FuzzKind.Array, 0)));
            _made.Roots.Add("$states.context.Map.Item.Value");
            if (random.Percent(40))
                state.Add("ItemSelector", Template(0));
            _made.Roots.Clear();
        }
        else if (random.Percent(30))
            state.Add("Arguments", Template(0));
        Exit(state, "$states.result");
        return state;
    }

    private void Wait(JsonObject state)
    {
        if (random.Percent(70))
            state.Add("Seconds", random.Percent(50) ? 1 : Query(_made.Path(FuzzKind.Number)));
        else
            state.Add("Timestamp", random.Percent(50) ? "2024-06-01T12:00:03Z" : Query(_made.Path(FuzzKind.Time)));
    }

    private JsonObject Fail(JsonObject state)
    {
        if (random.Percent(70))
            state.Add("Error", random.Percent(30) ? "E.One" : Query(_made.Of(FuzzKind.Text, 0)));
        if (random.Percent(70))
            state.Add("Cause", random.Percent(30) ? "because" : Query(_made.Of(FuzzKind.Text, 0)));
        return state;
    }

    /// <summary>A rule without its <c>Next</c>.</summary>
    public JsonObject Rule()
    {
        JsonObject rule = new() { ["Condition"] = Query(_made.Flag(0)) };
        Exit(rule, null);
        return rule;
    }

    /// <summary>What a catcher has beside the errors that it waits for.</summary>
    public void Catch(JsonObject catcher) => Exit(catcher, "$states.errorOutput");

    private void Exit(JsonObject state, string? result)
    {
        if (result is not null)
            _made.Roots.Add(result);
        if (random.Percent(45))
        {
            JsonObject assign = [];
            for (int count = random.Pick(1, 1, 2); count > 0; count--)
                assign[random.Pick(s_names) + Suffix] = random.Percent(50) ? Query(_made.Path(_made.Any())) : Template(1);
            state.Add("Assign", assign);
            foreach (KeyValuePair<string, JsonNode?> each in assign)
                _made.Assigned.Add(each.Key);
        }

        if (random.Percent(55))
            state.Add("Output", random.Percent(15) ? Query(_made.Path(FuzzKind.Object)) : Template(0));
        _made.Roots.Clear();
    }

    private JsonNode Template(int depth)
    {
        JsonObject made = [];
        if (depth == 0)
        {
            foreach (string name in FuzzNames.Core)
                made[name] = Member(FuzzNames.KindOf(name), depth);
        }

        for (int more = random.Pick(0, 1, 1, 2); more > 0; more--)
        {
            string name = FuzzNames.Of(random, _made.Any());
            made[name] = Member(FuzzNames.KindOf(name), depth);
        }

        return made;
    }

    private JsonNode? Member(FuzzKind kind, int depth) => kind switch
    {
        FuzzKind.Object when depth < 2 && random.Percent(40) => Template(depth + 1),
        FuzzKind.Array when depth < 2 && random.Percent(20) => new JsonArray(Query(_made.Number(1)), "x", Template(depth + 1)),
        FuzzKind.Number when random.Percent(15) => random.Below(9),
        // What may be missing has something in its place, as authors have it.
        _ when random.Percent(30) => Query($"({_made.Of(kind, 0)}) {random.Pick("?:", "??")} {random.Pick("0", "'none'", "null", "[]")}"),
        _ => Query(_made.Of(kind, 0)),
    };

    private static JsonNode Query(string expression) => JsonValue.Create($"{{% {expression} %}}")!;
}
