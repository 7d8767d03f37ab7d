using System.Collections.Concurrent;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Analyzers;

/// <summary>The definitions and <c>[StateMachine]</c> classes of a project, found once for a compilation and only when asked for.</summary>
internal sealed class ProjectWorkflows
{
    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly Lazy<IReadOnlyList<DefinitionFile>> _files;
    private readonly Lazy<IReadOnlyList<(INamedTypeSymbol Symbol, HandlerClass Class)>> _classes;
    private readonly Lazy<ILookup<string, (INamedTypeSymbol Symbol, HandlerClass Class)>> _byDefinition;
    private readonly Lazy<IReadOnlyList<MachineClass>> _machines;
    private readonly Lazy<IReadOnlyList<string>> _errors;
    private readonly ConcurrentDictionary<string, BoundMachine> _bound = new(StringComparer.Ordinal);

    public ProjectWorkflows(Compilation compilation, AnalyzerOptions options)
    {
        _compilation = compilation;
        _options = options;
        _files = new(() => FindFiles(options));
        _classes = new(() => FindClasses(compilation));
        _byDefinition = new(() => Classes.ToLookup(pair => DefinitionMatcher.Find(pair.Class, Files).FirstOrDefault()?.Path ?? "", StringComparer.Ordinal));
        _machines = new(() => MachineClasses.Match(Files, [.. Classes.Select(pair => pair.Class)]));
        _errors = new(() => FindErrors(compilation));
    }

    /// <summary>The definitions, without their texts.</summary>
    public IReadOnlyList<DefinitionFile> Files => _files.Value;

    /// <summary>The classes.</summary>
    public IReadOnlyList<(INamedTypeSymbol Symbol, HandlerClass Class)> Classes => _classes.Value;

    /// <summary>The classes that machines are emitted into.</summary>
    public IReadOnlyList<MachineClass> Machines => _machines.Value;

    /// <summary>The errors that the exceptions of the project and of the assemblies it uses stand for.</summary>
    public IReadOnlyList<string> Errors => _errors.Value;

    /// <summary>Whether the project's own code holds a text, in quotes, anywhere. What is emitted holds the definitions.</summary>
    public bool Says(string text, CancellationToken cancellationToken) => _compilation.SyntaxTrees
        .Where(static tree => !IsEmitted(tree))
        .Any(tree => tree.GetText(cancellationToken).ToString().IndexOf('"' + text + '"', StringComparison.Ordinal) >= 0);

    /// <summary>The classes that run a definition.</summary>
    public IEnumerable<(INamedTypeSymbol Symbol, HandlerClass Class)> ClassesOf(DefinitionFile file) => _byDefinition.Value[file.Path];

    /// <summary>The types that the classes of a definition run it as; the definition's own where no class names it.</summary>
    public IReadOnlyList<MachineType> TypesOf(DefinitionFile file)
    {
        MachineType[] types = [.. ClassesOf(file).Select(pair => pair.Class.Type ?? file.Type)];
        return types.Length == 0 ? [file.Type] : [.. types.Distinct()];
    }

    /// <summary>The machine of a definition, whose states do not depend on its type.</summary>
    public BoundMachine Bind(DefinitionFile file, CancellationToken cancellationToken) => _bound.GetOrAdd(file.Path, path =>
    {
        AdditionalText? text = _options.AdditionalFiles.FirstOrDefault(candidate => candidate.Path.Replace('\\', '/') == path);
        return MachineBinder.Bind(text?.GetText(cancellationToken)?.ToString() ?? "", file.Type);
    });

    private static IReadOnlyList<DefinitionFile> FindFiles(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles
            .Where(file => DefinitionFile.IsDefinition(file.Path))
            .Select(file => DefinitionFileReader.Names(file, options.AnalyzerConfigOptionsProvider)),
    ];

    private static IReadOnlyList<(INamedTypeSymbol Symbol, HandlerClass Class)> FindClasses(Compilation compilation) =>
    [
        // Looked at first, because to ask a symbol for its attributes binds them all.
        .. from type in Types(compilation, static declaration => declaration.AttributeLists.Count > 0)
           let attribute = HandlerClassReader.AttributeOf(type)
           where attribute is not null
           select (type, HandlerClassReader.Read(type, attribute, CancellationToken.None)),
    ];

    // docs/guide/errors.md: the attribute's name, also of a base class; of other exceptions the name of the type.
    private static IReadOnlyList<string> FindErrors(Compilation compilation) =>
    [
        .. Types(compilation, static declaration => declaration.BaseList is not null)
            .Where(type => BasesOf(type).Any(parent => parent.ToDisplayString() == "System.Exception"))
            .Select(type => BasesOf(type).Prepend(type).Select(ErrorOf).FirstOrDefault(error => error is not null) ?? type.Name)
            .Concat(ErrorTypeReader.ReadReferences(compilation, CancellationToken.None).Select(error => error.ErrorName))
            .Distinct(),
    ];

    private static string? ErrorOf(INamedTypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == ErrorTypeReader.AttributeName)?.ConstructorArguments.FirstOrDefault().Value as string;

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }

    // The project's own types, each once. By their syntax, since to walk the symbols would make those of all that is emitted, which is most of a compilation.
    private static IEnumerable<INamedTypeSymbol> Types(Compilation compilation, Func<TypeDeclarationSyntax, bool> isWanted)
    {
        HashSet<INamedTypeSymbol> seen = new(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(static tree => !IsEmitted(tree)))
        {
            SemanticModel? model = null;
            foreach (TypeDeclarationSyntax declaration in tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>().Where(isWanted))
            {
                model ??= compilation.GetSemanticModel(tree);
                if (model.GetDeclaredSymbol(declaration) is { } type && seen.Add(type))
                    yield return type;
            }
        }
    }

    private static bool IsEmitted(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);
}
