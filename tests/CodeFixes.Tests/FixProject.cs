using System.Collections.Immutable;
using Compiled.Analyzers;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.CodeFixes.Tests;

/// <summary>A project in memory with definitions as additional documents, analysed and fixed as an editor does it.</summary>
/// <remarks>
/// Microsoft.CodeAnalysis.Testing cannot do it: its <c>CodeFixTest</c> asks for fixes of diagnostics in C# documents only, and the one method by which a test could make
/// the context of a fix itself, <c>CreateCodeFixContext</c>, is given a <c>Document</c>, which an additional document is not (version 1.1.4). The rules are tested
/// by it, in <c>Analyzers.Tests</c>.
/// </remarks>
internal sealed class FixProject
{
    public const string Path = "/shop/Order.asl.json";

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path => System.IO.Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Compiled.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Project _project;

    private FixProject(Project project) => _project = project;

    public FixProject(string definition, string? source = null)
    {
        ProjectId id = ProjectId.CreateNewId();
        ProjectInfo info = ProjectInfo.Create(id, VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp, metadataReferences: s_references)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp14));
        Project project = new AdhocWorkspace().AddProject(info).AddAdditionalDocument("Order.asl.json", SourceText.From(definition), filePath: Path).Project;
        _project = source is null ? project : project.AddDocument("Order.cs", SourceText.From(source), filePath: "/shop/Order.cs").Project;
    }

    public string Definition => Document.GetTextAsync().Result.ToString();

    public string Source => _project.Documents.Single().GetTextAsync().Result.ToString();

    private TextDocument Document => _project.AdditionalDocuments.First(document => document.FilePath == Path);

    public FixProject With(string path, string definition) =>
        new(_project.AddAdditionalDocument(System.IO.Path.GetFileName(path), SourceText.From(definition), filePath: path).Project);

    public string DefinitionAt(string path) => _project.AdditionalDocuments.Single(document => document.FilePath == path).GetTextAsync().Result.ToString();

    /// <summary>The ids of all faults of the definition, by the rules alone.</summary>
    public IEnumerable<string> Faults() => RuleList.Check(MachineBinder.Bind(Definition, Language.Binding.MachineType.Standard)).Select(fault => fault.Id);

    /// <summary>What the analyzers report of the definition and its class, and the errors of the C# itself but for what the generator would add.</summary>
    public async Task<IReadOnlyList<string>> Reported()
    {
        Compilation compilation = (await _project.GetCompilationAsync())!;
        IEnumerable<Diagnostic> errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return [.. (await Diagnostics()).Concat(errors).Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>The titles of the actions offered for the first fault of an id.</summary>
    public async Task<IReadOnlyList<string>> Titles(FaultDescriptor row) => [.. (await Actions(row)).Select(action => action.Title)];

    /// <summary>The project after one of the actions for the first fault of an id.</summary>
    public async Task<FixProject> Fix(FaultDescriptor row, int which = 0)
    {
        IReadOnlyList<CodeAction> actions = await Actions(row);
        return After(await Changed(actions[which]));
    }

    /// <summary>The project after the first action for the first fault of an id has been taken for all such faults.</summary>
    public async Task<FixProject> FixAll(FaultDescriptor row, FixAllScope scope = FixAllScope.Document)
    {
        CodeAction action = (await Actions(row))[0];
        CodeFixProvider provider = row == HandlerFaults.TaskWithoutHandler ? new HandlerStubFixProvider() : new MendFixProvider();
        FixAllContext context = new(_project, provider, scope, action.EquivalenceKey, [row.Id], new Known(await Diagnostics()), CancellationToken.None);
        return After(await Changed((await provider.GetFixAllProvider()!.GetFixAsync(context))!));
    }

    private FixProject After(Solution solution) => new(solution.GetProject(_project.Id)!);

    private static async Task<Solution> Changed(CodeAction action) =>
        Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None))).ChangedSolution;

    private async Task<IReadOnlyList<CodeAction>> Actions(FaultDescriptor row)
    {
        Diagnostic diagnostic = (await Diagnostics()).First(found => found.Id == row.Id && found.Location.GetLineSpan().Path == Path);
        List<CodeAction> actions = [];
        foreach (CodeFixProvider provider in new CodeFixProvider[] { new MendFixProvider(), new HandlerStubFixProvider() })
        {
            if (provider.FixableDiagnosticIds.Contains(row.Id))
                await provider.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }
        return actions;
    }

    private async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        Compilation compilation = (await _project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new DefinitionAnalyzer(), new HandlerAnalyzer()], _project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(diagnostics.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
