using System.Text.Json;
using System.Text.RegularExpressions;

namespace Compiled.Language.Tests.Schema;

/// <summary>
/// Holds JSON against a schema, with the keywords of draft-07 that ours uses. A keyword it does not know throws, so that nothing in the
/// schema goes unchecked.
/// </summary>
internal sealed class SchemaValidator(JsonElement schema)
{
    /// <summary>Where and how the value breaks the schema; empty where it does not.</summary>
    public IReadOnlyList<string> Check(JsonElement value) => [.. Check(schema, value, "")];

    private bool Holds(JsonElement part, JsonElement value) => !Check(part, value, "").Any();

    private IEnumerable<string> Check(JsonElement part, JsonElement value, string at)
    {
        if (part.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return part.GetBoolean() ? [] : [$"{at}: not allowed"];
        // Beside $ref, draft-07 ignores everything.
        return part.TryGetProperty("$ref", out JsonElement reference)
            ? Check(Resolve(reference.GetString()!), value, at)
            : part.EnumerateObject().SelectMany(keyword => Check(part, keyword.Name, keyword.Value, value, at));
    }

    private JsonElement Resolve(string reference) => schema.GetProperty("definitions").GetProperty(reference["#/definitions/".Length..]);

    private IEnumerable<string> Check(JsonElement part, string keyword, JsonElement argument, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "$schema" or "$comment" or "title" or "description" or "definitions" or "default" or "examples" or "deprecated" or "deprecationMessage" or "enumDescriptions":
                return [];
            case "allOf":
                return argument.EnumerateArray().SelectMany(each => Check(each, value, at));
            case "if":
                string branch = Holds(argument, value) ? "then" : "else";
                return part.TryGetProperty(branch, out JsonElement taken) ? Check(taken, value, at) : [];
            case "then" or "else":
                return [];
            case "properties" or "patternProperties" or "additionalProperties" or "propertyNames" or "required" or "minProperties" or "dependencies":
                return value.ValueKind == JsonValueKind.Object ? CheckObject(part, keyword, argument, value, at) : [];
            case "items" or "minItems" or "maxItems" or "contains":
                return value.ValueKind == JsonValueKind.Array ? CheckArray(keyword, argument, value, at) : [];
            default:
                return IsMet(keyword, argument, value) ? [] : [$"{at}: {keyword}"];
        }
    }

    private IEnumerable<string> CheckObject(JsonElement part, string keyword, JsonElement argument, JsonElement value, string at) => keyword switch
    {
        "required" => argument.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: required {name}"),
        "minProperties" => value.EnumerateObject().Count() >= argument.GetInt32() ? [] : [$"{at}: minProperties"],
        "dependencies" => argument.EnumerateObject().Where(row => value.TryGetProperty(row.Name, out _)).SelectMany(row => CheckObject(part, "required", row.Value, value, at)),
        "properties" => value.EnumerateObject().SelectMany(member =>
            argument.TryGetProperty(member.Name, out JsonElement each) ? Check(each, member.Value, $"{at}/{member.Name}") : []),
        "patternProperties" => argument.EnumerateObject().SelectMany(row => value.EnumerateObject()
            .Where(member => Regex.IsMatch(member.Name, row.Name)).SelectMany(member => Check(row.Value, member.Value, $"{at}/{member.Name}"))),
        "propertyNames" => value.EnumerateObject().SelectMany(member => Check(argument, JsonSerializer.SerializeToElement(member.Name), $"{at}/{member.Name}")),
        _ => value.EnumerateObject().Where(member => !IsNamed(part, member.Name)).SelectMany(member => Check(argument, member.Value, $"{at}/{member.Name}")),
    };

    private static bool IsNamed(JsonElement part, string name) =>
        (part.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out _))
        || (part.TryGetProperty("patternProperties", out JsonElement patterns) && patterns.EnumerateObject().Any(row => Regex.IsMatch(name, row.Name)));

    private IEnumerable<string> CheckArray(string keyword, JsonElement argument, JsonElement value, string at) => keyword switch
    {
        "items" => value.EnumerateArray().SelectMany((item, index) => Check(argument, item, $"{at}/{index}")),
        "minItems" => value.GetArrayLength() >= argument.GetInt32() ? [] : [$"{at}: minItems"],
        "maxItems" => value.GetArrayLength() <= argument.GetInt32() ? [] : [$"{at}: maxItems"],
        _ => value.EnumerateArray().Any(item => Holds(argument, item)) ? [] : [$"{at}: contains"],
    };

    private bool IsMet(string keyword, JsonElement argument, JsonElement value) => keyword switch
    {
        "type" => argument.ValueKind == JsonValueKind.Array
            ? argument.EnumerateArray().Any(each => IsOfType(value, each.GetString()!))
            : IsOfType(value, argument.GetString()!),
        "enum" => argument.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)),
        "const" => JsonElement.DeepEquals(argument, value),
        "anyOf" => argument.EnumerateArray().Any(each => Holds(each, value)),
        "oneOf" => argument.EnumerateArray().Count(each => Holds(each, value)) == 1,
        "not" => !Holds(argument, value),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= argument.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= argument.GetDouble(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, argument.GetString()!),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() >= argument.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() <= argument.GetInt32(),
        _ => throw new NotSupportedException($"The validator does not know '{keyword}'."),
    };

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && Math.Floor(value.GetDouble()) == value.GetDouble(),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase),
    };
}
