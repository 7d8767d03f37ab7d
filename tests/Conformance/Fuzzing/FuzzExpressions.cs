namespace Conformance.Fuzzing;

/// <summary>
/// Expressions in JSONata: over the input, results, errors and variables, by names and through arrays, conditions, constructors, strings, and functions over items.
/// </summary>
internal sealed class FuzzExpressions(FuzzRandom random)
{
    /// <summary>What a path may start from in the state at hand, beside the input and the variables.</summary>
    public List<string> Roots { get; } = [];

    /// <summary>The variables that are assigned somewhere.</summary>
    public HashSet<string> Assigned { get; } = new(StringComparer.Ordinal);

    public FuzzKind Any() => random.Pick(FuzzKind.Number, FuzzKind.Text, FuzzKind.Flag, FuzzKind.Object, FuzzKind.Array);

    /// <summary>An expression of a kind.</summary>
    public string Of(FuzzKind kind, int depth) => random.Percent(depth == 0 ? 45 : 65) || depth > 2 ? Path(kind) : kind switch
    {
        FuzzKind.Number => Number(depth + 1),
        FuzzKind.Text or FuzzKind.Time => Text(depth + 1),
        FuzzKind.Flag => Flag(depth + 1),
        FuzzKind.Object => Object(depth + 1),
        FuzzKind.Array => Array(depth + 1),
        _ => Path(kind),
    };

    /// <summary>A path, mostly to what is of a kind.</summary>
    public string Path(FuzzKind kind)
    {
        if (random.Percent(4))
            return Unusual(kind);
        string path = Root();
        for (int depth = random.Pick(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2); depth > 0; depth--)
            path += random.Percent(75) ? "." + Name(FuzzKind.Object) : "." + Name(FuzzKind.Array) + random.Pick("", "[0]", "[n > 0]", "[-1]", "^(n)", "[]");
        return random.Percent(2) ? path : path + "." + Name(kind) + (random.Percent(94) ? "" : random.Pick("[0]", "[]"));
    }

    private string Root()
    {
        string[] roots = [.. Roots, .. Assigned.Order(StringComparer.Ordinal).Select(static name => "$" + name), "$states.input", "$states.input"];
        return random.Pick(roots);
    }

    // Ways to read a root other than by names that follow it.
    private string Unusual(FuzzKind kind)
    {
        string root = Root(), name = Name(kind);
        return random.Below(14) switch
        {
            0 => $"{root}.*",
            1 => $"{root}.**.{name}",
            2 => $"$lookup({root}, 'n')",
            3 => $"{root}@$e.{{'e': $e.{name}}}",
            4 => $"{root}.list#$i.{{'i': $i, 'n': n}}",
            5 => $"{root}.list.{{'n': n, 'up': %.n}}",
            6 => $"({root}).{name}",
            7 => $"{root}[n > 0].{name}",
            8 => $"{root}.({name})",
            9 => $"($s := $states; $s.input.{name})",
            10 => $"{root} ~> $keys()",
            11 => $"$states.context.Execution.{random.Pick("Input." + name, "Name", "Input")}",
            12 => $"({root} ~> |$|{{'n': 9}}|).{name}",
            _ => $"{root}{{'k': {name}}}",
        };
    }

    // Names that are no words of JSONata stand as they are.
    private string Name(FuzzKind kind)
    {
        string name = FuzzNames.Of(random, kind);
        return name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) ? name : $"`{name.Replace("`", "", StringComparison.Ordinal)}`";
    }

    public string Number(int depth) => random.Below(13) switch
    {
        0 => $"{Of(FuzzKind.Number, depth)} {random.Pick("+", "-", "*", "/", "%")} {Of(FuzzKind.Number, depth)}",
        1 => $"$sum({Items(depth)}.{random.Pick("n", "(n * 2)", "(n + m)", "o.n")})",
        2 => $"$count({Items(depth)})",
        3 => $"$round({Of(FuzzKind.Number, depth)}, {random.Pick("0", "1", "2")})",
        4 => $"$length({Of(FuzzKind.Text, depth)})",
        5 => $"({Of(FuzzKind.Flag, depth)} ? {Of(FuzzKind.Number, depth)} : 7)",
        6 => $"$max({Items(depth)}.n)",
        7 => $"$reduce({Items(depth)}, function($a, $b) {{ $string($a) & $string($b) }}, 'z')",
        8 => $"${random.Pick("abs", "floor", "ceil", "sqrt")}({Of(FuzzKind.Number, depth)})",
        9 => $"${random.Pick("average", "min")}({Items(depth)}.n)",
        10 => $"$power({Of(FuzzKind.Number, depth)}, 2)",
        11 => random.Pick($"{Path(FuzzKind.Number)} ?: 3", $"{Path(FuzzKind.Any)} ?? 4", $"$number({Of(FuzzKind.Text, depth)})", $"-{Path(FuzzKind.Number)}", $"$toMillis({Path(FuzzKind.Time)})"),
        _ => random.Pick("0", "1", "2.5", "-3"),
    };

    private string Text(int depth) => random.Below(12) switch
    {
        0 => $"{Of(FuzzKind.Text, depth)} & '-' & {Of(FuzzKind.Number, depth)}",
        1 => $"'Order ' & {Of(FuzzKind.Text, depth)} & ({Of(FuzzKind.Flag, depth)} ? ' (' & {Of(FuzzKind.Number, depth)} & ')' : '')",
        2 => $"$string({Of(Any(), depth)})",
        3 => $"$join({Items(depth)}.s, '-')",
        4 => $"$uppercase({Of(FuzzKind.Text, depth)})",
        5 => $"{Of(Any(), depth)} & {Of(Any(), depth)}",
        6 => $"$substring({Of(FuzzKind.Text, depth)}, {random.Pick("0", "1", "-2")}, 2)",
        7 => $"${random.Pick("lowercase", "trim", "type", "base64encode")}({Of(FuzzKind.Text, depth)})",
        8 => $"$replace({Of(FuzzKind.Text, depth)}, {random.Pick("'x'", "/[a-z]/")}, 'y')",
        9 => $"${random.Pick("substringBefore", "substringAfter")}({Of(FuzzKind.Text, depth)}, 'r')",
        10 => random.Pick($"$pad({Of(FuzzKind.Text, depth)}, -5, '#')", $"$hash({Of(FuzzKind.Text, depth)}, 'MD5')", $"$formatNumber({Of(FuzzKind.Number, depth)}, '0.00')", $"$fromMillis({Of(FuzzKind.Number, depth)})", $"{Of(FuzzKind.Text, depth)} ~> $uppercase()", $"$split({Of(FuzzKind.Text, depth)}, ',')[0]"),
        _ => random.Pick("'x'", "''", "'größe 🙂'", "'say \\\"hi\\\"'"),
    };

    public string Flag(int depth) => random.Below(11) switch
    {
        0 => $"{Of(FuzzKind.Number, depth)} {random.Pick("<", ">", "<=", ">=")} {Of(FuzzKind.Number, depth)}",
        1 => $"{Path(Any())} {random.Pick("=", "!=")} {random.Pick("'x'", "1", "true", "null", "2.5")}",
        2 => $"$exists({Path(Any())})",
        3 => $"{Flag(depth + 2)} {random.Pick("and", "or")} {Flag(depth + 2)}",
        4 => $"$not({Of(FuzzKind.Flag, depth)})",
        5 => $"{Of(Any(), depth)} = {Of(Any(), depth)}",
        6 => $"{Of(FuzzKind.Number, depth)} in {Path(FuzzKind.Array)}",
        7 => $"$boolean({Path(Any())})",
        8 => $"$contains({Of(FuzzKind.Text, depth)}, {random.Pick("'x'", "/^x/i", "/ß/")})",
        9 => $"$count($match({Of(FuzzKind.Text, depth)}, /[a-z]+/)) > 0",
        _ => random.Pick("true", "false", "1 < 2"),
    };

    private string Object(int depth) => random.Below(8) switch
    {
        0 => $"{{'n': {Of(FuzzKind.Number, depth)}, 's': {Of(FuzzKind.Text, depth)}}}",
        1 => $"$merge([{Path(FuzzKind.Object)}, {{'n': {Of(FuzzKind.Number, depth)}}}])",
        2 => $"{Items(depth)}{{s: $sum(n)}}",
        3 => $"$sift({Path(FuzzKind.Object)}, function($v, $k) {{ $k != 'n' }})",
        4 => $"$merge($each({Path(FuzzKind.Object)}, function($v, $k) {{ {{$k: $string($v)}} }}))",
        5 => $"{Path(FuzzKind.Object)} ~> |{random.Pick("$", "o", "**[n]")}|{{'t': {random.Pick("n", "$.s", "1")}}}{random.Pick("", ", 'n'", ", ['n', 's']")}|",
        6 => $"($f := function($x) {{ {{'x': $x, 'n': {Path(FuzzKind.Number)}}} }}; $f({Of(Any(), depth)}))",
        _ => $"($o := {Path(FuzzKind.Object)}; {{'o': $o, 'n': $o.n}})",
    };

    private string Array(int depth) => random.Below(13) switch
    {
        0 => $"[{Of(FuzzKind.Number, depth)}, {Of(Any(), depth)}]",
        1 => $"$filter({Items(depth)}, function($i) {{ $i.n > 0 }})",
        2 => $"$map({Items(depth)}, function($i, $k) {{ {random.Pick("$i.n", "$k", "{'n': $i.n, 'k': $k}", "$i.o.list", "$i.n + 1")} }})",
        3 => $"{Items(depth)}[{random.Pick("n > 1", "s = 'x'", "$exists(n)", "0", "-1", "[0..1]")}]",
        4 => $"{Items(depth)}.{random.Pick("n", "{'n': n}", "[n, s]", "o.list", "$string()")}",
        5 => $"$append({Path(FuzzKind.Array)}, {Of(FuzzKind.Array, depth)})",
        6 => $"{Items(depth)}^({random.Pick(">", "<", "")}n)",
        7 => $"$sort({Items(depth)}, function($a, $b) {{ $a.n > $b.n }})",
        8 => $"${random.Pick("keys", "spread")}({Path(FuzzKind.Object)})",
        9 => $"${random.Pick("distinct", "reverse")}({Items(depth)})",
        10 => $"$zip({Items(depth)}, {Items(depth)})",
        11 => random.Pick($"$split({Of(FuzzKind.Text, depth)}, ',')", $"$partition({Items(depth)}, 2)", $"$range(1, {Of(FuzzKind.Number, depth)}, 1)", $"$each({Path(FuzzKind.Object)}, function($v) {{ $v }})", $"$single({Items(depth)}, function($i) {{ $i.n = 1 }})"),
        _ => $"[1..{random.Pick("3", "0", "$count(" + Path(FuzzKind.Array) + ")")}]",
    };

    private string Items(int depth) => random.Percent(80) || depth > 1 ? Path(FuzzKind.Array) : Array(depth + 1);
}
