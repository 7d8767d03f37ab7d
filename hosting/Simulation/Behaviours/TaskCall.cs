using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>One attempt of a task, as a behaviour sees it.</summary>
internal sealed record TaskCall
{
    /// <summary>The simulator, for behaviours that call others.</summary>
    public required TaskSimulator World { get; init; }

    /// <summary>The key of the tasks file that is called.</summary>
    public required string Resource { get; init; }

    /// <summary>The task's effective input.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>The state's name; null where the outside does not know it, as an activity's worker does not.</summary>
    public string? StateName { get; init; }

    /// <summary>The execution's clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Told when the call itself is answered, before the job or token that it began ends.</summary>
    public JsonValue Submitted { get; set; }
}
