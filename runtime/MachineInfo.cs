using Compiled.Values;

namespace Compiled;

/// <summary>A compiled definition as the runtime sees it.</summary>
public sealed class MachineInfo
{
    // an Express execution lives at most five minutes, a Standard one a year.
    private const long ExpressLimit = 300, StandardLimit = 365L * 24 * 60 * 60;

    private readonly int[]? _own;
    private string? _definition;
    private StateInfo[]? _states;

    /// <summary>Describes a machine.</summary>
    /// <param name="name">The state machine's name.</param>
    /// <param name="definition">The text of the definition.</param>
    /// <param name="type">Standard or Express.</param>
    /// <param name="timeoutSeconds">The definition's <c>TimeoutSeconds</c>; null when it sets none.</param>
    /// <param name="states">All states of all flows in the definition's order; the index is the state's number.</param>
    public MachineInfo(string name, string definition, MachineType type, long? timeoutSeconds, StateInfo[] states)
        => (Name, _definition, Type, TimeoutSeconds, StateTable) = (name, definition, type, timeoutSeconds, states);

    private MachineInfo(MachineInfo whole, DistributedProcessor processor)
    {
        (Whole, Processor, Type, StateTable) = (whole, processor, processor.Type, whole.StateTable);
        Name = $"{whole.Name}/{processor.Label}";
        _own = [.. processor.States];
    }

    /// <summary>The state machine's name; that of a distributed Map's children is <c>MACHINE/LABEL</c>.</summary>
    public string Name { get; }

    /// <summary>The text of the definition; the processor's where the machine is that of a distributed Map's children.</summary>
    public string Definition => _definition ??= Text(Whole!.Definition, Processor!.Pointer);

    /// <summary>Standard or Express.</summary>
    public MachineType Type { get; }

    /// <summary>The definition's <c>TimeoutSeconds</c>; null when it sets none.</summary>
    public long? TimeoutSeconds { get; }

    /// <summary>All states of all flows in the definition's order.</summary>
    public IReadOnlyList<StateInfo> States => _own is null ? StateTable : _states ??= [.. _own.Select(state => StateTable[state])];

    /// <summary>The machine that a distributed Map's children are part of; null for a machine of its own.</summary>
    public MachineInfo? Whole { get; }

    /// <summary>Where in <see cref="Whole"/> the machine stands; null for a machine of its own.</summary>
    public DistributedProcessor? Processor { get; }

    internal StateInfo[] StateTable { get; }

    /// <summary>How long an execution may last, in seconds: its own limit or its type's, whichever is shorter.</summary>
    public long LimitSeconds => Math.Min(TimeoutSeconds ?? long.MaxValue, TypeLimit);

    private long TypeLimit => Type == MachineType.Express ? ExpressLimit : StandardLimit;

    /// <summary>When an execution that started and was redriven at these times has lasted too long.</summary>
    internal DateTimeOffset DeadlineOf(DateTimeOffset start, DateTimeOffset? redrive)
    {
        DateTimeOffset end = start.AddSeconds(TypeLimit), began = redrive ?? start;
        return TimeoutSeconds is { } seconds && seconds < (end - began).TotalSeconds ? began.AddSeconds(seconds) : end;
    }

    /// <summary>The machine of a distributed Map's child executions. States keep their numbers.</summary>
    /// <exception cref="ArgumentException">The state is no distributed Map.</exception>
    public MachineInfo ChildOf(int state)
        => state >= 0 && state < StateTable.Length && StateTable[state].Processor is { } processor
            ? new MachineInfo(Whole ?? this, processor)
            : throw new ArgumentException($"State {state} of '{Name}' is no distributed Map.", nameof(state));

    private static string Text(string definition, string pointer)
    {
        JsonValue part = JsonValue.Parse(definition);
        foreach (string step in pointer.Split('/')[1..])
            part = part.Get(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return part.ToString();
    }
}
