using Compiled.Simulation.Matching;

namespace Compiled.Simulation;

/// <summary>What a tasks file leaves open.</summary>
public sealed record TaskSimulatorOptions
{
    /// <summary>What placeholders in recorded parameters stood for.</summary>
    public Substitutions Substitutions { get; init; } = Substitutions.None;

    /// <summary>The name under which a worker takes up activities; null for a worker without a name.</summary>
    public string? WorkerName { get; init; }
}
