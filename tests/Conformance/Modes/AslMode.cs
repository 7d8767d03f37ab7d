using Compiled.Compilation;
using Compiled.Generator;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Simulation.Matching;
using Conformance.Comparing;
using Conformance.Corpus;
using Conformance.Reporting;
using Conformance.Running;

namespace Conformance.Modes;

/// <summary>The <c>asl</c> corpus: all definitions are compiled together, then each case is run against its simulated world and compared.</summary>
public static class AslMode
{
    /// <summary>Runs the cases; each by <paramref name="host"/>.</summary>
    public static async Task<IReadOnlyList<CaseResult>> RunAsync(IReadOnlyList<AslCase> cases, CaseHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        AslCase[] executions = [.. cases.Where(static item => item.Kind == "execution")];
        Dictionary<AslCase, CompiledDefinition> definitions = Compile(executions, cancellationToken);
        List<CaseResult> results = new(cases.Count);
        foreach (AslCase item in cases)
        {
            if (definitions.TryGetValue(item, out CompiledDefinition? definition))
                results.Add(await RunAsync(item, definition, host, cancellationToken).ConfigureAwait(false));
            else if (item.Kind == "variable_references")
                results.Add(VariableReferenceCases.Run(item));
            else if (item.Kind == "validation")
                results.Add(ValidationRunner.Run(item));
            else if (item.Kind == "test_state")
                results.Add(await StateTestRunner.RunAsync(item, cancellationToken).ConfigureAwait(false));
            else
                results.Add(new CaseResult(item.Id, Outcome.Unsupported, $"Cases of kind '{item.Kind}' are not run yet.", item.IsGating));
        }

        return results;
    }

    /// <summary>The executions that use only what is compiled; the others would be counted as unsupported.</summary>
    public static IReadOnlyList<AslCase> Supported(IReadOnlyList<AslCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Dictionary<DefinitionSource, bool> known = [];
        return [.. cases.Where(item => item.Kind == "execution" && IsSupported(Source(item)))];

        bool IsSupported(DefinitionSource source)
        {
            if (known.TryGetValue(source, out bool isSupported)) return isSupported;
            CompiledMachine machine = MachineCompiler.Compile(MachineBinder.Bind(source.Text, source.Type), new CompilerOptions { ClassName = "Machine", Name = source.Name });
            return known[source] = machine.Faults.All(static fault => fault.Severity != Severity.Error);
        }
    }

    private static async Task<CaseResult> RunAsync(AslCase item, CompiledDefinition definition, CaseHost host, CancellationToken cancellationToken)
    {
        if (definition.EmitterFaults.FirstOrDefault(static fault => fault.Severity == Severity.Error) is { } unsupported)
            return new CaseResult(item.Id, Outcome.Unsupported, unsupported.ToString(), item.IsGating);
        if (definition.Bound.Faults.FirstOrDefault(static fault => fault.Severity == Severity.Error) is { } refused)
            return new CaseResult(item.Id, Outcome.Fail, $"expected an execution, got {refused}", item.IsGating);
        if (definition.Messages.Count > 0)
            return new CaseResult(item.Id, Outcome.Fail, $"expected C# without a warning, got {definition.Messages[0]}", item.IsGating);
        RecordedRun run = await CaseRunner.RunAsync(item, definition, host, cancellationToken).ConfigureAwait(false);
        // What differs between any two runs, such as the times of others' executions, is left out as it is for the recorded one.
        if (run.SilentDifference() is { } silent && (run.Silent!.EventCount != run.EventCount || ExecutionComparer.Compare(item, run.Silent with { History = run.History }).Count > 0))
            return new CaseResult(item.Id, Outcome.Fail, silent, item.IsGating);
        IReadOnlyList<Difference> differences = ExecutionComparer.Compare(item, run);
        return differences.Count == 0
            ? new CaseResult(item.Id, Outcome.Pass, IsGating: item.IsGating)
            : new CaseResult(item.Id, Outcome.Fail, string.Join("; ", differences), item.IsGating);
    }

    /// <summary>Many cases share a definition, so each text is compiled once.</summary>
    private static Dictionary<AslCase, CompiledDefinition> Compile(AslCase[] cases, CancellationToken cancellationToken)
    {
        Dictionary<DefinitionSource, CompiledDefinition> compiled = [];
        Dictionary<AslCase, DefinitionSource> sources = cases.ToDictionary(static item => item, Source);
        DefinitionSource[] distinct = [.. sources.Values.Distinct()];
        foreach ((DefinitionSource source, CompiledDefinition definition) in distinct.Zip(DefinitionCompiler.CompileAll(distinct, cancellationToken)))
            compiled.Add(source, definition);
        return sources.ToDictionary(static pair => pair.Key, pair => compiled[pair.Value]);
    }

    /// <summary>The names of machines are the executions' own, so that cases with one definition share its class.</summary>
    internal static DefinitionSource Source(AslCase item) => Source(item.DefinitionText, item.MachineType == "EXPRESS");

    /// <summary>A definition's source, as for a case that has it.</summary>
    internal static DefinitionSource Source(string text, bool isExpress) => new(text, "StateMachine", isExpress ? MachineType.Express : MachineType.Standard) { HasFastPath = true };
}
