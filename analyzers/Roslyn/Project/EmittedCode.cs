using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Analyzers;

/// <summary>The C# that our generator makes of definitions. It changes with each of them, but for its declarations, which are all that other code sees of it.</summary>
internal static class EmittedCode
{
    private const string Folder = "Compiled.Generator.StateMachineGenerator";

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<string?>> s_known = new();

    /// <summary>Whether a tree is of our generator, by the folder that the compiler gives to what it emits.</summary>
    public static bool Is(SyntaxTree tree) => tree.FilePath.IndexOf(Folder, StringComparison.Ordinal) >= 0;

    /// <summary>The heads of the types that a tree declares, and of their constructors; null where the tree is not of our generator.</summary>
    public static string? DeclarationsOf(SyntaxTree tree) => s_known.GetValue(tree, static tree => new(Is(tree) ? Read(tree) : null)).Value;

    private static string Read(SyntaxTree tree)
    {
        StringBuilder text = new();
        Write((tree.GetRoot() as CompilationUnitSyntax)?.Members ?? default, text);
        return text.ToString();
    }

    private static void Write(SyntaxList<MemberDeclarationSyntax> members, StringBuilder text)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    text.Append("namespace ").Append(space.Name).Append('{');
                    Write(space.Members, text);
                    text.Append('}');
                    break;
                case TypeDeclarationSyntax type:
                    text.Append(type.Modifiers).Append(' ').Append(type.Keyword).Append(' ').Append(type.Identifier).Append(type.TypeParameterList).Append(type.ParameterList).Append(type.BaseList).Append('{');
                    Write(type.Members, text);
                    text.Append('}');
                    break;
                case BaseTypeDeclarationSyntax type:
                    text.Append(type.Modifiers).Append(' ').Append(type.Identifier).Append(';');
                    break;
                case ConstructorDeclarationSyntax constructor:
                    text.Append(constructor.Modifiers).Append(constructor.ParameterList).Append(';');
                    break;
            }
        }
    }
}
