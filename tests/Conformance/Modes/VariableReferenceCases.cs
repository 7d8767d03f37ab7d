using System.Text.Json;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Conformance.Corpus;
using Conformance.Reporting;

namespace Conformance.Modes;

/// <summary>Cases of kind <c>variable_references</c>: which variables each state reads, as DescribeStateMachine lists them (FEATURES L-082).</summary>
internal static class VariableReferenceCases
{
    /// <summary>Compares one case. The recording leaves out states that read none, and sorts the names of the others.</summary>
    public static CaseResult Run(AslCase item)
    {
        BoundMachine bound = MachineBinder.Bind(item.DefinitionText, item.MachineType == "EXPRESS" ? MachineType.Express : MachineType.Standard);
        if (bound.Machine is not { } machine)
            return new CaseResult(item.Id, Outcome.Fail, $"expected a machine, got {bound.Faults.First(static fault => fault.Severity == Severity.Error)}", item.IsGating);
        string expected = Show(item.Expect.GetProperty("variable_references").EnumerateObject()
            .Select(static state => (state.Name, state.Value.EnumerateArray().Select(static name => name.GetString()!))));
        string found = Show(machine.States.Select(static state => (state.Name, Names: VariableReferences.Of(state)))
            .Where(static state => state.Names.Count > 0).Select(static state => (state.Name, state.Names.AsEnumerable())));
        return expected == found
            ? new CaseResult(item.Id, Outcome.Pass, IsGating: item.IsGating)
            : new CaseResult(item.Id, Outcome.Fail, $"expected {expected}, got {found}", item.IsGating);
    }

    private static string Show(IEnumerable<(string State, IEnumerable<string> Names)> states) => string.Join("; ", states
        .Select(static state => $"{state.State}: {string.Join(", ", state.Names.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
}
