using Conformance.Mutants.Mutators;

namespace Conformance.Mutants;

/// <summary>All ways to break a definition, by the group of the fault that is to be found.</summary>
internal static class MutatorList
{
    /// <summary>The mutators, in the order in which mutants are made. To add one: a line in the class of its group.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        .. TextMutators.All, .. FieldMutators.All, .. NameMutators.All, .. ExpressionMutators.All, .. JsonataMutators.All, .. FlowMutators.All,
        .. ChoiceMutators.All, .. ErrorMutators.All, .. TimeMutators.All, .. DataMutators.All, .. WorkMutators.All,
    ];
}
