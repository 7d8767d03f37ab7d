using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>A <c>[StateMachine]</c> class as text, and where its symbol is found in a compilation.</summary>
internal sealed class WorkflowClass
{
    private readonly SyntaxTree _tree;

    private WorkflowClass(HandlerClass handlers, string metadataName, SyntaxTree tree)
    {
        Handlers = handlers;
        MetadataName = metadataName;
        _tree = tree;
    }

    /// <summary>The class.</summary>
    public HandlerClass Handlers { get; }

    /// <summary>The name that metadata has for it.</summary>
    public string MetadataName { get; }

    /// <summary>The classes in the code of a project, in the order of its trees.</summary>
    public static IEnumerable<WorkflowClass> In(Compilation compilation) =>
        from found in DeclaredTypes.In(compilation, static declared => declared.HasAttributes)
        let attribute = HandlerClassReader.AttributeOf(found.Symbol)
        where attribute is not null && attribute.ApplicationSyntaxReference?.SyntaxTree == found.Tree
        select new WorkflowClass(HandlerClassReader.Read(found.Symbol, attribute, CancellationToken.None), NameOf(found.Symbol), found.Tree);

    /// <summary>Whether a type is this class.</summary>
    public bool Is(INamedTypeSymbol type) =>
        type.Name == Handlers.Name && NameOf(type) == MetadataName && type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _tree);

    /// <summary>The class in a compilation that has its tree.</summary>
    public INamedTypeSymbol? Find(Compilation compilation) =>
        DeclaredTypes.Of(_tree).Where(declared => declared.HasAttributes).SelectMany(declared => declared.Find(compilation, _tree)).FirstOrDefault(Is);

    private static string NameOf(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? NameOf(outer) + "+" + type.MetadataName
        : (type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".") + type.MetadataName;
}
