using Compiled.Language.Faults;
using Conformance.Modes;
using Conformance.Mutants;
using Conformance.Reporting;

namespace Conformance.Tests.Corpus;

/// <summary>Real definitions, each broken in one way: the rule for that way finds it, at the right place.</summary>
public sealed class MutantCorpusTests
{
    private static readonly Lazy<IReadOnlyList<CaseResult>> s_results = new(static () => MutantsMode.Run([CorpusFolder.Of(Path.Combine("definitions", "real"))], filter: null));

    [CorpusFact]
    public void Mutants_AllButReasonedOnes_AreFound() => Assert.Equal(
        ReasonedDifferences.Mutants.Keys.Order(StringComparer.Ordinal),
        s_results.Value.Where(static result => result.Outcome != Outcome.Pass)
            .Select(static result => ReasonedDifferences.Mutants.ContainsKey(result.Id) ? result.Id : $"{result.Id}: {result.Detail}").Order(StringComparer.Ordinal));

    [CorpusFact]
    public void Mutants_OfTheWholeFolder_AreManyAndNearlyAllFound()
    {
        int found = s_results.Value.Count(static result => result.Outcome == Outcome.Pass);
        Assert.True(s_results.Value.Count >= 500, $"{s_results.Value.Count} mutants");
        Assert.True(found >= 0.99 * s_results.Value.Count, $"{found} of {s_results.Value.Count} mutants found");
        Assert.Equal(s_results.Value.Count, s_results.Value.Select(static result => result.Id).Distinct().Count());
    }

    /// <summary>Every fault of definitions has a way to make it, and each way some definition to make it in.</summary>
    [CorpusFact]
    public void Mutators_OfEveryFault_HaveMutants()
    {
        // ASL1900 is nothing wrong, and what stands between definitions and C# is not in a definition.
        string[] faults = [.. FaultCatalog.All.Select(static row => row.Id).Where(static id => id != CompilerFaults.Unsupported.Id && (!id.StartsWith("ASL30", StringComparison.Ordinal) || id == HandlerFaults.IdentifierCollision.Id))];
        Assert.Equal(faults.Order(StringComparer.Ordinal), MutatorList.All.Select(static mutator => mutator.Fault.Id).Distinct().Order(StringComparer.Ordinal));
        string[] made = [.. s_results.Value.Select(static result => result.Id.Split(" | ")[0]).Distinct()];
        Assert.Empty(MutatorList.All.Select(static mutator => $"{mutator.Fault.Id} {mutator.Way}").Except(made));
    }
}
