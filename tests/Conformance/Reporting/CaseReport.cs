using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Reporting;

/// <summary>Writes results: a line for each failing case, then the counts; and, on request, all of them as JSON.</summary>
public static class CaseReport
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes failing cases of the gating kind, then those in doubt apart, then <c>N unsupported</c> where there are any, then
    /// <c>N passed, N failed</c>. Gives the exit code: 1 when a gating case failed.
    /// </summary>
    public static int Write(IReadOnlyList<CaseResult> results, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(output);
        foreach (CaseResult result in results.Where(static result => result is { Outcome: Outcome.Fail, IsGating: true }))
            output.WriteLine($"FAIL {result.Id}: {OneLine(result.Detail)}");
        foreach (CaseResult result in results.Where(static result => result is { Outcome: Outcome.Fail, IsGating: false }))
            output.WriteLine($"in doubt, gates nothing: {result.Id}: {OneLine(result.Detail)}");
        if (results.Any(static result => !result.IsGating))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in doubt, gate nothing: {Count(results, Outcome.Pass, false)} passed, {Count(results, Outcome.Fail, false)} failed"));
        int unsupported = results.Count(static result => result.Outcome == Outcome.Unsupported);
        if (unsupported > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unsupported} unsupported"));
        int failed = Count(results, Outcome.Fail, true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count(results, Outcome.Pass, true)} passed, {failed} failed"));
        return failed == 0 ? 0 : 1;
    }

    /// <summary>Writes <c>[{"id", "outcome": "pass|fail|unsupported", "detail"}]</c>.</summary>
    public static void WriteJson(IReadOnlyList<CaseResult> results, string file)
    {
        ArgumentNullException.ThrowIfNull(results);
        using FileStream stream = File.Create(file);
        using Utf8JsonWriter writer = new(stream, s_json);
        writer.WriteStartArray();
        foreach (CaseResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("id", result.Id);
            writer.WriteString("outcome", result.Outcome switch { Outcome.Pass => "pass", Outcome.Fail => "fail", _ => "unsupported" });
            writer.WriteString("detail", result.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static int Count(IReadOnlyList<CaseResult> results, Outcome outcome, bool isGating) =>
        results.Count(result => result.Outcome == outcome && result.IsGating == isGating);

    private static string OneLine(string detail) => detail.ReplaceLineEndings(" ");
}
