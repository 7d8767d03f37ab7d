using System.Text.Json.Nodes;

namespace Conformance.Fuzzing;

/// <summary>Single states, without where they go on to.</summary>
internal sealed class FuzzStates(FuzzRandom random, FuzzPaths paths, FuzzTemplates templates, FuzzConditions conditions, bool isMixed, int queried)
{
    private readonly FuzzFailures _failures = new(random);
    private readonly FuzzQueries _queries = new(random);
    // So many in a hundred states set a variable.
    private readonly int _assigning = random.Pick(0, 0, isMixed ? 10 : 5, 15);

    // So many in a hundred states are in JSONata all through.
    private bool IsQueried => random.Percent(queried);

    public JsonObject Pass()
    {
        if (IsQueried)
            return _queries.State("Pass");
        JsonObject state = new() { ["Type"] = "Pass" };
        if (isMixed && random.Percent(8))
            return InJsonata(state, "Output");
        InputPath(state);
        if (random.Percent(50))
            state.Add("Parameters", templates.Object());
        else if (random.Percent(50))
            state.Add("Result", templates.Literal(paths.Any()));
        ResultPath(state);
        OutputPath(state);
        MayAssign(state);
        paths.After(state);
        return state;
    }

    /// <summary>Makes what is inside a state: its variables are others than those around it, and known to nothing else.</summary>
    public T Inside<T>(Func<T> make)
    {
        string[] known = [.. paths.Variables];
        _queries.Suffix += "i";
        T made = _queries.Inside(make);
        _queries.Suffix = _queries.Suffix[..^1];
        paths.Variables.RemoveAll(variable => !known.Contains(variable));
        return made;
    }

    /// <summary>A Map or Parallel without its branches or processor, and what it is given; in JSONata now and then.</summary>
    public JsonObject Fan(string type)
    {
        if (IsQueried && random.Percent(50))
            return _queries.Fan(type);
        JsonObject state = new() { ["Type"] = type };
        InputPath(state);
        OutputPath(state);
        if (type == "Parallel" && random.Percent(20))
            state.Add("Parameters", templates.Object());
        return state;
    }

    /// <summary>Makes a state set a variable, as some do.</summary>
    public void MayAssign(JsonObject state)
    {
        if (random.Percent(_assigning))
            Assign(state, templates.Expression(paths.Any()));
    }

    /// <param name="answersAtOnce">Whether its handler must not keep anybody waiting, as where several tasks run at once and their order would be left to threads.</param>
    public JsonObject Task(bool answersAtOnce)
    {
        string resource = isMixed && random.Percent(6) ? "arn:aws:states:::lambda:invoke" : $"arn:aws:lambda:us-east-1:123456789012:function:{(answersAtOnce ? "now" : "any")}{random.Below(3)}";
        JsonObject state = IsQueried ? _queries.State("Task") : new JsonObject { ["Type"] = "Task" };
        state.Add("Resource", resource);
        if (state.ContainsKey("QueryLanguage"))
        {
            if (random.Percent(40))
                state.Add("Retry", _failures.Retriers());
            return state;
        }

        bool invokes = resource.EndsWith(":invoke", StringComparison.Ordinal);
        if (!invokes && isMixed && random.Percent(8))
            return InJsonata(state, random.Pick("Arguments", "Output"));
        InputPath(state);
        if (invokes)
            state.Add("Parameters", new JsonObject { ["FunctionName"] = "now0", ["Payload.$"] = templates.Expression(FuzzKind.Object) });
        else if (random.Percent(55))
            state.Add("Parameters", templates.Object());
        if (random.Percent(25))
            state.Add("ResultSelector", templates.Object());
        ResultPath(state);
        OutputPath(state);
        Limits(state);
        MayAssign(state);
        if (random.Percent(40))
            state.Add("Retry", _failures.Retriers());
        paths.After(state);
        return state;
    }

    public JsonObject Choice()
    {
        if (IsQueried)
            return _queries.State("Choice");
        JsonObject state = new() { ["Type"] = "Choice" };
        InputPath(state);
        OutputPath(state);
        MayAssign(state);
        return state;
    }

    /// <summary>A rule without its <c>Next</c>.</summary>
    public JsonObject Rule(JsonObject choice)
    {
        if (choice.ContainsKey("QueryLanguage"))
            return _queries.Rule();
        JsonObject rule = conditions.Condition();
        MayAssign(rule);
        return rule;
    }

    public JsonObject Wait()
    {
        if (IsQueried)
            return _queries.State("Wait");
        JsonObject state = new() { ["Type"] = "Wait" };
        switch (random.Below(isMixed ? 6 : 3))
        {
            case 3:
                state.Add("SecondsPath", paths.Reference(FuzzKind.Number));
                break;
            case 4:
                state.Add("TimestampPath", paths.Reference(FuzzKind.Time));
                break;
            case 5:
                state.Add("Timestamp", "2024-06-01T12:00:03Z");
                break;
            default:
                state.Add("Seconds", random.Below(2));
                break;
        }

        InputPath(state);
        OutputPath(state);
        return state;
    }

    public JsonObject Succeed()
    {
        if (IsQueried)
            return _queries.State("Succeed");
        JsonObject state = new() { ["Type"] = "Succeed" };
        InputPath(state);
        OutputPath(state);
        return state;
    }

    public JsonObject Fail()
    {
        if (IsQueried)
            return _queries.State("Fail");
        JsonObject state = new() { ["Type"] = "Fail" };
        if (random.Percent(50))
            state.Add("Error", random.Pick("E.One", "größe \"x\""));
        else if (random.Percent(60))
            state.Add("ErrorPath", templates.Expression(FuzzKind.Text));
        if (random.Percent(50))
            state.Add("Cause", "because");
        else if (random.Percent(60))
            state.Add("CausePath", random.Pick("$.s", "States.Format('{}', $.n)"));
        return state;
    }

    /// <summary>A catcher without its <c>Next</c>.</summary>
    public JsonObject Catcher(JsonObject state, bool isLast)
    {
        JsonObject made = new() { ["ErrorEquals"] = _failures.Errors(isLast) };
        if (state.ContainsKey("QueryLanguage"))
        {
            _queries.Catch(made);
            return made;
        }

        ResultPath(made);
        if (isMixed && random.Percent(20))
            Assign(made, random.Pick("$.Error", "$.Cause", "$"));
        return made;
    }

    private void Limits(JsonObject state)
    {
        if (random.Percent(20))
            state.Add("TimeoutSeconds", random.Between(3, 10));
        else if (isMixed && random.Percent(8))
            state.Add("TimeoutSecondsPath", paths.Reference(FuzzKind.Number));
        if (isMixed && state.ContainsKey("TimeoutSeconds") && random.Percent(30))
            state.Add("HeartbeatSeconds", random.Between(1, 2));
    }

    private JsonObject InJsonata(JsonObject state, string field)
    {
        state.Add("QueryLanguage", "JSONata");
        state.Add(field, new JsonObject { ["n"] = random.Pick("{% $states.input.n %}", "{% $states.input.n + 1 %}", "{% $count($states.input.list) %}"), ["s"] = "x", ["o"] = "{% $states.input %}", ["list"] = new JsonArray(1, "{% $states.input.s %}") });
        return state;
    }

    private void Assign(JsonObject state, string value)
    {
        string name = random.Pick("v", "w", "x1") + _queries.Suffix;
        state.Add("Assign", new JsonObject { [name + ".$"] = value });
        if (!paths.Variables.Contains(name))
            paths.Variables.Add(name);
    }

    private void InputPath(JsonObject state) => Through(state, "InputPath", 7);

    private void OutputPath(JsonObject state) => Through(state, "OutputPath", 10);

    private void Through(JsonObject state, string field, int percent)
    {
        if (!random.Percent(percent))
            return;
        state.Add(field, random.Percent(20) ? null : random.Percent(90) ? paths.To(FuzzKind.Object) : paths.To(paths.Any()));
    }

    private void ResultPath(JsonObject state)
    {
        // What takes the place of all data leaves later states little to find.
        if (random.Percent(state.ContainsKey("Parameters") ? 35 : 12))
            return;
        JsonNode? path = random.Below(10) switch
        {
            0 => null,
            1 => "$",
            2 => paths.Reference(paths.Any()),
            3 => paths.Reference(FuzzKind.Object) + ".r",
            4 => "$.o" + paths.Step(FuzzNames.Of(random, paths.Any())),
            _ => "$" + paths.Step(FuzzNames.Of(random, random.Percent(60) ? FuzzKind.Object : paths.Any())),
        };
        state.Add("ResultPath", path);
    }
}
