using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Compiled.Analyzers.Tests;

/// <summary>A project with definitions as the testing library of the compiler sees it: all analyzers, and every diagnostic expected by id and span.</summary>
internal sealed class DefinitionTest : CSharpAnalyzerTest<DefinitionAnalyzer, DefaultVerifier>
{
    public const string Path = "/shop/Order.asl.json";

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(static path => System.IO.Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Compiled.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public DefinitionTest(string source = "")
    {
        // Those of this process, so that nothing is fetched.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(s_references);
        TestState.Sources.Add(("Order.cs", source));
        // A path into the context object has the sign in it that marks a place.
        TestState.MarkupHandling = source.Length == 0 ? MarkupMode.None : MarkupMode.Allow;
        // Both look for code that silences a diagnostic by comments, which a definition has none of.
        TestBehaviors |= TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
    }

    /// <summary>Adds a definition; beside C# its text may mark what is expected.</summary>
    public DefinitionTest With(string text, string path = Path)
    {
        TestState.AdditionalFiles.Add((path, text));
        return this;
    }

    /// <summary>Says something about a definition in the project's file.</summary>
    public DefinitionTest WithMetadata(string name, string value, string path = Path)
    {
        TestState.AnalyzerConfigFiles.Add(($"/shop/{name}.globalconfig", $"is_global = true\n[{path}]\nbuild_metadata.AdditionalFiles.{name} = {value}\n"));
        return this;
    }

    /// <summary>Expects diagnostics in the definition, written as <c>ASL1012 3:57-3:70</c>, several with a comma between them.</summary>
    public DefinitionTest Expect(string diagnostics, Func<string, DiagnosticSeverity> severityOf)
    {
        foreach (string written in diagnostics.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            string id = written[..7];
            int[] place = [.. written[8..].Split(':', '-').Select(static number => int.Parse(number, CultureInfo.InvariantCulture))];
            ExpectedDiagnostics.Add(new DiagnosticResult(id, severityOf(id)).WithSpan(Path, place[0], place[1], place[2], place[3]));
        }
        return this;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new DefinitionAnalyzer(), new HandlerAnalyzer(), new JsonataAnalyzer()];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);
}
