using System.Text.Json;

namespace Conformance.Corpus;

/// <summary>One case of the <c>asl</c> corpus: a definition, its input, what the outside world does, and what AWS was recorded to answer.</summary>
public sealed class AslCase
{
    private readonly JsonElement _json;

    /// <summary>Reads a case; <paramref name="json"/> must outlive it.</summary>
    public AslCase(JsonElement json)
    {
        _json = json;
        Id = json.GetProperty("id").GetString()!;
        Kind = json.GetProperty("kind").GetString()!;
        MachineType = Text("type") ?? "STANDARD";
        DefinitionText = Text("definition_text") ?? Restore(json.GetProperty("definition").GetRawText());
        Expect = json.GetProperty("expect");
    }

    /// <summary>The case's name, unique in the corpus.</summary>
    public string Id { get; }

    /// <summary><c>execution</c>, <c>validation</c>, <c>test_state</c> or <c>variable_references</c>.</summary>
    public string Kind { get; }

    /// <summary><c>STANDARD</c> or <c>EXPRESS</c>.</summary>
    public string MachineType { get; }

    /// <summary>The definition as text.</summary>
    public string DefinitionText { get; }

    /// <summary>What was recorded.</summary>
    public JsonElement Expect { get; }

    /// <summary>The execution's input; an absent one is <c>{}</c>, as AWS takes it.</summary>
    public string Input => _json.TryGetProperty("input", out JsonElement input) ? input.GetRawText() : "{}";

    /// <summary>What the outside world does, by resource; undefined when nothing is said.</summary>
    public JsonElement Tasks => Member("tasks") is { ValueKind: JsonValueKind.Object } tasks ? JsonElement.Parse(Restore(tasks.GetRawText())) : default;

    /// <summary>Other machines that the case starts, by ARN; undefined when there are none.</summary>
    public JsonElement StateMachines => Member("state_machines");

    /// <summary>The objects that the case's readers find: bucket, key, then <c>text</c> or <c>base64</c>; undefined when there are none.</summary>
    public JsonElement Objects => Member("s3");

    /// <summary>The arguments of a TestState request, apart from definition and input; undefined in cases of other kinds.</summary>
    public JsonElement Request => Member("request");

    /// <summary>The recording's placeholders and what they stood for; undefined when there are none.</summary>
    public JsonElement Substitutions => Member("substitutions");

    /// <summary>The instant at which the case runs; null when any will do.</summary>
    public DateTimeOffset? Clock => _json.TryGetProperty("clock", out JsonElement clock) ? clock.GetDateTimeOffset() : null;

    /// <summary>The execution's name in the recording.</summary>
    public string? ExecutionName => ContextText("execution_name");

    /// <summary>The execution's ARN in the recording.</summary>
    public string? ExecutionArn => ContextText("execution_arn");

    /// <summary>The machine's name in the recording.</summary>
    public string? StateMachineName => ContextText("state_machine_name");

    /// <summary>The execution role's ARN in the recording.</summary>
    public string? RoleArn => ContextText("role_arn");

    /// <summary>False where it is in doubt that AWS was recorded: such a case is run and reported apart.</summary>
    public bool IsGating => Member("aws_validated").ValueKind is JsonValueKind.String;

    /// <summary>When AWS was recorded; null where it is in doubt that it was.</summary>
    public DateTimeOffset? RecordedAt => Text("aws_validated") is { } text
        ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal) : null;

    /// <summary>The recorded history; undefined when there is none.</summary>
    public JsonElement History => Expect.TryGetProperty("history", out JsonElement history) ? history : default;

    private JsonElement Member(string name) => _json.TryGetProperty(name, out JsonElement value) ? value : default;

    private string? Text(string name) => Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A recorded text with each placeholder that stood for one thing replaced by that.</summary>
    public string WithoutPlaceholders(string text)
    {
        if (Substitutions.ValueKind != JsonValueKind.Object) return text;
        foreach (JsonProperty substitution in Substitutions.EnumerateObject())
            if (substitution.Value.ValueKind == JsonValueKind.String) text = text.Replace(substitution.Name, substitution.Value.GetString(), StringComparison.Ordinal);
        return text;
    }

    /// <summary>
    /// A definition that was read back from a recording (<c>definition_from_snapshot</c>) holds the recording's placeholders, in its
    /// Resources too, and so does what is said about them.
    /// </summary>
    private string Restore(string text) => Member("definition_from_snapshot").ValueKind == JsonValueKind.True ? WithoutPlaceholders(text) : text;

    private string? ContextText(string name) =>
        Member("context") is { ValueKind: JsonValueKind.Object } context && context.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
