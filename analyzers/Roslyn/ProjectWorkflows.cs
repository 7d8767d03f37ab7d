using System.Collections.Concurrent;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compiled.Analyzers;

/// <summary>The definitions and <c>[StateMachine]</c> classes of a project, found once for a compilation and only when asked for.</summary>
internal sealed class ProjectWorkflows(Compilation compilation, AnalyzerOptions options)
{
    private readonly Lazy<IReadOnlyList<DefinitionFile>> _files = new(() => FindFiles(options));
    private readonly Lazy<IReadOnlyList<(INamedTypeSymbol Symbol, HandlerClass Class)>> _classes = new(() => FindClasses(compilation));
    private readonly Lazy<IReadOnlyList<string>> _errors = new(() => FindErrors(compilation));
    private readonly ConcurrentDictionary<string, BoundMachine> _bound = new(StringComparer.Ordinal);

    /// <summary>The definitions, without their texts.</summary>
    public IReadOnlyList<DefinitionFile> Files => _files.Value;

    /// <summary>The classes.</summary>
    public IReadOnlyList<(INamedTypeSymbol Symbol, HandlerClass Class)> Classes => _classes.Value;

    /// <summary>The errors that the exceptions of the project and of the assemblies it uses stand for.</summary>
    public IReadOnlyList<string> Errors => _errors.Value;

    /// <summary>Whether the project's own code holds a text, in quotes, anywhere. What is emitted holds the definitions.</summary>
    public bool Says(string text, CancellationToken cancellationToken) => compilation.SyntaxTrees
        .Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
        .Any(tree => tree.GetText(cancellationToken).ToString().IndexOf('"' + text + '"', StringComparison.Ordinal) >= 0);

    /// <summary>The types that the classes of a definition run it as; the definition's own where no class names it.</summary>
    public IReadOnlyList<MachineType> TypesOf(DefinitionFile file)
    {
        MachineType[] types =
        [
            .. from pair in Classes
               where DefinitionMatcher.Find(pair.Class, Files).FirstOrDefault()?.Path == file.Path
               select pair.Class.Type ?? file.Type,
        ];
        return types.Length == 0 ? [file.Type] : [.. types.Distinct()];
    }

    /// <summary>The machine of a definition, whose states do not depend on its type.</summary>
    public BoundMachine Bind(DefinitionFile file, CancellationToken cancellationToken) => _bound.GetOrAdd(file.Path, path =>
    {
        AdditionalText? text = options.AdditionalFiles.FirstOrDefault(candidate => candidate.Path.Replace('\\', '/') == path);
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
        .. from type in Types(compilation.Assembly.GlobalNamespace)
           where HasAttributeList(type)
           let attribute = HandlerClassReader.AttributeOf(type)
           where attribute is not null
           select (type, HandlerClassReader.Read(type, attribute, CancellationToken.None)),
    ];

    // docs/guide/errors.md: the attribute's name, also of a base class; of other exceptions the name of the type.
    private static IReadOnlyList<string> FindErrors(Compilation compilation) =>
    [
        .. Types(compilation.Assembly.GlobalNamespace)
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

    // Looked at first, because to ask a symbol for its attributes binds them all.
    private static bool HasAttributeList(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { AttributeLists.Count: > 0 });

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
