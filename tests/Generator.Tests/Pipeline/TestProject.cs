using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>A project in memory: C# sources, definitions and options.</summary>
internal sealed record TestProject
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.") || name.StartsWith("Microsoft.Extensions.") || name is "netstandard.dll" or "mscorlib.dll" or "Compiled.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableSortedDictionary<string, string>.Empty.ToImmutableDictionary();

    public ImmutableArray<AdditionalText> Definitions { get; init; } = [];

    public TestOptions Options { get; init; } = new();

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public IIncrementalGenerator Generator { get; init; } = new StateMachineGenerator();

    public bool HasDependencyInjection { get; init; } = true;

    public CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public TestProject Source(string path, string code) => this with { Sources = Sources.SetItem(path, code) };

    public TestProject Definition(string path, string text)
    {
        TestText added = new(path, text);
        int index = Definitions.ToList().FindIndex(definition => definition.Path == path);
        return this with { Definitions = index < 0 ? Definitions.Add(added) : Definitions.SetItem(index, added) };
    }

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Shop",
        Sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => CSharpSyntaxTree.ParseText(source.Value, ParseOptions, source.Key)),
        HasDependencyInjection ? s_references : s_references.Where(reference => !reference.Display!.Contains("Microsoft.Extensions.DependencyInjection")),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: Nullable, warningLevel: 9999));

    public GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [Generator.AsSourceGenerator()],
        Definitions,
        ParseOptions,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The emitted files by hint name.</summary>
    public Dictionary<string, string> Generate() => Driver().RunGenerators(Compile()).GetRunResult().Results.Single()
        .GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The compilation with the emitted files.</summary>
    public CSharpCompilation CompileGenerated()
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compile(), out var compilation, out _);
        return (CSharpCompilation)compilation;
    }
}
