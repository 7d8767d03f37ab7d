using System.Text.Json;
using Compiled.Simulation.Matching;
using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>
/// One recorded outcome of a task:
/// <c>{"state": "Ship", "parameters": {...}, "output": ... | "error": "...", "cause": "..." | "timed_out": true, "submitted": {...}}</c>.
/// </summary>
internal sealed class ReplayResult
{
    private readonly JsonElement _parameters;

    private ReplayResult(JsonElement json)
    {
        StateName = Text(json, "state");
        json.TryGetProperty("parameters", out _parameters);
        Submitted = json.TryGetProperty("submitted", out JsonElement submitted) ? JsonValue.FromJsonElement(submitted) : default;
        NeverEnds = json.TryGetProperty("timed_out", out JsonElement timedOut) && timedOut.ValueKind == JsonValueKind.True;
        Outcome = json.TryGetProperty("output", out JsonElement output)
            ? JsonValue.FromJsonElement(output)
            : JsonValue.Failure(new Fault(Text(json, "error"), Text(json, "cause")));
    }

    /// <summary>The state whose task this was; null when it is not recorded.</summary>
    public string? StateName { get; }

    /// <summary>The call's own answer, for a job or a token that ends later; missing when the task ends with the call.</summary>
    public JsonValue Submitted { get; }

    /// <summary>Whether the task is never answered.</summary>
    public bool NeverEnds { get; }

    /// <summary>The output, or a failure; its error and cause may both be absent (FEATURES E-054).</summary>
    public JsonValue Outcome { get; }

    /// <summary>Reads a result.</summary>
    public static ReplayResult Read(JsonElement json) => new(json);

    /// <summary>Whether this was recorded for that state; what was recorded without a state, or is asked for without one, fits any.</summary>
    public bool IsOf(string? stateName) => StateName is null || stateName is null || StateName == stateName;

    /// <summary>Whether this was recorded for a call with these parameters; the recording's placeholders stand for what they stood for.</summary>
    public bool IsFor(JsonElement parameters, Substitutions substitutions)
    {
        if (_parameters.ValueKind == JsonValueKind.Undefined) return true;
        JsonMatcher matcher = new(new JsonMatcherOptions { Substitutions = substitutions, ObjectsStandForText = true });
        return matcher.Compare(_parameters, parameters, Location.Root) is null;
    }

    /// <summary>The member's text; an object stands for JSON text, and AWS writes causes compactly.</summary>
    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => JsonValue.FromJsonElement(value).ToString(),
    };
}
