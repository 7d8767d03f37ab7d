using Compiled.Values;

namespace Compiled.Tasks.Nested;

/// <summary>An execution that is to be started.</summary>
public sealed record ExecutionRequest
{
    /// <summary>The machine's ARN, or its name.</summary>
    public required string StateMachine { get; init; }

    /// <summary>The execution's name, never empty.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Nobody gave the name: it is derived from the parent and its attempt (<see cref="TaskContext.ChildName"/>), so that who has it is this
    /// attempt's own child.
    /// </summary>
    public bool IsNameDerived { get; init; }

    /// <summary>The input, any JSON value.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>The ARN of the execution whose task starts it; null when no task does. T-096.</summary>
    public string? ParentArn { get; init; }

    /// <summary>When the parent's attempt began; null where the parent keeps no history.</summary>
    public DateTimeOffset? AttemptTime { get; init; }

    /// <summary>How the parent runs.</summary>
    public ExecutionOptions? ParentOptions { get; init; }

    /// <summary>Only a Standard machine will do, since the task waits for the execution to end. T-097.</summary>
    public bool NeedsStandard { get; init; }

    /// <summary>
    /// Whether an execution that has the name is the one that this attempt started, before it was made again after a crash: it is then given
    /// back, whatever its status.
    /// </summary>
    public bool IsOwn(JsonValue input, DateTimeOffset started)
        => Input.Equals(input) && (IsNameDerived ? AttemptTime is null || started >= AttemptTime : started >= AttemptTime);
}
