using System.Text.Json;

namespace Conformance.Comparing;

/// <summary>What a test of a state came to, in the form in which AWS answers.</summary>
internal sealed record StateTestAnswer
{
    /// <summary><c>SUCCEEDED</c>, <c>FAILED</c>, <c>RETRIABLE</c> or <c>CAUGHT_ERROR</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The error name, if there is one.</summary>
    public string? Error { get; init; }

    /// <summary>The error's cause, if there is one.</summary>
    public string? Cause { get; init; }

    /// <summary>The state that comes next, if one does.</summary>
    public string? NextState { get; init; }

    /// <summary>The output, if there is one.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>What the inspection shows, if it was asked for.</summary>
    public JsonElement? InspectionData { get; init; }
}
