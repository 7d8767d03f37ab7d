namespace Conformance.Fuzzing.Typed;

/// <summary>JSONPath and intrinsic functions.</summary>
internal sealed class TypedFuzzPaths(FuzzRandom random) : TypedFuzzLanguage(random)
{
    public override string Field => "";

    public override string Computed(string name, string expression) => $"\"{name}.$\":\"{expression}\"";

    public override string Read(string path) => path;

    public override string Question(TypedFuzzKnown known)
    {
        int draw = Random.Below(10);
        return draw switch
        {
            0 => $"\"And\":[{{{Comparison(known)}}},{{{Comparison(known)}}}]",
            1 => $"\"Or\":[{{{Comparison(known)}}},{{{Comparison(known)}}}]",
            2 => $"\"Not\":{{{Comparison(known)}}}",
            _ => Comparison(known),
        };
    }

    protected override string? Call(TypedFuzzType type, TypedFuzzKnown known) => type.Bare switch
    {
        "string" => Random.Below(8) switch
        {
            0 => $"States.JsonToString({Random.Pick([.. known.All]).Path})",
            1 => $"States.Base64Encode({Text(known)})",
            2 => $"States.ArrayGetItem(States.StringSplit({Text(known)}, ','), 0)",
            _ => $"States.Format('{Random.Pick("", "at ", "\\\\{")}{{}}-{{}}', {Operand(known, "1", "string", "int", "bool", "double")}, {Operand(known, "2", "long", "decimal", "string")})",
        },
        "int" or "long" => Random.Percent(15) && List(known) is { } list ? $"States.ArrayLength({list})" : $"States.MathAdd({Number(known)}, {Random.Pick("1", "-1", Number(known))})",
        "bool" when List(known) is { } list => $"States.ArrayContains({list}, {Operand(known, "1", "string", "int")})",
        _ when type.Item is { } item && known.Of(item) is { Length: > 0 } items => $"States.Array({Random.Pick(items)}{(Random.Percent(50) ? ", " + Random.Pick(items) : "")})",
        _ when type.Item?.Bare == "string" => $"States.StringSplit({Text(known)}, ' ')",
        _ => null,
    };

    protected override string Each(string path, string? member) => $"{path}[{(Random.Percent(85) ? "*" : Random.Pick("0:1", "-1:"))}]{(member is null ? "" : "." + member)}";

    private string Comparison(TypedFuzzKnown known)
    {
        (string path, TypedFuzzType type) = Random.Pick([.. known.All]);
        string test = Random.Percent(15) ? Random.Pick("\"IsPresent\":true", "\"IsPresent\":false", "\"IsNull\":false", "\"IsNumeric\":true", "\"IsString\":true", "\"IsBoolean\":true") : type.Bare switch
        {
            "string" => Random.Pick("\"StringEquals\":\"x\"", "\"StringLessThan\":\"m\"", "\"StringMatches\":\"*s*\"", $"\"StringEqualsPath\":\"{Other(known, "string")}\""),
            "bool" => Random.Pick("\"BooleanEquals\":true", "\"BooleanEquals\":false", $"\"BooleanEqualsPath\":\"{Other(known, "bool")}\""),
            _ => Random.Pick("\"NumericLessThan\":3", "\"NumericGreaterThanEquals\":2.5", "\"NumericEquals\":2147483647", $"\"NumericLessThanEqualsPath\":\"{Other(known, "int", "long", "double")}\""),
        };
        return $"\"Variable\":\"{path}\",{test}";
    }

    private string Other(TypedFuzzKnown known, params string[] types) => Operand(known, Random.Pick([.. known.All]).Path, types);
}
