using Compiled.Events.Patterns;

namespace Compiled.Events.Buses;

/// <summary>Which events go where.</summary>
public sealed record EventRule
{
    /// <summary>The rule's name; one of a bus has it.</summary>
    public required string Name { get; init; }

    /// <summary>Which events.</summary>
    public required EventPattern Pattern { get; init; }

    /// <summary>Where to.</summary>
    public required IReadOnlyList<EventTarget> Targets { get; init; }
}
