namespace Conformance.Fuzzing.Typed;

/// <summary>Writes Map and Parallel states, whose results are lists of the machine's types.</summary>
internal sealed class TypedFuzzFans(FuzzRandom random, TypedFuzzMachinePlan plan, TypedFuzzFlow flow)
{
    private int _made;

    public void Write(string name, string next)
    {
        (string Path, TypedFuzzType Type)[] lists = [.. flow.Known.All.Where(static known => known.Type.Item is not null)];
        if (lists.Length > 0 && random.Percent(60))
            Map(name, next, random.Pick(lists));
        else
            Parallel(name, next);
    }

    private void Map(string name, string next, (string Path, TypedFuzzType Type) list)
    {
        TypedFuzzLanguage language = flow.Language();
        TypedFuzzType[] results = [.. plan.Types.Where(static type => type.Item is not null)];
        TypedFuzzType result = random.Percent(70) ? random.Pick(results.Length > 0 ? results : [list.Type]) : list.Type;
        TypedFuzzType item = list.Type.Item!;
        string selector = "";
        if (random.Percent(40))
        {
            string field = language.Computed("alpha", language.Read("$$.Map.Item.Value")) + "," + language.Computed("n", language.Read("$$.Map.Item.Index"));
            var members = new List<(string, TypedFuzzType)> { ("alpha", item), ("n", new TypedFuzzType("int")) };
            if (flow.Known.All.Count > 0 && random.Percent(60))
            {
                (string path, TypedFuzzType type) = random.Pick([.. flow.Known.All]);
                field += "," + language.Computed("beta", language.Read(path));
                members.Add(("beta", type));
            }
            selector = $",\"ItemSelector\":{{{field}}}";
            item = new TypedFuzzType($"Selected{++_made}", members);
        }

        string processor = new TypedFuzzFlow(random, plan, flow.Known.Copy(item), name + "i", isInside: true).Make(random.Below(3), result.Item!);
        string source = language is TypedFuzzPaths ? TypedFuzzKnown.IsData(list.Path) || random.Percent(50) ? $"\"ItemsPath\":\"{list.Path}\"" : $"\"InputPath\":\"{list.Path}\"" : $"\"Items\":\"{{% {language.Read(list.Path)} %}}\"";
        string limit = random.Percent(70) ? "" : $",\"MaxConcurrency\":{random.Pick("1", "2")}";
        Finish(name, next, language, $"\"Type\":\"Map\",{source}{selector}{limit},\"ItemProcessor\":{{{processor}}}", result);
    }

    private void Parallel(string name, string next)
    {
        TypedFuzzLanguage language = flow.Language();
        TypedFuzzType[] given = [.. Enumerable.Range(0, random.Between(1, 3)).Select(_ => random.Pick([.. plan.Objects]))];
        // A branch may begin with another object than the state.
        TypedFuzzType? data = random.Percent(25) ? random.Pick([.. plan.Objects]) : null;
        string template = data is null ? "" : $",\"{(language is TypedFuzzPaths ? "Parameters" : "Arguments")}\":{language.Template(data, flow.Known)}";
        string[] branches = [.. given.Select((type, i) => "{" + new TypedFuzzFlow(random, plan, flow.Known.Copy(data), $"{name}b{i}x", isInside: true).Make(random.Below(3), type) + "}")];
        Finish(name, next, language, $"\"Type\":\"Parallel\"{template},\"Branches\":[{string.Join(",", branches)}]", new TypedFuzzType($"Branches{name}{++_made}") { Items = given });
    }

    // What came of it goes beside the data: as it is, or as an object of its parts.
    private void Finish(string name, string next, TypedFuzzLanguage language, string state, TypedFuzzType result)
    {
        string target = random.Pick("$.m", "$.m", "$.p", flow.MayReplace ? "$" : "$.m");
        string handled = random.Percent(75) ? "" : ",\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"],\"MaxAttempts\":1}]";
        bool catches = random.Percent(20);
        if (language is not TypedFuzzPaths)
        {
            handled += catches ? $",\"Catch\":[{{\"ErrorEquals\":[\"States.ALL\"]{TypedFuzzStates.Output("$.e", "$states.errorOutput")},\"Next\":\"{next}\"}}]" : "";
            flow.Write(name, $"{state}{language.Field}{TypedFuzzStates.Output(target, "$states.result")}{handled},\"Next\":\"{next}\"");
            Know(target, result, catches);
            return;
        }

        handled += catches ? $",\"Catch\":[{{\"ErrorEquals\":[\"States.ALL\"],\"ResultPath\":\"$.e\",\"Next\":\"{next}\"}}]" : "";
        if (random.Percent(25))
        {
            TypedFuzzType selected = random.Pick([.. plan.Objects]);
            handled += $",\"ResultSelector\":{language.Template(selected, flow.Known.Copy(result))}";
            result = selected;
        }
        flow.Write(name, $"{state},\"ResultPath\":\"{target}\"{handled},\"Next\":\"{next}\"");
        Know(target, result, catches);
    }

    private void Know(string target, TypedFuzzType result, bool catches)
    {
        flow.Known.Set(target, result);
        if (catches)
            flow.Known.Spoil();
    }
}
