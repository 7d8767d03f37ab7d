using System.Text.Json.Nodes;
using Compiled.Language.Expressions;

namespace Conformance.Fuzzing;

/// <summary>Paths to what members of some kind hold: mostly to members that an input has, some to nothing, and in mixed machines any that the language has.</summary>
internal sealed class FuzzPaths(FuzzRandom random, bool isMixed)
{
    /// <summary>The variables that a state of the machine assigns.</summary>
    public List<string> Variables { get; } = [];

    /// <summary>The members that the data has after the states made so far, were they run one after the other; null for those of inputs.</summary>
    private HashSet<string>? _known;

    /// <summary>A path to a value of the kind.</summary>
    public string To(FuzzKind kind)
    {
        if (isMixed && random.Percent(6))
            return Context(kind);
        if (Variables.Count > 0 && random.Percent(15))
            return "$" + random.Pick(Variables.ToArray());
        if (kind == FuzzKind.Array && random.Percent(isMixed ? 30 : 12))
            return Indefinite();
        return Reference(random.Percent(3) ? Any() : kind);
    }

    /// <summary>A reference path to a value of the kind: names and single indexes only.</summary>
    public string Reference(FuzzKind kind)
    {
        string path = "$";
        if (kind == FuzzKind.Object && random.Percent(35) || _known?.Count == 0 && random.Percent(90))
            return path;
        for (int depth = random.Pick(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2); depth > 0; depth--)
            path += random.Percent(85) ? Step(FuzzNames.Of(random, FuzzKind.Object)) : Step(FuzzNames.Of(random, FuzzKind.Array)) + $"[{random.Pick(0, 0, 0, 1)}]";
        return path.Length == 1 ? KnownStep(kind) : path + Step(FuzzNames.Of(random, kind));
    }

    /// <summary>A state has been made, and leaves other data.</summary>
    public void After(JsonObject state)
    {
        if (state["ResultPath"] is not null || !state.ContainsKey("ResultPath"))
        {
            HashSet<string>? result = Result(state);
            string target = state["ResultPath"]?.ToString() ?? "$";
            if (target == "$")
                _known = result;
            else
                _known?.Add(target.Length > 2 && target[1] == '.' ? target[2..].Split('.', '[')[0] : "");
        }

        if (state.ContainsKey("OutputPath") && state["OutputPath"]?.ToString() is not "$")
            _known = state["OutputPath"] is null ? [] : [.. FuzzNames.Core];
    }

    private HashSet<string>? Result(JsonObject state)
    {
        JsonNode? made = state["ResultSelector"] ?? state["Result"] ?? (state["Type"]!.ToString() == "Task" ? null : state["Parameters"]);
        return made is JsonObject members ? [.. members.Select(static member => member.Key.EndsWith(".$", StringComparison.Ordinal) ? member.Key[..^2] : member.Key)]
            : made is not null ? []
            : state["Type"]!.ToString() == "Task" ? [.. FuzzNames.Core]
            : _known;
    }

    // What is not there is asked for now and then only.
    private string KnownStep(FuzzKind kind)
    {
        if (_known is null || random.Percent(2))
            return "$" + Step(FuzzNames.Of(random, kind));
        string[] fitting = [.. _known.Where(name => FuzzNames.KindOf(name) == kind).Order(StringComparer.Ordinal)];
        if (fitting.Length > 0)
            return "$" + Step(random.Pick(fitting));
        return _known.Count == 0 ? "$" : "$" + Step(random.Pick(_known.Order(StringComparer.Ordinal).ToArray()));
    }

    public FuzzKind Any() => random.Pick(FuzzKind.Number, FuzzKind.Text, FuzzKind.Flag, FuzzKind.Object, FuzzKind.Array, FuzzKind.Any);

    /// <summary>A step to a member, in a form that the language takes for the name.</summary>
    public string Step(string name)
    {
        bool isPlain = name.Length > 0 && name.All(char.IsAsciiLetterOrDigit);
        return isPlain && random.Percent(85) ? "." + name : "['" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "']";
    }

    // ASL has them in two tongues: those that a fast path can follow, and those that filter, descend or count.
    private string Indefinite()
    {
        string items = KnownStep(FuzzKind.Array), any = KnownStep(FuzzKind.Object);
        string path = random.Below(isMixed ? 12 : 7) switch
        {
            0 => items + "[*]",
            1 => items + "[0,1]",
            2 => items + "[0:2]",
            3 => items + "[*].n",
            4 => any + ".*",
            5 => any + "['n','s']",
            6 => items + "[1:]" + Step(FuzzNames.Of(random, FuzzKind.Object)),
            7 => "$..n",
            8 => items + "[-1:]",
            9 => items + "[?(@.n > 1)]",
            10 => items + "[?(@.s == 'x')].n",
            _ => items + "[-1]",
        };
        return PathParser.Parse(path, out _) is null ? items : path;
    }

    private string Context(FuzzKind kind) => kind switch
    {
        FuzzKind.Number => random.Pick("$$.State.RetryCount", "$$.Execution.Input.n"),
        FuzzKind.Text => random.Pick("$$.Execution.Name", "$$.State.Name", "$$.Execution.StartTime", "$$.StateMachine.Name", "$$.Execution.Input.s"),
        FuzzKind.Time => random.Pick("$$.State.EnteredTime", "$$.Execution.StartTime"),
        FuzzKind.Object => random.Pick("$$.Execution.Input", "$$.State", "$$"),
        _ => "$$.Execution.Input" + Step(FuzzNames.Of(random, kind)),
    };
}
