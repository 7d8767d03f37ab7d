using System.Text.Json;
using Compiled.Language.Binding;
using Compiled.Validation;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Running;

/// <summary>Runs a <c>validation</c> case: the definition is refused in AWS's words, at AWS's place, or is taken.</summary>
internal static class ValidationRunner
{
    public static CaseResult Run(AslCase item)
    {
        if (item.Expect.TryGetProperty("error", out JsonElement error) && error.GetString() != "InvalidDefinition")
            return new CaseResult(item.Id, Outcome.Unsupported, $"'{error.GetString()}' is about a request that the case doesn't hold; requests are not run yet.", item.IsGating);
        MachineType type = item.MachineType == "EXPRESS" ? MachineType.Express : MachineType.Standard;
        IReadOnlyList<ValidationDiagnostic> found = DefinitionValidator.Validate(item.DefinitionText, type);
        string actual = Show(item, found), expected = Expected(item);
        return expected == actual
            ? new CaseResult(item.Id, Outcome.Pass, IsGating: item.IsGating)
            : new CaseResult(item.Id, Outcome.Fail, $"expected {expected}, got {actual}", item.IsGating);
    }

    private static string Expected(AslCase item)
    {
        if (item.Expect.TryGetProperty("cause", out JsonElement cause)) return item.WithoutPlaceholders(cause.GetString()!);
        IEnumerable<ValidationDiagnostic> diagnostics = item.Expect.GetProperty("diagnostics").EnumerateArray().Select(static json => new ValidationDiagnostic(
            json.GetProperty("severity").GetString()!, json.GetProperty("code").GetString()!, json.GetProperty("message").GetString()!,
            json.TryGetProperty("location", out JsonElement location) ? location.GetString() : null));
        return List(item.Expect.GetProperty("result").GetString()!, diagnostics);
    }

    private static string Show(AslCase item, IReadOnlyList<ValidationDiagnostic> found) => item.Expect.TryGetProperty("cause", out _)
        ? DefinitionValidator.Describe(found)
        : List(found.Any(static diagnostic => diagnostic.Severity == "ERROR") ? "FAIL" : "OK", found);

    private static string List(string result, IEnumerable<ValidationDiagnostic> diagnostics) =>
        $"{result} [{string.Join(", ", diagnostics.Select(static diagnostic => $"{diagnostic.Severity} {diagnostic}"))}]";
}
