using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Pipeline;

/// <summary>Reads the types that <c>[StateMachine(Input = ..., Output = ...)]</c> names.</summary>
internal static class TypedEndsReader
{
    private const string Value = "global::Compiled.Values.JsonValue";

    /// <summary>The types as text; null where none is named, or one that no value can have.</summary>
    public static TypedEnds? Read(ITypeSymbol? input, ITypeSymbol? output, JsonConventions? conventions)
    {
        if (input is null && output is null || !IsUsable(input) || !IsUsable(output))
            return null;
        Accessibility reach = (Accessibility)Math.Min((int)Reach(input), (int)Reach(output));
        return new TypedEnds(NameOf(input), NameOf(output), reach switch { Accessibility.Public => "public", Accessibility.Internal => "internal", _ => "private" })
        {
            PlainInput = input is null ? null : PlainTypeReader.Read(input, conventions),
            PlainOutput = output is null ? null : PlainTypeReader.Read(output, conventions),
        };
    }

    /// <summary>Whether an input or output can be of the type; true for none.</summary>
    public static bool IsUsable(ITypeSymbol? type) => type switch
    {
        null => true,
        INamedTypeSymbol named => named is { IsUnboundGenericType: false, IsStatic: false, IsRefLikeType: false, SpecialType: not SpecialType.System_Void, TypeKind: not (TypeKind.Delegate or TypeKind.Error) }
            && named.TypeArguments.All(IsUsable),
        IArrayTypeSymbol array => IsUsable(array.ElementType),
        _ => false,
    };

    // How far the narrowest of the types that the name is made of can be seen.
    private static Accessibility Reach(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
            return Reach(array.ElementType);
        if (type is not INamedTypeSymbol named)
            return Accessibility.Public;
        Accessibility reach = named.TypeArguments.Select(Reach).DefaultIfEmpty(Accessibility.Public).Min();
        for (INamedTypeSymbol? outer = named; outer is not null; outer = outer.ContainingType)
        {
            reach = (Accessibility)Math.Min((int)reach, (int)(outer.DeclaredAccessibility switch
            {
                Accessibility.Public => Accessibility.Public,
                Accessibility.Internal or Accessibility.ProtectedOrInternal => Accessibility.Internal,
                _ => Accessibility.Private,
            }));
        }

        return reach;
    }

    private static string NameOf(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? Value;
}
