using System.Text.Json.Nodes;

namespace Conformance.Fuzzing;

/// <summary>Conditions of Choice rules: every operator, with literals and paths, on members that are there or not, combined.</summary>
internal sealed class FuzzConditions(FuzzRandom random, FuzzPaths paths, FuzzTemplates templates)
{
    private static readonly string[] s_orders = ["Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"];
    private static readonly string[] s_tests = ["IsPresent", "IsNull", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp"];

    public JsonObject Condition(int depth = 0)
    {
        if (depth >= 3 || random.Percent(60))
            return Comparison();
        if (random.Percent(34))
            return new JsonObject { ["Not"] = Condition(depth + 1) };
        JsonArray parts = [];
        for (int count = random.Between(1, 3); count > 0; count--)
            parts.Add((JsonNode)Condition(depth + 1));
        return new JsonObject { [random.Pick("And", "Or")] = parts };
    }

    private JsonObject Comparison()
    {
        if (random.Percent(30))
            return new JsonObject { ["Variable"] = paths.To(paths.Any()), [random.Pick(s_tests)] = random.Percent(70) };
        FuzzKind kind = random.Pick(FuzzKind.Number, FuzzKind.Number, FuzzKind.Number, FuzzKind.Text, FuzzKind.Text, FuzzKind.Text, FuzzKind.Flag, FuzzKind.Flag, FuzzKind.Time);
        string operation = kind switch
        {
            FuzzKind.Number => "Numeric" + random.Pick(s_orders),
            FuzzKind.Text => random.Percent(20) ? "StringMatches" : "String" + random.Pick(s_orders),
            FuzzKind.Flag => "BooleanEquals",
            _ => "Timestamp" + random.Pick(s_orders),
        };
        JsonObject made = new() { ["Variable"] = paths.To(kind) };
        if (operation == "StringMatches")
            made.Add(operation, random.Pick("*", "x*", "*\\\\*", "größe*"));
        else if (random.Percent(30))
            made.Add(operation + "Path", paths.Reference(kind));
        else
            made.Add(operation, Operand(kind));
        // What may not be there is asked for as authors do, mostly.
        if (random.Percent(60))
            return new JsonObject { ["And"] = new JsonArray(new JsonObject { ["Variable"] = made["Variable"]!.ToString(), ["IsPresent"] = true }, made) };
        return made;
    }

    // The language refuses a literal of another kind.
    private JsonNode Operand(FuzzKind kind)
    {
        while (true)
        {
            if (templates.Literal(kind) is JsonValue literal && literal.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.Number => kind == FuzzKind.Number,
                System.Text.Json.JsonValueKind.String => kind == FuzzKind.Text || kind == FuzzKind.Time && literal.ToString().StartsWith("2024", StringComparison.Ordinal),
                System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => kind == FuzzKind.Flag,
                _ => false,
            })
                return literal;
        }
    }
}
