using System.Text.Json;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Modes;

/// <summary>
/// Definitions with the faults they must be found to have. A fault matches when its kind is the expected one or one as good, and one
/// of both pointers is the beginning of the other. What is found besides, at Error, must be tolerated by the case.
/// </summary>
internal static class FaultyDefinitions
{
    public static IEnumerable<CaseResult> Run(string file, string? filter) =>
        CorpusFiles.ReadCases(file)
            .Where(json => filter is null || json.GetProperty("id").GetString()!.Contains(filter, StringComparison.OrdinalIgnoreCase))
            .Select(Judge);

    private static CaseResult Judge(JsonElement json)
    {
        string id = json.GetProperty("id").GetString()!;
        MachineType type = json.GetProperty("machine_type").ValueEquals("EXPRESS") ? MachineType.Express : MachineType.Standard;
        // What is not compiled yet is no judgement of the definition.
        Fault[] found = [.. RuleList.Check(MachineBinder.Bind(json.GetProperty("definition_text").GetString()!, type)).Where(static fault => fault.Id != CompilerFaults.Unsupported.Id)];
        List<string> differences = [];
        JsonElement[] expected = [.. json.GetProperty("faults").EnumerateArray()];
        foreach (JsonElement fault in expected.Where(static fault => !IsOptional(fault)))
        {
            if (!found.Any(candidate => HasSeverity(candidate, fault) && Matches(candidate, fault)))
                differences.Add($"expected {fault.GetProperty("severity").GetString()} '{fault.GetProperty("kind").GetString()}' at '{fault.GetProperty("pointer").GetString()}', got none");
        }

        string?[] tolerated = [.. json.GetProperty("tolerated").EnumerateArray().Select(static kind => kind.GetString())];
        foreach (Fault candidate in found.Where(static fault => fault.Severity == Severity.Error))
        {
            if (!tolerated.Contains(candidate.Kind) && !expected.Any(fault => Matches(candidate, fault)))
                differences.Add($"expected no such Error, got '{candidate.Kind}' at '{candidate.Pointer}' ({candidate.Id}: {candidate.Message})");
        }

        return differences.Count == 0 ? new CaseResult(id, Outcome.Pass) : new CaseResult(id, Outcome.Fail, string.Join("; ", differences));
    }

    private static bool IsOptional(JsonElement fault) => fault.TryGetProperty("optional", out JsonElement optional) && optional.ValueKind == JsonValueKind.True;

    /// <summary>An error must be found as one, a warning must not make the definition invalid.</summary>
    private static bool HasSeverity(Fault candidate, JsonElement fault) =>
        fault.GetProperty("severity").ValueEquals("error") == (candidate.Severity == Severity.Error);

    private static bool Matches(Fault candidate, JsonElement fault) =>
        Texts(fault, "kind", "alt_kinds").Contains(candidate.Kind) &&
        Texts(fault, "pointer", "pointers_ok").Any(pointer => Meet(candidate.Pointer, pointer));

    private static bool Meet(string found, string expected) =>
        found.StartsWith(expected, StringComparison.Ordinal) || expected.StartsWith(found, StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonElement fault, string one, string more)
    {
        yield return fault.GetProperty(one).GetString()!;
        if (!fault.TryGetProperty(more, out JsonElement others)) yield break;
        foreach (JsonElement other in others.EnumerateArray()) yield return other.GetString()!;
    }
}
