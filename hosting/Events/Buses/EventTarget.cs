using Compiled.Events.Inputs;
using Compiled.Values;

namespace Compiled.Events.Buses;

/// <summary>Where a rule's events go.</summary>
public sealed record EventTarget
{
    /// <summary>The target's id; one of a rule has it.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Delivers what the event became, such as by starting an execution. When it throws it is tried again, unless it throws <see cref="DeliveryRefusedException"/>; so it
    /// may get an event twice, with the same id.
    /// </summary>
    /// <remarks>The second argument is the event's id, which as an execution's name keeps a second execution from starting.</remarks>
    public required Func<JsonValue, string, CancellationToken, Task> Deliver { get; init; }

    /// <summary>What it gets of the event; the whole unless said.</summary>
    public TargetInput Input { get; init; } = TargetInput.Event;

    /// <summary>How hard it is tried.</summary>
    public DeliveryOptions Delivery { get; init; } = new();
}
