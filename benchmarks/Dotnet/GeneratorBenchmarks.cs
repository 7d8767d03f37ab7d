using BenchmarkDotNet.Attributes;
using Compiled.Benchmarks.Analysis;

namespace Compiled.Benchmarks.Dotnet;

/// <summary>What an edit of one of 200 definitions costs, as <c>analysis</c> measures it.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const int Definitions = 200;

    private readonly EditedProject _project = new(Definitions);
    private int _edit;

    /// <summary>The generator after an edit: one definition is compiled to C#, the others are kept.</summary>
    [Benchmark]
    public double Generate()
    {
        _project.Edit(_edit % Definitions, ++_edit);
        return _project.Generate().Wall;
    }

    /// <summary>The analyzers on the definition that was edited.</summary>
    [Benchmark]
    public Task Analyze()
    {
        _project.Edit(_edit % Definitions, ++_edit);
        return _project.AnalyzeAsync(_edit % Definitions);
    }
}
