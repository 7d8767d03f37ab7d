using System.Text.Json;

namespace Conformance.Comparing;

/// <summary>What a run of ours came to, in the form in which AWS answers.</summary>
/// <param name="Status"><c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c>, <c>ABORTED</c> or <c>RUNNING</c>.</param>
/// <param name="Output">The output; null unless the execution succeeded.</param>
/// <param name="Error">The error name, if there is one.</param>
/// <param name="Cause">The error's cause, if there is one.</param>
/// <param name="History">The events, an array in AWS's JSON form.</param>
public sealed record RecordedRun(string Status, JsonElement? Output, string? Error, string? Cause, JsonElement History)
{
    /// <summary>How many events there were; 0 where that is not known.</summary>
    public int EventCount { get; init; }

    /// <summary>The same run without a history; null where there was none.</summary>
    public RecordedRun? Silent { get; init; }

    /// <summary>Where the run without a history ended otherwise; null where it did not.</summary>
    public string? SilentDifference()
    {
        if (Silent is null)
            return null;
        string with = Shown(), without = Silent.Shown();
        return with == without ? null : $"without a history: expected {with}, got {without}";
    }

    private string Shown() => $"{Status} {Output?.GetRawText()} {Error}: {Cause} ({EventCount} events)";
}
