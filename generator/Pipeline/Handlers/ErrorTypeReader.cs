using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Pipeline;

/// <summary>Reads the exception types marked <c>[AslError]</c>, in the project and in the assemblies it uses.</summary>
internal static class ErrorTypeReader
{
    public const string AttributeName = "Compiled.AslErrorAttribute";

    // Symbols of an assembly read from a file live as long as its references do not change, so each is walked once. The table holds
    // no symbol alive.
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<EquatableArray<ErrorType>>> s_known = new();

    /// <summary>The type that an attribute of the project stands on.</summary>
    public static ErrorType? Read(ISymbol symbol, AttributeData attribute) =>
        symbol is INamedTypeSymbol { TypeParameters.Length: 0 } type
        && attribute.ConstructorArguments.Length == 1
        && attribute.ConstructorArguments[0].Value is string { Length: > 0 } error
        && IsNameable(type)
            ? new ErrorType(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), error) { Depth = BasesOf(type).Count() }
            : null;

    /// <summary>Several lists as one: derived classes before their bases, else by name.</summary>
    public static EquatableArray<ErrorType> InOrder(IEnumerable<ErrorType> errors) =>
        new(errors.Distinct().OrderByDescending(error => error.Depth).ThenBy(error => error.ExceptionType, StringComparer.Ordinal));

    /// <summary>The types of the assemblies that the project uses and that can know the attribute.</summary>
    public static EquatableArray<ErrorType> ReadReferences(Compilation compilation, CancellationToken cancellationToken)
    {
        List<ErrorType> errors = [];
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "Compiled")))
                continue;
            errors.AddRange(s_known.GetValue(assembly, static found => new(new(Walk(found.GlobalNamespace)))).Value);
        }

        return InOrder(errors);
    }

    private static IEnumerable<ErrorType> Walk(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner)
                continue;
            if (inner is INamedTypeSymbol { DeclaredAccessibility: not Accessibility.Public })
                continue;
            AttributeData? attribute = inner.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == AttributeName);
            if (attribute is not null && Read(inner, attribute) is { } error)
                yield return error;
            foreach (ErrorType nested in Walk(inner))
                yield return nested;
        }
    }

    // The emitted class catches the type by name, so private types cannot take part.
    private static bool IsNameable(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return false;
        }

        return BasesOf(type).Any(parent => parent.ToDisplayString() == "System.Exception");
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }
}
