using System.Reflection;
using System.Runtime.Loader;
using Compiled.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Conformance.Fuzzing.Typed;

/// <summary>Compiles a machine on C# types as a project would be, with the source generator.</summary>
internal static class TypedFuzzProject
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "netstandard.dll" or "Compiled.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The assembly and whether the machine has a lane. Null, without messages, where the definition has faults; with messages where what was emitted does not compile.</summary>
    public static (Assembly? Assembly, bool HasLane, IReadOnlyList<string> Messages) Compile(TypedFuzzMachine machine)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Fuzzed", [CSharpSyntaxTree.ParseText(machine.Code, s_parse, "Fuzzed.cs")], s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new StateMachineGenerator().AsSourceGenerator()], [new Definition(machine.Definition)], s_parse);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out System.Collections.Immutable.ImmutableArray<Diagnostic> faults);
        if (faults.Any(static fault => fault.Severity == DiagnosticSeverity.Error))
            return (null, false, []);
        using MemoryStream image = new();
        EmitResult result = updated.Emit(image);
        // Emitted code compiles without a warning in any project; the types and handlers that were made by chance need not.
        string[] messages = [.. result.Diagnostics.Where(message => message.Severity == DiagnosticSeverity.Error || message.Severity == DiagnosticSeverity.Warning && message.Location.SourceTree?.FilePath != "Fuzzed.cs").Select(static message => message.ToString())];
        if (!result.Success || messages.Length > 0)
            return (null, false, messages);
        image.Position = 0;
        bool hasLane = driver.GetRunResult().GeneratedTrees.Any(static tree => tree.ToString().Contains("file static class Lane", StringComparison.Ordinal));
        return (new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image), hasLane, []);
    }

    private sealed class Definition(string text) : AdditionalText
    {
        public override string Path => "/fuzzed/M.asl.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
