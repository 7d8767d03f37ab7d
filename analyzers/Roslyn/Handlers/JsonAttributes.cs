using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>The attributes of System.Text.Json on types and members.</summary>
internal static class JsonAttributes
{
    private const string Space = "System.Text.Json.Serialization";

    /// <summary>The attribute of a name, or null.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(attribute =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == Space);

    /// <summary>Whether something else than its members decides what JSON the type becomes.</summary>
    public static bool HasOwnForm(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { } type
        && (type.Name is "JsonPolymorphicAttribute" or "JsonDerivedTypeAttribute" || BasesOf(type).Any(parent => parent.Name == "JsonConverterAttribute")));

    /// <summary>Whether the member is never written and never read.</summary>
    public static bool IsIgnored(ISymbol member) =>
        Find(member, "JsonIgnoreAttribute") is { } ignored && (ignored.NamedArguments.FirstOrDefault(argument => argument.Key == "Condition").Value.Value ?? 1) is 1;

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            yield return current;
    }
}
