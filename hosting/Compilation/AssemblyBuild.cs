using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Compilation;

/// <summary>The C# compiler's work on a set of emitted classes: an assembly with a table of entries into them, and what the compiler said.</summary>
internal sealed class AssemblyBuild
{
    private const string EntriesType = AssemblyName + ".Entries";

    private const string EntriesField = "All";

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, warningLevel: int.MaxValue,
        nullableContextOptions: NullableContextOptions.Enable, deterministic: true, concurrentBuild: true);

    private static readonly Lazy<MetadataReference[]> s_references = new(FindReferences);

    private static readonly CompilerSettings s_checking = new(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse), s_options);

    // Nullable analysis is a good part of the work, and only finds warnings.
    private static readonly CompilerSettings s_quick = new(
        new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None).WithFeatures([KeyValuePair.Create("run-nullable-analysis", "never")]),
        s_options.WithWarningLevel(0).WithGeneralDiagnosticOption(ReportDiagnostic.Suppress));

    private readonly Dictionary<string, List<CompilerMessage>> _messages;

    private AssemblyBuild(byte[]? image, Dictionary<string, List<CompilerMessage>> messages)
    {
        Image = image;
        _messages = messages;
    }

    /// <summary>The assembly; null when no class compiles.</summary>
    public byte[]? Image { get; }

    /// <summary>What the compiler said about one class.</summary>
    public IReadOnlyList<CompilerMessage> Messages(string className) => _messages.TryGetValue(className, out List<CompilerMessage>? messages) ? messages : [];

    /// <summary>
    /// Compiles the classes; those that do not compile are left out of the assembly. <paramref name="entryType"/> is the type of their
    /// entries as C# names it. Warnings are looked for unless <paramref name="findsWarnings"/> says that nobody reads them.
    /// </summary>
    public static AssemblyBuild Of(IReadOnlyList<EmittedFile> files, string entryType, bool findsWarnings, CancellationToken cancellationToken)
    {
        CompilerSettings settings = findsWarnings ? s_checking : s_quick;
        Dictionary<string, List<CompilerMessage>> messages = new(StringComparer.Ordinal);
        SyntaxTree[] trees = [.. files.AsParallel().AsOrdered().Select(file => settings.Parse(file.Code, file.ClassName))];
        IReadOnlyList<EmittedFile> good = files;
        while (good.Count > 0)
        {
            SyntaxTree entries = settings.Parse(Entries(good, entryType), "Entries");
            HashSet<string> kept = [.. good.Select(static file => file.ClassName)];
            CSharpCompilation compilation = settings.Empty.Value.AddSyntaxTrees([.. trees.Where(tree => kept.Contains(tree.FilePath)), entries]);
            using MemoryStream stream = new();
            Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(stream, cancellationToken: cancellationToken);
            foreach (Diagnostic diagnostic in result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning))
                Add(messages, diagnostic);
            if (result.Success) return new AssemblyBuild(stream.ToArray(), messages);
            EmittedFile[] rest = [.. good.Where(file => !messages.TryGetValue(file.ClassName, out List<CompilerMessage>? said) || !said.Exists(static message => message.IsError))];
            if (rest.Length == good.Count)
                throw new InvalidOperationException("The table of entries does not compile: " + string.Join("; ", result.Diagnostics));
            good = rest;
        }

        return new AssemblyBuild(null, messages);
    }

    /// <summary>Loads the assembly and gives the entries into its classes, by their numbers; null where a class is left out.</summary>
    public TEntry?[] Load<TEntry>()
        where TEntry : class
        => Image is null ? [] : Load<TEntry>(Image);

    /// <summary>Loads an assembly that a build made, and gives its entries.</summary>
    /// <exception cref="BadImageFormatException">The bytes are no assembly.</exception>
    public static TEntry?[] Load<TEntry>(byte[] image)
        where TEntry : class
    {
        AssemblyLoadContext context = new(AssemblyName, isCollectible: true);
        using MemoryStream stream = new(image);
        Assembly assembly = context.LoadFromStream(stream);
        return (TEntry?[])assembly.GetType(EntriesType, throwOnError: true)!.GetField(EntriesField)!.GetValue(null)!;
    }

    private const string AssemblyName = "Compiled.Definitions";

    private static void Add(Dictionary<string, List<CompilerMessage>> messages, Diagnostic diagnostic)
    {
        string className = diagnostic.Location.SourceTree?.FilePath ?? "";
        if (!messages.TryGetValue(className, out List<CompilerMessage>? said)) messages.Add(className, said = []);
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
        CompilerMessage message = new(
            diagnostic.Id, diagnostic.Severity == DiagnosticSeverity.Error, diagnostic.GetMessage(CultureInfo.InvariantCulture), line);
        // A class without errors is compiled again when another one has some, and says the same again.
        if (!said.Contains(message)) said.Add(message);
    }

    private static string Entries(IReadOnlyList<EmittedFile> files, string entryType)
    {
        StringBuilder code = new();
        code.Append("namespace ").Append(AssemblyName).Append(";\n\npublic static class Entries\n{\n");
        code.Append("    public static readonly ").Append(entryType).Append("?[] All =\n    [\n");
        int number = 0;
        foreach (EmittedFile file in files)
        {
            for (; number < file.Number; number++) code.Append("        null,\n");
            code.Append("        ").Append(file.Entry).Append(",\n");
            number++;
        }

        return code.Append("    ];\n}\n").ToString();
    }

    /// <summary>The framework and the runtime of this very process, so that compiled workflows and their host share their types.</summary>
    private static MetadataReference[] FindReferences()
    {
        string trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")
            ?? throw new InvalidOperationException("This process does not list its platform assemblies; definitions cannot be compiled in a single-file or AOT-compiled host.");
        string runtime = typeof(Workflow).Assembly.Location;
        return [.. trusted.Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Append(runtime)
            .Concat(trusted.Split(Path.PathSeparator).Where(static path => Path.GetFileName(path).StartsWith("Microsoft.Extensions.Logging.Abstractions", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path))];
    }

    /// <summary>How the C# compiler works.</summary>
    private sealed class CompilerSettings(CSharpParseOptions parse, CSharpCompilationOptions options)
    {
        // All compilations begin with this one: what it knows of its references, they need not find out again.
        public Lazy<CSharpCompilation> Empty { get; } = new(() => CSharpCompilation.Create(AssemblyName, [], s_references.Value, options));

        public SyntaxTree Parse(string code, string className) => CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), parse, className);
    }
}
