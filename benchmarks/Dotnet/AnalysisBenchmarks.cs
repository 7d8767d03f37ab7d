using BenchmarkDotNet.Attributes;
using Compiled.Benchmarks.Analysis;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>What <c>analysis</c> measures of one definition, in BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    /// <summary>A definition of 54 states to its machine.</summary>
    [Benchmark]
    public BoundMachine Bind() => MachineBinder.Bind(DefinitionSet.Large);

    /// <summary>The same, and all rules on it.</summary>
    [Benchmark]
    public IReadOnlyList<Fault> Analyze() => RuleList.Check(MachineBinder.Bind(DefinitionSet.Large));
}
