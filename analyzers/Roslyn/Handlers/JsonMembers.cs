using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>The members of a type that take part in JSON.</summary>
internal static class JsonMembers
{
    /// <summary>The properties, and fields with <c>[JsonInclude]</c>, of a type and its bases; of members of one name the most derived.</summary>
    public static IEnumerable<(ISymbol Member, ITypeSymbol Type)> Of(ITypeSymbol type)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (ITypeSymbol? current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                ITypeSymbol? of = member switch
                {
                    { IsStatic: true } or { IsImplicitlyDeclared: true, Name: "EqualityContract" } or IPropertySymbol { IsIndexer: true } => null,
                    IPropertySymbol { GetMethod: not null } property => property.Type,
                    IFieldSymbol { AssociatedSymbol: null } field => field.Type,
                    _ => null,
                };
                if (of is null || !IsIncluded(member) || JsonAttributes.IsIgnored(member) || !names.Add(member.Name))
                    continue;
                yield return (member, of);
            }
        }
    }

    /// <summary>Whether a value without the member cannot be read, or leaves a member empty that is not meant to be.</summary>
    public static bool IsNeeded(ISymbol member, ITypeSymbol type)
    {
        if (member is IPropertySymbol { IsRequired: true } || JsonAttributes.Find(member, "JsonRequiredAttribute") is not null)
            return true;
        return ConstructorOf(member.ContainingType)?.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)) is { } parameter
            && !parameter.HasExplicitDefaultValue
            && !MayBeNull(type);
    }

    /// <summary>Whether the type takes null: a nullable value, or a reference that is not said to be there.</summary>
    public static bool MayBeNull(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    private static bool IsIncluded(ISymbol member)
    {
        if (JsonAttributes.Find(member, "JsonIncludeAttribute") is not null)
            return true;
        return member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public };
    }

    // System.Text.Json, "Use immutable types": the marked constructor, else a public one without parameters, else the only public one.
    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type)
    {
        IMethodSymbol[] constructors = [.. type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)];
        if (type.InstanceConstructors.FirstOrDefault(constructor => JsonAttributes.Find(constructor, "JsonConstructorAttribute") is not null) is { } marked)
            return marked;
        return type.IsValueType || constructors.Any(constructor => constructor.Parameters.Length == 0) || constructors.Length != 1 ? null : constructors[0];
    }
}
