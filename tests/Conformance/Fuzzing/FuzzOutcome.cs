using System.Globalization;

namespace Conformance.Fuzzing;

/// <summary>What can be seen of a run from outside.</summary>
/// <param name="Status">How it ended; the exception where it threw one, which is a fault of ours.</param>
/// <param name="Output">The output as JSON text.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The error's cause.</param>
/// <param name="Events">How many events it had.</param>
/// <param name="CallCount">How often its handlers were called.</param>
/// <param name="Calls">The first calls, each as a line.</param>
internal sealed record FuzzOutcome(string Status, string? Output, string? Error, string? Cause, int Events, int CallCount, IReadOnlyList<string> Calls)
{
    public bool IsSame(FuzzOutcome other) => (Status, Output, Error, Cause, Events, CallCount) == (other.Status, other.Output, other.Error, other.Cause, other.Events, other.CallCount)
        && Calls.SequenceEqual(other.Calls);

    /// <summary>Whether it is one that no definition may have: an exception came out, or was taken for one of a handler, of which there are few.</summary>
    public bool IsBug => Status.StartsWith("threw", StringComparison.Ordinal)
        || Error?.EndsWith("Exception", StringComparison.Ordinal) == true && Error is not (nameof(ScriptedException) or nameof(TaskCanceledException))
        // Handlers give what is deeper than any text may be.
        && Cause?.Contains("nests deeper", StringComparison.Ordinal) != true;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Status} {Shorten(Output)}{Error}{(Cause is null ? "" : ": " + Shorten(Cause))} ({Events} events, {CallCount} calls{string.Concat(Calls.Take(5).Select(call => "\n    " + Shorten(call)))})");

    internal static string? Shorten(string? text) => text is { Length: > 400 } ? $"{text[..300]}… ({text.Length} characters) …{text[^60..]}" : text;
}
