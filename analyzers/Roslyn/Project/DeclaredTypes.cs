using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Analyzers;

/// <summary>The types that a tree declares with attributes or bases, found without asking what they mean, and once for a tree.</summary>
internal static class DeclaredTypes
{
    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<DeclaredType>> s_known = new();

    /// <summary>The types in the order of the text.</summary>
    public static IReadOnlyList<DeclaredType> Of(SyntaxTree tree) => s_known.GetValue(tree, static tree =>
    {
        List<DeclaredType> found = [];
        Find((tree.GetRoot() as CompilationUnitSyntax)?.Members ?? default, [], found);
        return found;
    });

    /// <summary>The types that the project declares in code of its own, of those that a test accepts.</summary>
    public static IEnumerable<(INamedTypeSymbol Symbol, SyntaxTree Tree)> In(Compilation compilation, Func<DeclaredType, bool> isWanted)
    {
        IEnumerable<(INamedTypeSymbol Symbol, SyntaxTree Tree)> found =
            from tree in compilation.SyntaxTrees
            where !EmittedCode.Is(tree)
            from declared in Of(tree)
            where isWanted(declared)
            from symbol in declared.Find(compilation, tree)
            select (symbol, tree);
        // One file may have several parts of a type.
        return found.Distinct();
    }

    private static void Find(SyntaxList<MemberDeclarationSyntax> members, string[] outer, List<DeclaredType> found)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space)
            {
                Find(space.Members, [.. outer, .. NamesOf(space.Name)], found);
            }
            else if (member is TypeDeclarationSyntax type)
            {
                string[] path = [.. outer, type.Identifier.ValueText];
                if (type.AttributeLists.Count > 0 || type.BaseList is not null)
                    found.Add(new DeclaredType(path, type.AttributeLists.Count > 0, type.BaseList is not null));
                Find(type.Members, path, found);
            }
        }
    }

    private static IEnumerable<string> NamesOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => [.. NamesOf(qualified.Left), qualified.Right.Identifier.ValueText],
        SimpleNameSyntax simple => [simple.Identifier.ValueText],
        _ => [],
    };
}
