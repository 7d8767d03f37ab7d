using Compiled.Compilation;
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
    /// <summary>Runs the cases; with <paramref name="fold"/> by the runner that throws the state away after every effect.</summary>
    public static async Task<IReadOnlyList<CaseResult>> RunAsync(IReadOnlyList<AslCase> cases, bool fold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        AslCase[] executions = [.. cases.Where(static item => item.Kind == "execution")];
        Dictionary<AslCase, CompiledDefinition> definitions = Compile(executions, cancellationToken);
        List<CaseResult> results = new(cases.Count);
        foreach (AslCase item in cases)
        {
            results.Add(definitions.TryGetValue(item, out CompiledDefinition? definition)
                ? await RunAsync(item, definition, fold, cancellationToken).ConfigureAwait(false)
                : new CaseResult(item.Id, Outcome.Unsupported, $"Cases of kind '{item.Kind}' are not run yet.", item.IsGating));
        }

        return results;
    }

    private static async Task<CaseResult> RunAsync(AslCase item, CompiledDefinition definition, bool fold, CancellationToken cancellationToken)
    {
        if (definition.EmitterFaults.FirstOrDefault(static fault => fault.Severity == Severity.Error) is { } unsupported)
            return new CaseResult(item.Id, Outcome.Unsupported, unsupported.ToString(), item.IsGating);
        if (definition.Bound.Faults.FirstOrDefault(static fault => fault.Severity == Severity.Error) is { } refused)
            return new CaseResult(item.Id, Outcome.Fail, $"expected an execution, got {refused}", item.IsGating);
        if (definition.Messages.Count > 0)
            return new CaseResult(item.Id, Outcome.Fail, $"expected C# without a warning, got {definition.Messages[0]}", item.IsGating);
        RecordedRun run = await CaseRunner.RunAsync(item, definition, fold, cancellationToken).ConfigureAwait(false);
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

    private static DefinitionSource Source(AslCase item) =>
        new(item.DefinitionText, item.StateMachineName ?? item.Id, item.MachineType == "EXPRESS" ? MachineType.Express : MachineType.Standard);
}
