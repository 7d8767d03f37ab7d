using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>A declaration of a type, as its tree alone says it.</summary>
/// <param name="Path">The names of the namespaces and types around it, outermost first, and its own.</param>
/// <param name="HasAttributes">Whether the declaration has attributes.</param>
/// <param name="HasBases">Whether the declaration names a base class or interfaces.</param>
internal sealed record DeclaredType(IReadOnlyList<string> Path, bool HasAttributes, bool HasBases)
{
    /// <summary>What the declaration means in a compilation. Types of one name that differ in their type parameters are all found.</summary>
    public IEnumerable<INamedTypeSymbol> Find(Compilation compilation, SyntaxTree tree)
    {
        IEnumerable<INamespaceOrTypeSymbol> found = [compilation.Assembly.GlobalNamespace];
        foreach (string name in Path)
            found = found.SelectMany(container => container.GetMembers(name)).OfType<INamespaceOrTypeSymbol>();
        // A type may be local to its file, and then another file may have one of the same name.
        return found.OfType<INamedTypeSymbol>().Where(type => type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree));
    }
}
