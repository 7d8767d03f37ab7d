using System.Text.Json;
using Compiled.Simulation.Matching;
using Conformance.Corpus;

namespace Conformance.Comparing;

/// <summary>Compares a run with what the case records: status, output, error, cause, then every event of the history.</summary>
public static class ExecutionComparer
{
    // Since then executions have a count and a status of redrives, in what describes them and in the context object.
    private static readonly DateTimeOffset s_redriveCame = new(2023, 11, 15, 0, 0, 0, TimeSpan.Zero);

    private static readonly LocationPattern[] s_redriveMembers =
        [.. new[] { "RedriveCount", "RedriveStatus", "RedriveStatusReason" }.Select(static name => LocationPattern.Parse("$.." + name))];

    /// <summary>Every part that differs, the first difference of each; empty when the run is as recorded.</summary>
    public static IReadOnlyList<Difference> Compare(AslCase recorded, RecordedRun run)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(run);
        JsonElement expect = recorded.Expect;
        JsonMatcherOptions options = new()
        {
            Substitutions = recorded.Substitutions.ValueKind == JsonValueKind.Object ? Substitutions.Read(recorded.Substitutions) : Substitutions.None,
            Skipped = recorded.RecordedAt < s_redriveCame ? [.. Patterns(expect, "skip_paths"), .. s_redriveMembers] : Patterns(expect, "skip_paths"),
            Words = PlaceholderWords.Of(expect),
        };
        List<Difference> differences = [];
        string status = expect.GetProperty("status").GetString()!;
        if (status != run.Status)
        {
            string actual = run.Error is null ? run.Status : $"{run.Status} ({run.Error}: {run.Cause})";
            differences.Add(new Difference(Location.Root.Member("status"), status, actual));
        }

        Add(CompareOutput(expect, run, options));
        Add(CompareError(expect, run));
        Add(CompareCause(expect, run, options));
        if (recorded.History.ValueKind == JsonValueKind.Array)
            Add(HistoryComparer.Compare(MapRunLinks.Renewed(recorded.History), run.History, options with { ObjectsStandForText = true }, expect.TryGetProperty("history_note", out _)));
        return differences;

        void Add(Difference? difference)
        {
            if (difference is not null) differences.Add(difference);
        }
    }

    /// <summary>The output is compared as the value it is: a text in it must be the same text. Placeholders are not compared.</summary>
    private static Difference? CompareOutput(JsonElement expect, RecordedRun run, JsonMatcherOptions options)
    {
        Location at = Location.Root.Member("output");
        if (!expect.TryGetProperty("output", out JsonElement expected))
            return run.Output is { } output ? new Difference(at, Difference.Absent, Difference.Show(output)) : null;
        if (run.Output is not { } actual) return new Difference(at, Difference.Show(expected), Difference.Absent);
        LocationPattern[] placeholders = [.. expect.GetProperty("placeholders").EnumerateArray().Select(static path => BelowOutput(path.GetString()!))];
        JsonMatcher matcher = new(options with { AnyValue = placeholders });
        return matcher.IsSkipped(EndOf(run, "executionSucceededEventDetails").Member("output")) ? null : matcher.Compare(expected, actual, at);
    }

    private static Difference? CompareError(JsonElement expect, RecordedRun run)
    {
        string? expected = expect.TryGetProperty("error", out JsonElement error) ? error.GetString() : null;
        // A timed out execution is described without its error in the recordings; ours always names States.Timeout.
        if (expected is null && run.Status == "TIMED_OUT") return null;
        return expected == run.Error ? null : new Difference(Location.Root.Member("error"), expected ?? Difference.Absent, run.Error ?? Difference.Absent);
    }

    private static Difference? CompareCause(JsonElement expect, RecordedRun run, JsonMatcherOptions options)
    {
        Location at = Location.Root.Member("cause");
        JsonMatcher matcher = new(options with { ObjectsStandForText = true });
        if (matcher.IsSkipped(EndOf(run, "executionFailedEventDetails").Member("cause"))) return null;
        if (!expect.TryGetProperty("cause", out JsonElement expected))
            return run.Cause is null || matcher.IsSkipped(at) ? null : new Difference(at, Difference.Absent, run.Cause);
        return run.Cause is null
            ? new Difference(at, Difference.Show(expected), Difference.Absent)
            : matcher.Compare(expected, JsonSerializer.SerializeToElement(run.Cause), at);
    }

    /// <summary>The last event's details, where the recorder found output and cause: skipped paths may name them there.</summary>
    private static Location EndOf(RecordedRun run, string details) =>
        Location.Root.Member("events").Item(Math.Max(run.History.GetArrayLength() - 1, 0)).Member(details);

    private static LocationPattern[] Patterns(JsonElement expect, string name) =>
        expect.TryGetProperty(name, out JsonElement paths) ? [.. paths.EnumerateArray().Select(static path => LocationPattern.Parse(path.GetString()!))] : [];

    /// <summary>Placeholder paths are those of the output itself; here the output is a member beside the status.</summary>
    private static LocationPattern BelowOutput(string path) => LocationPattern.Parse("$.output" + path[1..]);
}
