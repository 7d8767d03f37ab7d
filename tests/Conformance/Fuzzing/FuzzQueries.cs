using System.Text.Json.Nodes;

namespace Conformance.Fuzzing;

/// <summary>
/// States in JSONata: expressions over the input, results, errors and variables, by names and through arrays, conditions, constructors, strings, and functions
/// over items; most of them give what their place wants, if the input is as inputs mostly are.
/// </summary>
internal sealed class FuzzQueries(FuzzRandom random)
{
    private static readonly string[] s_names = ["v", "w", "order", "x1"];

    // What a path may start from in the state at hand.
    private readonly List<string> _roots = [];
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);

    /// <summary>Makes the state one in JSONata; its Retry, Catch and transitions are others' matter.</summary>
    public JsonObject State(string type)
    {
        JsonObject state = new() { ["Type"] = type, ["QueryLanguage"] = "JSONata" };
        if (type == "Task" && random.Percent(70))
            state.Add("Arguments", Template(0));
        if (type != "Choice")
            Exit(state, type == "Task" ? "$states.result" : null);
        if (type == "Succeed")
            state.Remove("Assign");
        return state;
    }

    /// <summary>A rule without its <c>Next</c>.</summary>
    public JsonObject Rule()
    {
        JsonObject rule = new() { ["Condition"] = Query(Flag(0)) };
        Exit(rule, null);
        return rule;
    }

    /// <summary>What a catcher has beside the errors that it waits for.</summary>
    public void Catch(JsonObject catcher) => Exit(catcher, "$states.errorOutput");

    private void Exit(JsonObject state, string? result)
    {
        if (result is not null)
            _roots.Add(result);
        if (random.Percent(45))
        {
            JsonObject assign = [];
            for (int count = random.Pick(1, 1, 2); count > 0; count--)
                assign[random.Pick(s_names)] = random.Percent(50) ? Query(Path(Any())) : Template(1);
            state.Add("Assign", assign);
            foreach (KeyValuePair<string, JsonNode?> each in assign)
                _assigned.Add(each.Key);
        }

        if (random.Percent(55))
            state.Add("Output", random.Percent(15) ? Query(Path(FuzzKind.Object)) : Template(0));
        _roots.Clear();
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
            string name = FuzzNames.Of(random, Any());
            made[name] = Member(FuzzNames.KindOf(name), depth);
        }

        return made;
    }

    private JsonNode? Member(FuzzKind kind, int depth) => kind switch
    {
        FuzzKind.Object when depth < 2 && random.Percent(40) => Template(depth + 1),
        FuzzKind.Array when depth < 2 && random.Percent(20) => new JsonArray(Query(Number(1)), "x", Template(depth + 1)),
        FuzzKind.Number when random.Percent(15) => random.Below(9),
        _ => Query(Of(kind, 0)),
    };

    private static JsonNode Query(string expression) => JsonValue.Create($"{{% {expression} %}}")!;

    private FuzzKind Any() => random.Pick(FuzzKind.Number, FuzzKind.Text, FuzzKind.Flag, FuzzKind.Object, FuzzKind.Array);

    private string Of(FuzzKind kind, int depth) => random.Percent(depth == 0 ? 45 : 65) || depth > 2 ? Path(kind) : kind switch
    {
        FuzzKind.Number => Number(depth + 1),
        FuzzKind.Text or FuzzKind.Time => Text(depth + 1),
        FuzzKind.Flag => Flag(depth + 1),
        FuzzKind.Object => Object(depth + 1),
        FuzzKind.Array => Array(depth + 1),
        _ => Path(kind),
    };

    private string Path(FuzzKind kind)
    {
        string path = Root();
        for (int depth = random.Pick(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2); depth > 0; depth--)
            path += random.Percent(75) ? "." + Name(FuzzKind.Object) : "." + Name(FuzzKind.Array) + random.Pick("", "[0]", "[n > 0]", "[-1]", "^(n)", "[]");
        return random.Percent(2) ? path : path + "." + Name(kind) + (random.Percent(94) ? "" : random.Pick("[0]", "[]"));
    }

    private string Root()
    {
        string[] roots = [.. _roots, .. _assigned.Select(static name => "$" + name), "$states.input", "$states.input"];
        return random.Pick(roots);
    }

    // Names that are no words of JSONata stand as they are.
    private string Name(FuzzKind kind)
    {
        string name = FuzzNames.Of(random, kind);
        return name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) ? name : $"`{name.Replace("`", "", StringComparison.Ordinal)}`";
    }

    private string Number(int depth) => random.Below(9) switch
    {
        0 => $"{Of(FuzzKind.Number, depth)} {random.Pick("+", "-", "*", "/", "%")} {Of(FuzzKind.Number, depth)}",
        1 => $"$sum({Items(depth)}.{random.Pick("n", "(n * 2)", "(n + m)", "o.n")})",
        2 => $"$count({Items(depth)})",
        3 => $"$round({Of(FuzzKind.Number, depth)}, {random.Pick("0", "1", "2")})",
        4 => $"$length({Of(FuzzKind.Text, depth)})",
        5 => $"({Of(FuzzKind.Flag, depth)} ? {Of(FuzzKind.Number, depth)} : 7)",
        6 => $"$max({Items(depth)}.n)",
        7 => $"$reduce({Items(depth)}, function($a, $b) {{ $string($a) & $string($b) }}, 'z')",
        _ => random.Pick("0", "1", "2.5", "-3"),
    };

    private string Text(int depth) => random.Below(7) switch
    {
        0 => $"{Of(FuzzKind.Text, depth)} & '-' & {Of(FuzzKind.Number, depth)}",
        1 => $"'Order ' & {Of(FuzzKind.Text, depth)} & ({Of(FuzzKind.Flag, depth)} ? ' (' & {Of(FuzzKind.Number, depth)} & ')' : '')",
        2 => $"$string({Of(Any(), depth)})",
        3 => $"$join({Items(depth)}.s, '-')",
        4 => $"$uppercase({Of(FuzzKind.Text, depth)})",
        5 => $"{Of(Any(), depth)} & {Of(Any(), depth)}",
        _ => random.Pick("'x'", "''", "'größe 🙂'", "'say \\\"hi\\\"'"),
    };

    private string Flag(int depth) => random.Below(9) switch
    {
        0 => $"{Of(FuzzKind.Number, depth)} {random.Pick("<", ">", "<=", ">=")} {Of(FuzzKind.Number, depth)}",
        1 => $"{Path(Any())} {random.Pick("=", "!=")} {random.Pick("'x'", "1", "true", "null", "2.5")}",
        2 => $"$exists({Path(Any())})",
        3 => $"{Flag(depth + 2)} {random.Pick("and", "or")} {Flag(depth + 2)}",
        4 => $"$not({Of(FuzzKind.Flag, depth)})",
        5 => $"{Of(Any(), depth)} = {Of(Any(), depth)}",
        6 => $"{Of(FuzzKind.Number, depth)} in {Path(FuzzKind.Array)}",
        7 => $"$boolean({Path(Any())})",
        _ => random.Pick("true", "false", "1 < 2"),
    };

    private string Object(int depth) => random.Below(4) switch
    {
        0 => $"{{'n': {Of(FuzzKind.Number, depth)}, 's': {Of(FuzzKind.Text, depth)}}}",
        1 => $"$merge([{Path(FuzzKind.Object)}, {{'n': {Of(FuzzKind.Number, depth)}}}])",
        2 => $"{Items(depth)}{{s: $sum(n)}}",
        _ => $"($o := {Path(FuzzKind.Object)}; {{'o': $o, 'n': $o.n}})",
    };

    private string Array(int depth) => random.Below(8) switch
    {
        0 => $"[{Of(FuzzKind.Number, depth)}, {Of(Any(), depth)}]",
        1 => $"$filter({Items(depth)}, function($i) {{ $i.n > 0 }})",
        2 => $"$map({Items(depth)}, function($i, $k) {{ {random.Pick("$i.n", "$k", "{'n': $i.n, 'k': $k}", "$i.o.list", "$i.n + 1")} }})",
        3 => $"{Items(depth)}[{random.Pick("n > 1", "s = 'x'", "$exists(n)", "0", "-1", "[0..1]")}]",
        4 => $"{Items(depth)}.{random.Pick("n", "{'n': n}", "[n, s]", "o.list", "$string()")}",
        5 => $"$append({Path(FuzzKind.Array)}, {Of(FuzzKind.Array, depth)})",
        6 => $"{Items(depth)}^({random.Pick(">", "<", "")}n)",
        _ => $"[1..{random.Pick("3", "0", "$count(" + Path(FuzzKind.Array) + ")")}]",
    };

    private string Items(int depth) => random.Percent(80) || depth > 1 ? Path(FuzzKind.Array) : Array(depth + 1);
}
