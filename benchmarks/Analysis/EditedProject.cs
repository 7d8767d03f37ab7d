using System.Collections.Immutable;
using Compiled.Analyzers;
using Compiled.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Benchmarks.Analysis;

/// <summary>A project of many definitions in an editor: one of them is edited, then the generator and the analyzers run again.</summary>
internal sealed class EditedProject
{
    // One class with handlers for every tenth definition; the others get theirs from the file.
    private const int DefinitionsPerClass = 10;

    private readonly EditedText[] _files;
    private readonly CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>Makes the project and runs the generator once.</summary>
    public EditedProject(int definitions)
    {
        _files = [.. DefinitionSet.Of(definitions).Select(file => new EditedText(file.Path, SourceText.From(file.Text)))];
        CSharpParseOptions parse = new(LanguageVersion.CSharp14);
        IEnumerable<SyntaxTree> classes = Enumerable.Range(0, definitions / DefinitionsPerClass)
            .Select(i => CSharpSyntaxTree.ParseText(ClassOf(i * DefinitionsPerClass), parse, $"C{i}.cs"));
        _compilation = CSharpCompilation.Create("Shop", classes, References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create([new StateMachineGenerator().AsSourceGenerator()], _files, parse);
        Generate();
    }

    /// <summary>Changes one number or word of a definition's text; the same edit number gives the same text.</summary>
    public void Edit(int definition, int edit)
    {
        SourceText old = _files[definition].Text;
        string text = old.ToString();
        // A comment at the machine's beginning changes the emitted code too, which holds the text.
        int brace = text.IndexOf('{') + 1;
        string mark = $"\"Comment\":\"edit {edit:D6}\",";
        bool isEdited = text.AsSpan(brace).StartsWith("\"Comment\":\"edit ");
        EditedText changed = new(_files[definition].Path, old.WithChanges(new TextChange(isEdited ? new TextSpan(brace, mark.Length) : new TextSpan(brace, 0), mark)));
        _driver = _driver.ReplaceAdditionalText(_files[definition], changed);
        _files[definition] = changed;
    }

    /// <summary>Runs the generator.</summary>
    /// <returns>The time of the generator's own steps, as the compiler counts it.</returns>
    public TimeSpan Generate()
    {
        _driver = _driver.RunGenerators(_compilation);
        return _driver.GetTimingInfo().GeneratorTimes[0].ElapsedTime;
    }

    /// <summary>
    /// Asks the analyzers about one definition, as an editor does for the file that is open. The compiler is given the project without the emitted classes,
    /// at which no analyzer looks: with them it spends half a second on any analyzer, even one that does nothing.
    /// </summary>
    /// <returns>The time in the analyzers themselves, as the compiler counts it.</returns>
    public async Task<TimeSpan> AnalyzeAsync(int definition)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new DefinitionAnalyzer(), new HandlerAnalyzer(), new JsonataAnalyzer()];
        CompilationWithAnalyzers analysis = new(
            _compilation, analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. _files]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        AnalysisResult result = await analysis.GetAnalysisResultAsync(_files[definition], CancellationToken.None).ConfigureAwait(false);
        return result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, static (sum, info) => sum + info.ExecutionTime);
    }

    private static string ClassOf(int definition) => $$"""
        [Compiled.StateMachine("D{{definition}}.asl.json")]
        public partial class Workflow{{definition}}
        {
            [Compiled.Tasks.TaskHandler("invoke")]
            private System.Threading.Tasks.Task<Compiled.Values.JsonValue> InvokeAsync(Compiled.Values.JsonValue input) => System.Threading.Tasks.Task.FromResult(input);
        }
        """;

    private static ImmutableArray<MetadataReference> References() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Compiled.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private sealed class EditedText(string path, SourceText text) : AdditionalText
    {
        public SourceText Text => text;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
