namespace Compiled.TestState;

/// <summary>Where states are tested.</summary>
public sealed record StateTesterOptions
{
    /// <summary>Does the work of Tasks that are not mocked; without it they fail with <c>States.TaskFailed</c>.</summary>
    public ITaskHandler? TaskHandlers { get; init; }

    /// <summary>The clock, by which Wait states and timeouts go; the system's unless said.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The region in the ARNs of the context object.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The account in the ARNs of the context object, 12 digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>Makes names, tokens and random numbers the same on every run; new ones each time unless said.</summary>
    public ulong? Seed { get; init; }
}
