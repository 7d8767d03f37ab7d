using System.Globalization;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;
using Conformance.Reporting;

namespace Conformance.Mutants;

/// <summary>A definition that was broken in one way.</summary>
internal sealed record Mutant(string Id, Mutator Mutator, string Text, string Pointer)
{
    // The first place, the last and one between: more of the same kind in one definition show nothing new.
    private const int MostOfAKind = 3;

    /// <summary>All mutants of a definition, in the order of the mutators. Where it has the very fault already, there is none.</summary>
    public static IEnumerable<Mutant> Of(SoundDefinition definition)
    {
        foreach (Mutator mutator in MutatorList.All)
        {
            Mutation[] ways = [.. mutator.Break(definition).Where(way => !definition.Faults.Any(fault => IsFound(fault, mutator.Fault, way.Pointer)))];
            foreach (int index in new[] { 0, ways.Length / 2, ways.Length - 1 }.Distinct().Where(index => index >= 0 && index < ways.Length).Take(MostOfAKind))
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"{mutator.Fault.Id} {mutator.Way} | {definition.Name} #{index}");
                yield return new Mutant(id, mutator, Edit.Apply(definition.Machine.Text, ways[index].Edits), ways[index].Pointer);
            }
        }
    }

    /// <summary>Whether the fault is found at the right place.</summary>
    public CaseResult Judge()
    {
        IReadOnlyList<Fault> found = RuleList.Check(MachineBinder.Bind(Text, Mutator.Type));
        if (found.Any(fault => IsFound(fault, Mutator.Fault, Pointer))) return new CaseResult(Id, Outcome.Pass);
        string instead = string.Join("; ", found.OrderBy(static fault => fault.Severity == Severity.Error ? 0 : 1).Take(4));
        return new CaseResult(Id, Outcome.Fail, $"expected '{Mutator.Fault.Kind}' at '{Pointer}', got {(instead.Length == 0 ? "nothing" : instead)}");
    }

    private static bool IsFound(Fault fault, FaultDescriptor wanted, string pointer) =>
        fault.Id == wanted.Id && fault.Pointer.StartsWith(pointer, StringComparison.Ordinal)
        && (fault.Pointer.Length == pointer.Length || pointer.Length == 0 || fault.Pointer[pointer.Length] == '/');
}
