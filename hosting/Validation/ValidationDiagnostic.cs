namespace Compiled.Validation;

/// <summary>What AWS says of a definition: an item of <c>diagnostics</c> of ValidateStateMachineDefinition. FEATURES L-460.</summary>
/// <param name="Severity"><c>ERROR</c> or <c>WARNING</c>.</param>
/// <param name="Code">Such as <c>SCHEMA_VALIDATION_FAILED</c>.</param>
/// <param name="Message">AWS's wording where it is known, otherwise ours.</param>
/// <param name="Location">Such as <c>/States/C/Choices[0]/Next</c>; null where AWS gives none.</param>
public sealed record ValidationDiagnostic(string Severity, string Code, string Message, string? Location)
{
    /// <summary>The diagnostic as it stands in the message of InvalidDefinition: <c>CODE: message at /location</c>.</summary>
    public override string ToString() => Location is null ? $"{Code}: {Message}" : $"{Code}: {Message} at {Location}";
}
