using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>One item of <c>Retry</c>, defaults applied. FEATURES L-330 to L-338.</summary>
public sealed class Retrier
{
    internal Retrier(IReadOnlyList<string> errorEquals, ObjectNode source)
    {
        ErrorEquals = errorEquals;
        Source = source;
    }

    /// <summary>The error names it acts on; never empty.</summary>
    public IReadOnlyList<string> ErrorEquals { get; }

    /// <summary>The delay before the first retry, in seconds: 1 to 99,999,999, default 1.</summary>
    public int IntervalSeconds { get; internal set; } = 1;

    /// <summary>How often it retries: 0 to 99,999,999, default 3; 0 means never.</summary>
    public int MaxAttempts { get; internal set; } = 3;

    /// <summary>What each delay is multiplied by to give the next: at least 1, default 2.</summary>
    public double BackoffRate { get; internal set; } = 2;

    /// <summary>The longest delay, in seconds: 1 to 31,622,400; null means without limit.</summary>
    public int? MaxDelaySeconds { get; internal set; }

    /// <summary>Whether the delay is drawn between 0 and the computed one (<c>JitterStrategy: FULL</c>).</summary>
    public bool FullJitter { get; internal set; }

    /// <summary>The retrier as written.</summary>
    public ObjectNode Source { get; }
}
