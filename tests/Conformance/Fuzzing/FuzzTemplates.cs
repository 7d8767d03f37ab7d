using System.Text.Json.Nodes;

namespace Conformance.Fuzzing;

/// <summary>Payload templates: objects of literals, paths and intrinsic functions, nested.</summary>
internal sealed class FuzzTemplates(FuzzRandom random, FuzzPaths paths, bool isMixed)
{
    /// <summary>An object template. Most keep the members that paths name, so that later states find them.</summary>
    public JsonObject Object(int depth = 0)
    {
        JsonObject made = [];
        if (depth == 0 && random.Percent(80))
        {
            foreach (string name in FuzzNames.Core)
                Add(made, name, depth);
        }

        for (int more = random.Pick(0, 0, 1, 2); more > 0; more--)
            Add(made, FuzzNames.Of(random, paths.Any()), depth);
        return made;
    }

    /// <summary>A literal of the kind; of any kind now and then.</summary>
    public JsonNode? Literal(FuzzKind kind)
    {
        if (random.Percent(3))
            kind = paths.Any();
        return kind switch
        {
            FuzzKind.Number => JsonNode.Parse(random.Pick("0", "1", "2", "-0", "1.0", "2.5", "1e2", "9007199254740993", "-7")),
            FuzzKind.Text => random.Pick("", "x", "y", "it's \"so\"", "größe 🙂", "{\"n\":1}", "2024-06-01T00:00:00Z", "{}"),
            FuzzKind.Flag => random.Percent(50),
            FuzzKind.Time => random.Pick("2024-06-01T00:00:00Z", "2024-06-01T12:00:00.5Z", "2024-06-01T12:00:00+02:00"),
            FuzzKind.Object => JsonNode.Parse(random.Pick("{}", "{\"n\":1,\"s\":\"x\"}", "{\"o\":{\"n\":2},\"list\":[1,2]}")),
            FuzzKind.Array => JsonNode.Parse(random.Pick("[]", "[1,2,3]", "[{\"n\":1,\"o\":{\"n\":4}},{\"n\":2,\"s\":\"x\"}]", "[null,\"x\",true]")),
            _ => JsonNode.Parse(random.Pick("null", "1", "\"x\"", "[]", "{}", "true")),
        };
    }

    /// <summary>A path or a call of an intrinsic function that gives a value of the kind.</summary>
    public string Expression(FuzzKind kind, int depth = 0) => random.Percent(depth == 0 ? 70 : 80) || depth > 2 ? paths.To(kind) : Call(kind, depth + 1);

    private void Add(JsonObject made, string name, int depth)
    {
        FuzzKind kind = FuzzNames.KindOf(name);
        made.Remove(name);
        made.Remove(name + ".$");
        if (random.Percent(60))
            made.Add(name + ".$", Expression(kind));
        else if (depth < 2 && kind == FuzzKind.Object && random.Percent(depth == 0 ? 60 : 20))
            made.Add(name, Object(depth + 1));
        else if (depth < 2 && kind == FuzzKind.Array && random.Percent(depth == 0 ? 50 : 10))
            made.Add(name, new JsonArray(Literal(FuzzKind.Number), Object(depth + 1)));
        else
            made.Add(name, Literal(kind));
    }

    private string Call(FuzzKind kind, int depth)
    {
        string To(FuzzKind of) => random.Percent(80) ? Expression(of, depth) : Argument(of);
        return kind switch
        {
            FuzzKind.Number => random.Pick($"States.MathAdd({To(FuzzKind.Number)}, {random.Pick("1", "-1", "10")})", $"States.ArrayLength({To(FuzzKind.Array)})", Random()),
            FuzzKind.Text or FuzzKind.Time => random.Below(8) switch
            {
                0 => $"States.JsonToString({To(FuzzKind.Object)})",
                1 => $"States.Hash({To(FuzzKind.Text)}, 'SHA-256')",
                2 => $"States.Base64Encode({To(FuzzKind.Text)})",
                3 => random.Percent(80) ? "States.Base64Decode('eA==')" : $"States.Base64Decode({To(FuzzKind.Text)})",
                4 => isMixed && random.Percent(25) ? "States.UUID()" : $"States.Format('\\{{{{}}\\}}', {To(FuzzKind.Text)})",
                5 => $"States.Format('{{}}-{{}}', {To(FuzzKind.Number)}, {To(FuzzKind.Text)})",
                _ => $"States.Format('it\\'s {{}}', {To(FuzzKind.Number)})",
            },
            FuzzKind.Flag => $"States.ArrayContains({To(FuzzKind.Array)}, {To(FuzzKind.Number)})",
            FuzzKind.Object => random.Percent(70) ? $"States.JsonMerge({To(FuzzKind.Object)}, {To(FuzzKind.Object)}, false)" : $"States.StringToJson({(random.Percent(70) ? "'{\"n\":1}'" : To(FuzzKind.Text))})",
            FuzzKind.Array => random.Below(7) switch
            {
                0 => $"States.ArrayPartition({To(FuzzKind.Array)}, 2)",
                1 => $"States.ArrayRange(1, {random.Pick("3", "9", "$.n")}, {random.Pick("1", "2")})",
                2 => $"States.ArrayUnique({To(FuzzKind.Array)})",
                3 => $"States.StringSplit({To(FuzzKind.Text)}, '{random.Pick("x", ",", "-")}')",
                _ => $"States.Array({To(FuzzKind.Number)}, {To(FuzzKind.Object)}, {To(FuzzKind.Any)})",
            },
            _ => random.Percent(60) ? $"States.ArrayGetItem(States.Array({To(FuzzKind.Number)}, {To(FuzzKind.Text)}), {random.Pick("0", "1")})" : $"States.ArrayGetItem({To(FuzzKind.Array)}, {random.Pick("0", "1", "$.n")})",
        };
    }

    private string Random() => isMixed && random.Percent(25) ? "States.MathRandom(1, 10)" : "States.MathAdd(1, 2)";

    private string Argument(FuzzKind kind) => kind switch
    {
        FuzzKind.Number => random.Pick("0", "1", "2", "10"),
        FuzzKind.Text => random.Pick("'x'", "''", "'größe'", "'a,b'", "'{\"n\":1}'"),
        FuzzKind.Flag => random.Pick("true", "false"),
        FuzzKind.Any => random.Pick("null", "1", "'x'"),
        _ => paths.To(kind),
    };
}
