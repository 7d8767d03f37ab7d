using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
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

    private readonly ImmutableArray<TimedAnalyzer> _analyzers = [new(new DefinitionAnalyzer()), new(new HandlerAnalyzer()), new(new JsonataAnalyzer())];
    private readonly Dictionary<string, SyntaxTree> _emitted = [];
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
        _driver = CSharpGeneratorDriver.Create([new StateMachineGenerator().AsSourceGenerator(), new JsonataGenerator().AsSourceGenerator()], _files, parse);
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

    /// <summary>Runs the generators: all that the compiler's driver does in it counts.</summary>
    public Spent Generate() => Spent.On(() => _driver = _driver.RunGenerators(_compilation));

    /// <summary>
    /// Asks the analyzers about one definition, as an editor does about the file in front of it once the generators ran: in a new compilation, with the emitted classes,
    /// of which only the trees that did not change are kept.
    /// </summary>
    public Task<Asked> AnalyzeAsync(int definition) => AskAsync(analysis => analysis.GetAnalysisResultAsync(_files[definition], CancellationToken.None));

    /// <summary>Asks the analyzers about every definition and every file with classes, as an editor does that shows the faults of a whole solution.</summary>
    public Task<Asked> AnalyzeAllAsync() => AskAsync(async analysis =>
    {
        foreach (EditedText file in _files)
            await analysis.GetAnalysisResultAsync(file, CancellationToken.None).ConfigureAwait(false);
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
            await analysis.GetAnalysisResultAsync(analysis.Compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None).ConfigureAwait(false);
    });

    private async Task<Asked> AskAsync(Func<CompilationWithAnalyzers, Task> ask)
    {
        CompilationWithAnalyzers analysis = Analysis(_compilation.AddSyntaxTrees(EmittedTrees()));
        (long start, TimeSpan used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await ask(analysis).ConfigureAwait(false);
        Spent whole = new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        return new(_analyzers.Aggregate(default(Spent), static (sum, analyzer) => sum + analyzer.Take()), whole);
    }

    private CompilationWithAnalyzers Analysis(CSharpCompilation compilation) => new(
        compilation,
        _analyzers.CastArray<DiagnosticAnalyzer>(),
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. _files]), onAnalyzerException: Throw, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    private static void Throw(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException(diagnostic.GetMessage(CultureInfo.InvariantCulture), exception);

    // The driver gives new trees for all that it emitted, also before; an editor keeps those of the same text.
    private IEnumerable<SyntaxTree> EmittedTrees()
    {
        foreach (SyntaxTree tree in _driver.GetRunResult().GeneratedTrees)
        {
            if (!_emitted.TryGetValue(tree.FilePath, out SyntaxTree? known) || !known.GetText().ContentEquals(tree.GetText()))
                _emitted[tree.FilePath] = known = tree;
            yield return known;
        }
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
