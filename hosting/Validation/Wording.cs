using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Validation;

/// <summary>
/// Our faults in AWS's words: those of recordings and of published measurements, and ours where neither has any. FEATURES L-460 to L-466.
/// </summary>
internal static class Wording
{
    private const string Schema = "SCHEMA_VALIDATION_FAILED";

    /// <summary>What AWS says of anything that is no JSON object.</summary>
    public static ValidationDiagnostic NoObject { get; } = Error(Schema, "Definition must be a valid JSON object", null);

    /// <summary>The diagnostics for some faults of one definition, in their order; several faults that AWS tells in one are one.</summary>
    public static IEnumerable<ValidationDiagnostic> Of(IEnumerable<Fault> faults, JsonNode? root)
    {
        Fault[] all = [.. faults];
        HashSet<string> told = [];
        foreach (Fault fault in all.Where(fault => !IsImplied(fault, all)))
        {
            if (Of(fault, all, root) is { } diagnostic && told.Add(diagnostic.ToString()))
                yield return diagnostic;
        }
    }

    // Credentials without RoleArn are told as that alone, whatever else stands in them.
    private static bool IsImplied(Fault fault, Fault[] all) =>
        fault.Kind == "unknown-field" && all.Any(other => other.Kind == "bad-credentials" && fault.Pointer.StartsWith(other.Pointer + "/", StringComparison.Ordinal));

    private static ValidationDiagnostic? Of(Fault fault, Fault[] all, JsonNode? root)
    {
        string at = AwsLocation.Of(fault.Pointer, root);
        string around = AwsLocation.Of(AwsLocation.Parent(fault.Pointer), root);
        string field = fault.Pointer[(fault.Pointer.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return fault.Kind switch
        {
            "invalid-json" => Error("INVALID_JSON_DESCRIPTION", fault.Message, null),
            "too-deeply-nested" => Error("TOO_DEEPLY_NESTED", fault.Message, null),
            "not-an-object" => NoObject,
            "missing-start-at" or "missing-states" => Error(Schema, $"These fields are required: [{string.Join(", ", Absent(fault, all))}]", at),
            "missing-field" or "missing-type" or "missing-parameter" or "bad-credentials" when Quoted(fault.Message) is { } name && fault.Message.Contains("is missing", StringComparison.Ordinal) =>
                Error(Schema, $"The field '{name}' is required but was missing", at),
            "unknown-type" => Error(Schema, "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]", at),
            "missing-type" => Error(Schema, "The field 'Type' is required but was missing", at),
            "missing-parameter" => Error(Schema, $"The field '{field}' is not supported by Step Functions", around),
            "unknown-field" => Error(Schema, $"Field '{field}' is not supported", around),
            "jsonata-in-jsonpath" => Error(Schema, $"The QueryLanguage is set to 'JSONPath', but field '{field}' is only supported for the 'JSONata' QueryLanguage", around),
            "jsonpath-in-jsonata" => Error(Schema, $"The QueryLanguage is set to 'JSONata', but field '{field}' is only supported for the 'JSONPath' QueryLanguage", around),
            "query-language-downgrade" => Error(Schema, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", around),
            "bad-timestamp" => Error(Schema, "String does not match RFC3339 timestamp", at),
            "bad-payload-path" or "bad-intrinsic" when field.EndsWith(".$", StringComparison.Ordinal) =>
                Error(Schema, $"The value for the field '{field}' must be a valid JSONPath or a valid intrinsic function call", around),
            "bad-resource" when AwsLocation.Find(fault.Pointer, root) is StringNode resource => Error(
                Schema, $"The resource provided {resource.Value} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.", at),
            "express-unsupported-integration" => Error(Schema, Express(fault.Message), at),
            "empty-value" => Error(Schema, "Value cannot be empty", at),
            "catch-all-not-alone" or "catch-all-not-last" => Error(Schema, "States.ALL must appear alone and at end of list", at),
            "duplicate-state-name" => Error("DUPLICATE_STATE_NAME", fault.Message, at),
            "state-name-too-long" => Error("INVALID_STATE_NAME", fault.Message, at),
            "bad-label" => Error("INVALID_LABEL_NAME", fault.Message, at),
            "duplicate-label" => Error("DUPLICATE_LABEL_NAME", fault.Message, at),
            "bad-jsonata" => Error("INVALID_JSONATA_EXPRESSION", Parser(fault, root), at),
            "jsonata-unqualified-reference" when Quoted(fault.Message) is { } name => Error("UNSUPPORTED_JSONATA_EXPRESSION", $"Reference to '{name}' at the top level is not supported.", at),
            "jsonata-bad-states-reference" or "jsonata-unknown-function" when fault.Severity == Severity.Error => Error("UNSUPPORTED_JSONATA_EXPRESSION", fault.Message, at),
            "payload-key-without-dollar" => Warning("NO_DOLLAR", fault.Message, at),
            "no-path" => Warning("NO_PATH", fault.Message, at),
            "pass-result-is-static" => Warning("PASS_RESULT_IS_STATIC", fault.Message, at),
            _ => fault.Severity == Severity.Error ? Error(Schema, fault.Message, at) : null,
        };
    }

    // FEATURES L-465: in this order, whichever is found first.
    private static IEnumerable<string> Absent(Fault fault, Fault[] all) =>
        new[] { ("missing-states", "States"), ("missing-start-at", "StartAt") }
            .Where(row => all.Any(other => other.Kind == row.Item1 && other.Pointer == fault.Pointer)).Select(static row => row.Item2);

    // FEATURES L-464: in the second AWS has two blanks before the location.
    private static string Express(string message) =>
        message.Contains("'.sync'", StringComparison.Ordinal) ? "Express state machine does not support '.sync' service integration"
        : message.Contains("'.waitForTaskToken'", StringComparison.Ordinal) ? "Express state machine does not support '.waitForTaskToken' service integration "
        : message.Contains("an activity", StringComparison.Ordinal) ? "Express state machine does not support Activity ARN"
        : message;

    // AWS gives the text of the parser alone, without its code.
    private static string Parser(Fault fault, JsonNode? root) =>
        AwsLocation.Find(fault.Pointer, root) is StringNode text && JsonataText.TryRead(text, out JsonataText? expression) && expression.Parsed.Errors is [var first, ..]
            ? first.Message
            : fault.Message;

    private static string? Quoted(string message) => message.Split('\'') is { Length: >= 3 } parts ? parts[1] : null;

    private static ValidationDiagnostic Error(string code, string message, string? location) => new("ERROR", code, message, location);

    private static ValidationDiagnostic Warning(string code, string message, string? location) => new("WARNING", code, message, location);
}
