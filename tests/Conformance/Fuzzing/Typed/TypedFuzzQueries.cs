namespace Conformance.Fuzzing.Typed;

/// <summary>JSONata.</summary>
internal sealed class TypedFuzzQueries(FuzzRandom random, bool isMachines) : TypedFuzzLanguage(random)
{
    public override string Field => isMachines ? "" : ",\"QueryLanguage\":\"JSONata\"";

    public override string Computed(string name, string expression) => $"\"{name}\":\"{{% {expression} %}}\"";

    // Paths of variables and of '$states' are the same in both languages.
    public override string Read(string path) =>
        path.StartsWith("$$.", StringComparison.Ordinal) ? "$states.context." + path[3..] : TypedFuzzKnown.IsData(path) ? "$states.input" + path[1..] : path;

    public override string Question(TypedFuzzKnown known) => $"\"Condition\":\"{{% {Flag(known)} %}}\"";

    protected override string? Call(TypedFuzzType type, TypedFuzzKnown known) => type.Bare switch
    {
        "string" => Random.Pick(
            $"'at ' & {Operand(known, "1", "string", "int", "bool", "double")} & '-' & {Operand(known, "2", "long", "decimal", "string")}",
            $"$string({Operand(known, "1", "int", "long", "double", "bool")})", $"$uppercase({Text(known)})", $"$substring({Text(known)}, 0, 2)",
            $"{Flag(known)} ? {Text(known)} : 'no'", $"$join([{Text(known)}, {Text(known)}], '+')", $"$string({Read(Random.Pick([.. known.All]).Path)})"),
        "int" or "long" => Random.Percent(20) && List(known) is { } list ? $"$count({Read(list)})"
            : Random.Pick($"{Number(known)} + 1", $"{Number(known)} - {Number(known)}", $"$floor({Operand(known, "1.5", "double", "decimal")})", $"$length({Text(known)})", $"$max([{Number(known)}, {Number(known)}])"),
        "double" => Random.Pick($"{Number(known)} / 2", $"{Operand(known, "1.5", "double", "int")} * 1.5", $"$sum([{Number(known)}, 0.5])"),
        "decimal" => Random.Pick($"{Number(known)} + 0.5", Operand(known, "1.5", "decimal", "int")),
        "bool" => Flag(known),
        _ when type.Item is { } item && known.Of(item) is { Length: > 0 } items => $"[{Read(Random.Pick(items))}{(Random.Percent(50) ? ", " + Read(Random.Pick(items)) : "")}]",
        _ when type.Item?.Bare == "string" => $"$split({Text(known)}, ' ')",
        _ when type.Members is { } members && known.Of(type) is { Length: > 0 } found => $"$merge([{Read(Random.Pick(found))}, {{'{members[0].Name}': null}}])",
        _ => null,
    };

    protected override string Each(string path, string? member)
    {
        string list = Read(path), step = member is null ? "" : "." + member;
        return Random.Pick($"[{list}{step}]", $"[{list}{step}]", $"$map({list}, function($x) {{ $x{step} }})[]", $"[{list}[0]{step}]", $"$append({list}{step}, [])", $"[$filter({list}, function($x) {{ $exists($x{step}) }}){step}]");
    }

    // True or false in any case, unless what is compared is of another kind.
    private string Flag(TypedFuzzKnown known) => Random.Below(7) switch
    {
        0 => $"{Text(known)} = 'x'",
        1 => $"$exists({Read(Random.Pick([.. known.All]).Path)})",
        2 => $"{Number(known)} > {Number(known)} and {Text(known)} != ''",
        3 => $"$not({Operand(known, "true", "bool")})",
        4 => $"{Number(known)} in [1, 2, 3]",
        _ => $"{Number(known)} {Random.Pick("<", ">", "<=", ">=", "=")} 2",
    };
}
