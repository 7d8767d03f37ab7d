namespace Conformance.Fuzzing.Typed;

/// <summary>Writes single states: calls, what is put together for them of the data that there is, questions about it, and the ends of flows.</summary>
internal sealed class TypedFuzzStates(FuzzRandom random, TypedFuzzMachinePlan plan, TypedFuzzFlow flow)
{
    private const string Resource = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:";

    private int _made;

    private TypedFuzzKnown Known => flow.Known;

    /// <summary>One or two questions, after each of which the same state follows, but that one way may change the data before.</summary>
    public void Choice(string name, string next)
    {
        TypedFuzzLanguage language = flow.Language();
        flow.Write(name, $"\"Type\":\"Choice\"{language.Field},\"Choices\":[{{{language.Question(Known)},\"Next\":\"{next}\"}},{{{language.Question(Known)},\"Next\":\"{name}x\"}}],\"Default\":\"{next}\"");
        string value = random.Pick("1", "\"x\"", "null", "{\"alpha\":1}"), member = random.Pick("x", "x", "x", "r", "alpha", "beta");
        flow.Write(name + "x", random.Percent(10) && flow.MayFail ? "\"Type\":\"Fail\",\"Error\":\"E.Chosen\",\"Cause\":\"chosen\""
            : "\"Type\":\"Pass\"" + (language is TypedFuzzPaths ? $",\"Result\":{value},\"ResultPath\":\"$.{member}\"" : $"{language.Field},\"Output\":\"{{% $merge([$states.input, {{'{member}': {value.Replace('"', '\'')}}}]) %}}\"") + $",\"Next\":\"{next}\"");
    }

    /// <summary>Puts an object together beside the data, or in its place, or into a variable.</summary>
    public void Pass(string name, string next)
    {
        TypedFuzzLanguage language = flow.Language();
        TypedFuzzType made = random.Pick([.. plan.Objects]);
        string template = language.Template(made, Known);
        if (random.Percent(35))
        {
            // What a Pass in JSONPath assigns comes of what it has made.
            string variable = flow.NewVariable();
            flow.Write(name, $"\"Type\":\"Pass\"{language.Field},\"Assign\":{{\"{variable}\":{template}}},\"Next\":\"{next}\"");
            Known.Set("$" + variable, made);
            return;
        }

        string member = random.Pick("p", "p", "beta");
        if (language is TypedFuzzPaths)
        {
            string assign = Assign(language, Known.Copy(made), out Action assigned);
            flow.Write(name, $"\"Type\":\"Pass\",\"Parameters\":{template},\"ResultPath\":\"$.{member}\"{assign},\"Next\":\"{next}\"");
            assigned();
            Known.Set("$." + member, made);
        }
        else
        {
            string assign = Assign(language, Known, out Action assigned);
            (string Name, TypedFuzzType Type)[] kept = [.. Known.All.Where(known => known.Path.StartsWith("$.", StringComparison.Ordinal) && known.Path.IndexOfAny(['.', '['], 2) < 0 && known.Path[2..] != member).Select(static known => (known.Path[2..], known.Type))];
            flow.Write(name, $"\"Type\":\"Pass\"{language.Field},\"Output\":{{\"{member}\":{template}{string.Concat(kept.Select(each => "," + language.Computed(each.Name, language.Read("$." + each.Name))))}}}{assign},\"Next\":\"{next}\"");
            assigned();
            Known.Begin(new TypedFuzzType($"Made{++_made}", [.. kept, (member, made)]));
        }
    }

    public void Wait(string name, string next) => flow.Write(name, $"\"Type\":\"Wait\",\"Seconds\":{random.Pick("0", "1")}{flow.Language().Field},\"Next\":\"{next}\"");

    /// <summary>Calls a handler; what it gives goes beside the data or in its place.</summary>
    public void Call(string name, string next)
    {
        TypedFuzzLanguage language = flow.Language();
        TypedFuzzHandler handler = random.Pick([.. plan.Handlers.Where(each => each.Given.Members is not null || Known.Of(each.Given).Length > 0)]);
        string[] whole = Known.Of(handler.Given);
        string path = whole.Length > 0 && (handler.Given.Members is null || random.Percent(50)) ? random.Pick(whole) : "";
        string retry = random.Percent(50) ? "" : ",\"Retry\":[{\"ErrorEquals\":[\"E.One\"],\"MaxAttempts\":2}]";
        string target = random.Pick(flow.MayReplace ? "$" : "$.r", "$.r", "$.r", "$.alpha", "null");
        string caught = random.Percent(50) ? "" : random.Pick("$.e", "$.beta", flow.MayReplace ? "$" : "$.e");
        // What was thrown tells where, which is not the same on a lane: nothing may come to read it.
        string errors = caught == "$.e" ? "States.ALL" : "E.One";
        if (language is TypedFuzzPaths)
        {
            string given = path.Length > 0 ? $"\"InputPath\":\"{path}\"" : $"\"Parameters\":{language.Template(handler.Given, Known)}";
            string assign = Assign(language, Known.Copy(handler.Result), out Action assigned);
            string catcher = caught.Length == 0 ? "" : $",\"Catch\":[{{\"ErrorEquals\":[\"{errors}\"],\"ResultPath\":\"{caught}\",\"Next\":\"{next}\"}}]";
            flow.Write(name, $"{Resource}{handler.Name}\",{given},\"ResultPath\":{(target == "null" ? "null" : $"\"{target}\"")}{assign}{retry}{catcher},\"Next\":\"{next}\"");
            assigned();
        }
        else
        {
            string arguments = path.Length > 0 ? $"\"{{% {language.Read(path)} %}}\"" : language.Template(handler.Given, Known);
            string assign = Assign(language, Result(handler), out Action assigned);
            string catcher = caught.Length == 0 ? "" : $",\"Catch\":[{{\"ErrorEquals\":[\"{errors}\"]{Output(caught, "$states.errorOutput")},\"Next\":\"{next}\"}}]";
            flow.Write(name, $"{Resource}{handler.Name}\"{language.Field},\"Arguments\":{arguments}{Output(target, "$states.result")}{assign}{retry}{catcher},\"Next\":\"{next}\"");
            assigned();
        }

        if (target != "null")
            Known.Set(target, handler.Result);
        if (errors == "States.ALL")
            Known.Spoil();
    }

    /// <summary>The last state of a flow, which gives a value of a type.</summary>
    public void End(string name, TypedFuzzType type)
    {
        TypedFuzzLanguage language = flow.Language();
        string[] same = Known.Of(type);
        TypedFuzzHandler? giver = flow.MayCall && random.Percent(30) ? plan.Handlers.FirstOrDefault(handler => handler.Result.Bare == type.Bare && handler.Given.Members is not null) : null;
        string template = giver is not null ? language.Template(giver.Given, Known) : type.Members is null ? "" : language.Template(type, Known);
        if (language is not TypedFuzzPaths)
        {
            string given = template.Length > 0 && (same.Length == 0 || random.Percent(60)) ? template : same.Length > 0 ? $"\"{{% {language.Read(random.Pick(same))} %}}\"" : "3";
            flow.Write(name, giver is null ? $"\"Type\":\"{random.Pick("Pass\",\"End\":true", "Succeed\"")}{language.Field},\"Output\":{given}" : $"{Resource}{giver.Name}\"{language.Field},\"Arguments\":{template},\"End\":true");
            return;
        }

        string[] data = [.. same.Where(TypedFuzzKnown.IsData)];
        if (giver is not null)
            flow.Write(name, $"{Resource}{giver.Name}\",\"Parameters\":{template},\"End\":true");
        else if (data.Length > 0 && (template.Length == 0 || random.Percent(25)))
            flow.Write(name, random.Percent(50) ? $"\"Type\":\"Succeed\",\"OutputPath\":\"{random.Pick(data)}\"" : $"\"Type\":\"Pass\",\"InputPath\":\"{random.Pick(data)}\",\"End\":true");
        else
            flow.Write(name, $"\"Type\":\"Pass\",{(template.Length > 0 ? $"\"Parameters\":{template}" : "\"Result\":3")},\"End\":true");
    }

    /// <summary>The field that gives a value on in JSONata: beside the data, in its place, or not at all.</summary>
    public static string Output(string target, string value) => target switch
    {
        "$" => value == "$states.result" ? "" : $",\"Output\":\"{{% {value} %}}\"",
        "null" => ",\"Output\":\"{% $states.input %}\"",
        _ => $",\"Output\":\"{{% $merge([$states.input, {{'{target[2..]}': {value}}}]) %}}\"",
    };

    // A variable that is set, mostly none; it is known when the state is done.
    private string Assign(TypedFuzzLanguage language, TypedFuzzKnown known, out Action assigned)
    {
        assigned = static () => { };
        if (!random.Percent(25) || known.All.Count == 0)
            return "";
        string variable = flow.NewVariable();
        (string path, TypedFuzzType type) = random.Pick([.. known.All]);
        assigned = () => Known.Set("$" + variable, type);
        return $",\"Assign\":{{{language.Computed(variable, language.Read(path))}}}";
    }

    // In JSONata a state's result stands beside its input.
    private TypedFuzzKnown Result(TypedFuzzHandler handler)
    {
        TypedFuzzKnown known = Known.Copy();
        known.Set("$states.result", handler.Result);
        return known;
    }
}
