using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Generator.Pipeline;

/// <summary>
/// Finds out whether a type is plain: whether System.Text.Json treats it by nothing but its default rules, as far as code can follow them.
/// What has converters, attributes, a base class or more than one constructor is not.
/// </summary>
internal sealed class PlainTypeReader(JsonConventions conventions)
{
    private const int MostLevels = 8, MostMembers = 48;

    private readonly HashSet<ITypeSymbol> _around = new(SymbolEqualityComparer.Default);

    /// <summary>The type as text; null for one that is not plain.</summary>
    public static PlainType? Read(ITypeSymbol type, JsonConventions? conventions) =>
        conventions?.Knows(type) == true ? new PlainTypeReader(conventions).Read(type) : null;

    private PlainType? Read(ITypeSymbol type)
    {
        if (IsValue(type))
            return new PlainType(NameOf(type), PlainKind.Value);
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return List(type, PlainKind.Array, array.ElementType);
        if (type is not INamedTypeSymbol named)
            return null;
        return named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.List<T>" => List(type, PlainKind.List, named.TypeArguments[0]),
            "System.Collections.Generic.IReadOnlyList<T>" => List(type, PlainKind.ReadOnlyList, named.TypeArguments[0]),
            _ => ReadClass(named),
        };
    }

    private static bool IsValue(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        else if (type.SpecialType == SpecialType.System_String)
            return true;
        return type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal;
    }

    private PlainType? List(ITypeSymbol type, PlainKind kind, ITypeSymbol item) =>
        Read(item) is { } read ? new PlainType(NameOf(type), kind) { Item = read, IsTransparent = read.IsTransparent, IsImmutable = false, IsReadOnly = kind == PlainKind.ReadOnlyList && read.IsReadOnly } : null;

    private PlainType? ReadClass(INamedTypeSymbol type)
    {
        if (!IsPlainClass(type) || _around.Count == MostLevels || !_around.Add(type))
            return null;
        PlainType? read = Constructor(type, out IReadOnlyList<IParameterSymbol> parameters) && Properties(type) is { } properties
            ? Class(type, parameters, properties)
            : null;
        _around.Remove(type);
        return read;
    }

    private PlainType? Class(INamedTypeSymbol type, IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<IPropertySymbol> properties)
    {
        var taken = new List<IPropertySymbol>();
        foreach (IParameterSymbol parameter in parameters)
        {
            IPropertySymbol[] named = [.. properties.Where(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))];
            if (named.Length != 1 || !SymbolEqualityComparer.Default.Equals(named[0].Type, parameter.Type))
                return null;
            taken.Add(named[0]);
        }

        var members = new Dictionary<string, PlainMember>(conventions.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var written = new List<PlainMember>();
        foreach (IPropertySymbol property in properties)
        {
            bool inConstructor = taken.Contains(property, SymbolEqualityComparer.Default);
            bool isSet = property.SetMethod is { DeclaredAccessibility: Accessibility.Public };
            bool isInitOnly = property.SetMethod?.IsInitOnly == true && !inConstructor;
            string? name = JsonName(property);
            if (name is null || members.ContainsKey(name) || !(inConstructor || isSet) || inConstructor && property.IsRequired || Read(property.Type) is not { } read)
                return null;
            var member = new PlainMember(property.Name, name, read, inConstructor)
            {
                IsRequired = property.IsRequired,
                IsInitOnly = isInitOnly,
                // What a missing one would keep, an initializer says to nobody outside.
                IsNeeded = property.IsRequired || isInitOnly && HasInitializer(property),
            };
            members.Add(name, member);
            written.Add(member);
        }

        return new PlainType(NameOf(type), PlainKind.Object)
        {
            Members = new(taken.Select(property => written.First(member => member.Property == property.Name)).Concat(written.Where(member => !member.InConstructor))),
            Written = new(written),
            IsTransparent = IsTransparent(type, properties, parameters) && written.All(member => member.Type.IsTransparent),
            IsImmutable = properties.All(IsFixed) && written.All(member => member.Type.IsImmutable),
            IsReadOnly = properties.All(IsFixed) && written.All(member => member.Type.IsReadOnly),
        };
    }

    private static bool IsFixed(IPropertySymbol property) => property.SetMethod is null or { IsInitOnly: true };

    // A constructor with a body, or an accessor with one, does what nothing is known of; so may a field beside the properties.
    private static bool IsTransparent(INamedTypeSymbol type, IReadOnlyList<IPropertySymbol> properties, IReadOnlyList<IParameterSymbol> parameters)
    {
        if (type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && field.AssociatedSymbol is not IPropertySymbol))
            return false;
        if (!properties.All(IsAutomatic))
            return false;
        return parameters.Count == 0
            ? type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && constructor.IsImplicitlyDeclared)
            : type.IsRecord && properties.All(property => !parameters.Any(parameter => parameter.Name == property.Name) || property.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax);
    }

    private static bool HasInitializer(IPropertySymbol property) => property.DeclaringSyntaxReferences[0].GetSyntax() is not PropertyDeclarationSyntax { Initializer: null };

    private static bool IsAutomatic(IPropertySymbol property) => property.DeclaringSyntaxReferences[0].GetSyntax() switch
    {
        ParameterSyntax => true,
        PropertyDeclarationSyntax written => written.ExpressionBody is null && written.AccessorList?.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }) == true,
        _ => false,
    };

    private static bool IsPlainClass(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, BaseType.SpecialType: SpecialType.System_Object, DeclaringSyntaxReferences.Length: 1 }
        && type.AllInterfaces.All(implemented => implemented.OriginalDefinition.ToDisplayString() == "System.IEquatable<T>")
        && type.GetAttributes().All(IsHarmless)
        && type.GetMembers().All(member => member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public } || member.GetAttributes().All(IsHarmless))
        && Around(type).All(outer => outer.TypeParameters.Length == 0 && outer.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && !outer.IsFileLocal);

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            yield return current;
    }

    private static bool IsHarmless(AttributeData attribute) =>
        !JsonConventions.IsOfSerialization(attribute) && attribute.AttributeClass?.ToDisplayString() != "System.ObsoleteAttribute";

    // A constructor without parameters is taken first, as System.Text.Json does.
    private static bool Constructor(INamedTypeSymbol type, out IReadOnlyList<IParameterSymbol> parameters)
    {
        IMethodSymbol[] visible = [.. type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)];
        IMethodSymbol? chosen = visible.FirstOrDefault(constructor => constructor.Parameters.Length == 0) ?? (visible.Length == 1 ? visible[0] : null);
        parameters = chosen is null ? [] : chosen.Parameters;
        // Such a constructor says that it sets what is required, which System.Text.Json then does not require.
        if (chosen?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute") == true)
            chosen = null;
        return parameters.All(parameter => parameter is { RefKind: RefKind.None, HasExplicitDefaultValue: false, IsParams: false }) && chosen is not null;
    }

    private static List<IPropertySymbol>? Properties(INamedTypeSymbol type)
    {
        var properties = new List<IPropertySymbol>();
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.IsStatic || property.IsIndexer || property.DeclaredAccessibility != Accessibility.Public)
                continue;
            if (property.RefKind != RefKind.None || property.GetMethod is not { DeclaredAccessibility: Accessibility.Public })
                return null;
            properties.Add(property);
        }

        return properties.Count is 0 or > MostMembers ? null : properties;
    }

    private string? JsonName(IPropertySymbol property)
    {
        string name = conventions.NameOf(property.Name);
        foreach (AttributeData attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == "System.Text.Json.Serialization.JsonPropertyNameAttribute")
                name = attribute.ConstructorArguments[0].Value as string ?? "";
            else if (!IsHarmless(attribute))
                return null;
        }

        // What JSON would have to escape is spelled in more than one way.
        return name.Length > 0 && name.All(c => c is > ' ' and < '\u007f' and not ('"' or '\\')) ? name : null;
    }

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
