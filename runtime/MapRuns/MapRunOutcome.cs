using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>How a child execution of a Map Run ended.</summary>
public sealed record MapRunOutcome
{
    /// <summary>Succeeded, Failed, TimedOut or Aborted.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>The output of a child that succeeded; otherwise missing.</summary>
    public JsonValue Output { get; init; }

    /// <summary>The error of a child that did not; null where none was given.</summary>
    public string? Error { get; init; }

    /// <summary>The text that explains the error; null where none was given.</summary>
    public string? Cause { get; init; }

    /// <summary>When the child started.</summary>
    public DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset StopDate { get; init; }
}
