extern alias analyzers;

using analyzers::Compiled.Analyzers;
using Compiled.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Generator.Tests.Analyzers;

/// <summary>A diagnostic as a test sees it: id, severity, file, the text it stands on, and the message.</summary>
internal sealed record Diagnosed(string Id, DiagnosticSeverity Severity, string File, string Text, string Message)
{
    /// <summary>What the analyzers report on a project with its emitted code, in the order of places.</summary>
    public static async Task<IReadOnlyList<Diagnosed>> Of(TestProject project)
    {
        AnalyzerOptions options = new(project.Definitions, project.Options);
        CompilationWithAnalyzers analysis = project.CompileGenerated().WithAnalyzers([new DefinitionAnalyzer(), new HandlerAnalyzer(), new JsonataAnalyzer()], options);
        return
        [
            .. (await analysis.GetAnalyzerDiagnosticsAsync())
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
                .Select(diagnostic => From(diagnostic, project)),
        ];
    }

    /// <summary>The only thing reported.</summary>
    public static async Task<Diagnosed> Single(TestProject project) => Assert.Single(await Of(project));

    private static Diagnosed From(Diagnostic diagnostic, TestProject project)
    {
        Assert.True(diagnostic.Location != Location.None, diagnostic.ToString());
        string path = diagnostic.Location.GetLineSpan().Path;
        string text = project.Sources.GetValueOrDefault(path) ?? project.Definitions.Single(file => file.Path == path).GetText()!.ToString();
        return new Diagnosed(
            diagnostic.Id, diagnostic.Severity, path, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length), diagnostic.GetMessage());
    }
}
