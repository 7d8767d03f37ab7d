using Compiled.Values;

namespace Compiled.TestState;

/// <summary>What TestState answers.</summary>
public sealed record StateTestResult
{
    /// <summary>What became of the state.</summary>
    public required StateTestStatus Status { get; init; }

    /// <summary>The output that the next state would be given; missing where the state failed or would be retried.</summary>
    public JsonValue Output { get; init; }

    /// <summary>The error's name; null where the state succeeded, or the error has none.</summary>
    public string? Error { get; init; }

    /// <summary>The text that explains the error; null where there is none.</summary>
    public string? Cause { get; init; }

    /// <summary>The state that would follow; null after a terminal state and where the state failed or would be retried.</summary>
    public string? NextState { get; init; }

    /// <summary>The steps from input to output; null at <see cref="InspectionLevel.Info"/>.</summary>
    public StateInspectionData? InspectionData { get; init; }

    /// <summary>The status as AWS spells it.</summary>
    public string StatusName => Status switch
    {
        StateTestStatus.Succeeded => "SUCCEEDED",
        StateTestStatus.Failed => "FAILED",
        StateTestStatus.Retriable => "RETRIABLE",
        _ => "CAUGHT_ERROR",
    };
}
