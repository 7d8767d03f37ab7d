using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Conformance.Mutants;

/// <summary>Breaks sound definitions in one way, which one rule must find.</summary>
/// <param name="Fault">The row of the catalog to be found.</param>
/// <param name="Way">What it does, in a word or two; part of its mutants' names.</param>
/// <param name="Break">The places of a definition where it can be done, in the order of the text.</param>
internal sealed record Mutator(FaultDescriptor Fault, string Way, Func<SoundDefinition, IEnumerable<Mutation>> Break)
{
    /// <summary>The type that broken definitions are bound as.</summary>
    public MachineType Type { get; init; } = MachineType.Standard;
}
