namespace Compiled;

/// <summary>A compiled definition as the runtime sees it.</summary>
/// <param name="name">The state machine's name.</param>
/// <param name="definition">The text of the definition.</param>
/// <param name="type">Standard or Express.</param>
/// <param name="timeoutSeconds">The definition's <c>TimeoutSeconds</c>; null when it sets none.</param>
/// <param name="states">All states of all flows in the definition's order; the index is the state's number.</param>
public sealed class MachineInfo(string name, string definition, MachineType type, long? timeoutSeconds, StateInfo[] states)
{
    // an Express execution lives at most five minutes, a Standard one a year.
    private const long ExpressLimit = 300, StandardLimit = 365L * 24 * 60 * 60;

    /// <summary>The state machine's name.</summary>
    public string Name { get; } = name;

    /// <summary>The text of the definition.</summary>
    public string Definition { get; } = definition;

    /// <summary>Standard or Express.</summary>
    public MachineType Type { get; } = type;

    /// <summary>The definition's <c>TimeoutSeconds</c>; null when it sets none.</summary>
    public long? TimeoutSeconds { get; } = timeoutSeconds;

    /// <summary>All states of all flows in the definition's order.</summary>
    public IReadOnlyList<StateInfo> States => StateTable;

    internal StateInfo[] StateTable { get; } = states;

    /// <summary>How long an execution may last, in seconds: its own limit or its type's, whichever is shorter.</summary>
    public long LimitSeconds => Math.Min(TimeoutSeconds ?? long.MaxValue, TypeLimit);

    private long TypeLimit => Type == MachineType.Express ? ExpressLimit : StandardLimit;

    /// <summary>When an execution that started and was redriven at these times has lasted too long.</summary>
    internal DateTimeOffset DeadlineOf(DateTimeOffset start, DateTimeOffset? redrive)
    {
        DateTimeOffset end = start.AddSeconds(TypeLimit), began = redrive ?? start;
        return TimeoutSeconds is { } seconds && seconds < (end - began).TotalSeconds ? began.AddSeconds(seconds) : end;
    }
}
