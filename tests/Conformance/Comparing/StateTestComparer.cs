using System.Text.Json;
using Compiled.Simulation.Matching;
using Compiled.TestState;
using Conformance.Corpus;

namespace Conformance.Comparing;

/// <summary>Compares what a tested state came to with what AWS was recorded to answer.</summary>
internal static class StateTestComparer
{
    /// <summary>What differs; null where nothing does.</summary>
    public static string? Compare(AslCase recorded, StateTestException refusal) => CompareRefusal(recorded, refusal.Code, refusal.Message);

    /// <summary>What differs from a request that was refused; null where nothing does.</summary>
    public static string? CompareRefusal(AslCase recorded, string? code, string? message)
    {
        string expected = Said(recorded.Expect), actual = $"INVALID {code}: {message}";
        return expected == actual ? null : $"expected {expected}, got {actual}";
    }

    /// <summary>What differs; null where nothing does.</summary>
    public static string? Compare(AslCase recorded, StateTestResult result, Substitutions substitutions) => Compare(recorded, new StateTestAnswer
    {
        Status = result.StatusName,
        Error = result.Error,
        Cause = result.Cause,
        NextState = result.NextState,
        Output = result.Output.IsMissing ? null : result.Output.ToJsonElement(),
        InspectionData = result.InspectionData is { } data ? Written(data) : null,
    }, substitutions);

    /// <summary>What differs; null where nothing does.</summary>
    public static string? Compare(AslCase recorded, StateTestAnswer result, Substitutions substitutions)
    {
        JsonElement expect = recorded.Expect;
        string expected = Said(expect), actual = Said(result.Status, result.Error, result.Cause);
        if (expected != actual)
            return $"expected {expected}, got {actual}";
        string? next = expect.TryGetProperty("nextState", out JsonElement named) ? named.GetString() : null;
        if (next != result.NextState)
            return $"expected the next state '{next}', got '{result.NextState}'";
        JsonMatcherOptions options = new() { Substitutions = substitutions, Words = PlaceholderWords.Of(expect), Skipped = Below("$", expect, "skip_paths") };
        JsonMatcher output = new(options with { AnyValue = Below("$.output", expect, "placeholders") });
        if (Compare(output, expect, "output", result.Output) is { } different)
            return different;
        JsonMatcher inspected = new(options with { ObjectsStandForText = true, AnyValue = Below("$.inspectionData", expect, "inspection_placeholders") });
        return Compare(inspected, expect, "inspectionData", result.InspectionData);
    }

    private static string? Compare(JsonMatcher matcher, JsonElement expect, string member, JsonElement? actual)
    {
        Location at = Location.Root.Member(member);
        if (!expect.TryGetProperty(member, out JsonElement expected))
            return actual is null ? null : new Difference(at, Difference.Absent, Difference.Show(actual.Value)).ToString();
        return actual is null ? new Difference(at, Difference.Show(expected), Difference.Absent).ToString() : matcher.Compare(member == "output" ? expected : WithoutLayout(expected), actual.Value, at)?.ToString();
    }

    private static LocationPattern[] Below(string root, JsonElement expect, string name) =>
        expect.TryGetProperty(name, out JsonElement paths) ? [.. paths.EnumerateArray().Select(path => LocationPattern.Parse(root + path.GetString()![1..]))] : [];

    private static string Said(JsonElement expect) => Said(expect.GetProperty("status").GetString()!, Text(expect, "error"), Text(expect, "cause"));

    private static string Said(string status, string? error, string? cause) => $"{status} {error}: {cause}";

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static JsonElement Written(StateInspectionData data)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
            data.WriteTo(writer);
        return JsonElement.Parse(stream.ToArray());
    }

    // Texts of JSON arrays stand in the recording with the recorder's blanks.
    private static JsonElement WithoutLayout(JsonElement expected)
    {
        if (expected.ValueKind != JsonValueKind.Object)
            return expected;
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in expected.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                if (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: > 0 } text && text[0] == '[')
                    writer.WriteStringValue(JsonSerializer.Serialize(JsonElement.Parse(text)));
                else
                    member.Value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }
}
