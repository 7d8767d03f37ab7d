namespace Compiled.TestState;

/// <summary>Who takes, or would take, a state's error.</summary>
public sealed record StateErrorDetails
{
    /// <summary>The place of the catcher that took the error, from 0; null where none did.</summary>
    public int? CatchIndex { get; init; }

    /// <summary>The place of the retrier that names the error, from 0, also when its attempts are used up; null where none does.</summary>
    public int? RetryIndex { get; init; }

    /// <summary>In how many seconds the state would be tried again; null where it would not.</summary>
    public long? RetryBackoffIntervalSeconds { get; init; }
}
