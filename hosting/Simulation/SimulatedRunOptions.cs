using Compiled.Testing;

namespace Compiled.Simulation;

/// <summary>How <see cref="SimulatedRun"/> runs an execution.</summary>
public sealed record SimulatedRunOptions
{
    /// <summary>Waits, delays and timeouts take no time.</summary>
    public bool VirtualTime { get; init; }

    /// <summary>The instant at which a run on virtual time starts; the <see cref="VirtualTimeProvider"/>'s own when left out.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Whether the events are kept; where none of the machine's tasks has a token, no event is made otherwise.</summary>
    public bool KeepsHistory { get; init; } = true;

    /// <summary>Names, ARNs and seed of the execution; its clock, history and activities are set here.</summary>
    public ExecutionOptions Execution { get; init; } = new();
}
