using Compiled.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>The names of errors that the exceptions of a project stand for.</summary>
internal static class ProjectErrors
{
    /// <summary>The names. docs/guide/errors.md: the attribute's, also of a base class; of other exceptions the name of the type.</summary>
    public static IReadOnlyList<string> Of(Compilation compilation)
    {
        INamedTypeSymbol? exception = compilation.GetTypeByMetadataName("System.Exception");
        return
        [
            .. DeclaredTypes.In(compilation, static declared => declared.HasBases)
                .Select(found => found.Symbol)
                .Where(type => BasesOf(type).Any(parent => SymbolEqualityComparer.Default.Equals(parent, exception)))
                .Select(type => BasesOf(type).Prepend(type).Select(ErrorOf).FirstOrDefault(error => error is not null) ?? type.Name)
                .Concat(ErrorTypeReader.ReadReferences(compilation, CancellationToken.None).Select(error => error.ErrorName))
                .Distinct(),
        ];
    }

    private static string? ErrorOf(INamedTypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == ErrorTypeReader.AttributeName)?.ConstructorArguments.FirstOrDefault().Value as string;

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }
}
