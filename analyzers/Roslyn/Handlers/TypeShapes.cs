using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>What the JSON of a C# type looks like, as System.Text.Json writes it. Of a type that may have another form nothing is supposed.</summary>
internal sealed class TypeShapes(JsonNaming naming)
{
    // Types that hold themselves, such as nodes of a tree, have no end.
    private const int MostLevels = 4;

    /// <summary>The shape of a value of the type; null as JSON is part of it where the type takes null.</summary>
    public Shape Of(ITypeSymbol type) => Of(type, 0);

    /// <summary>The item type of an array or list; null for everything else.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => null,
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        _ => Implemented(type, "System.Collections.Generic.IEnumerable<T>")?.TypeArguments[0],
    };

    private Shape Of(ITypeSymbol type, int level)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Of(nullable.TypeArguments[0], level).Join(Shape.Of(IntrinsicKinds.Null));
        Shape shape = JsonAttributes.HasOwnForm(type) ? Shape.Unknown : Scalar(type) ?? Structured(type, level);
        return JsonMembers.MayBeNull(type) ? shape.Join(Shape.Of(IntrinsicKinds.Null)) : shape;
    }

    private static Shape? Scalar(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_Char or SpecialType.System_DateTime:
                return Shape.Of(IntrinsicKinds.String);
            case SpecialType.System_Boolean:
                return Shape.Of(IntrinsicKinds.Boolean);
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
                return Shape.Of(IntrinsicKinds.Number);
            case SpecialType.System_Object:
                return Shape.Unknown;
        }
        if (type.TypeKind == TypeKind.Enum)
            return Shape.Of(IntrinsicKinds.Number | IntrinsicKinds.String);
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
            return Shape.Of(IntrinsicKinds.String);
        return type.ToDisplayString() switch
        {
            "System.Guid" or "System.DateTimeOffset" or "System.TimeSpan" or "System.DateOnly" or "System.TimeOnly" or "System.Uri" or "System.Version" => Shape.Of(IntrinsicKinds.String),
            "System.Int128" or "System.UInt128" or "System.Half" => Shape.Of(IntrinsicKinds.Number),
            _ => null,
        };
    }

    private Shape Structured(ITypeSymbol type, int level)
    {
        if (Implemented(type, "System.Collections.Generic.IDictionary<TKey, TValue>") is not null
            || Implemented(type, "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>") is not null)
            return Shape.Of(IntrinsicKinds.Object);
        if (ItemOf(type) is { } item)
            return level == MostLevels ? Shape.Of(IntrinsicKinds.Array) : Shape.Array(Of(item, level + 1));
        string space = type.ContainingNamespace?.ToDisplayString() ?? "";
        bool isOfOthers = space == "System" || space == "Compiled" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Compiled.", StringComparison.Ordinal);
        if (isOfOthers || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || type.IsTupleType)
            return Shape.Unknown;
        return level == MostLevels ? Shape.Of(IntrinsicKinds.Object) : Members(type, level);
    }

    private Shape Members(ITypeSymbol type, int level)
    {
        List<ShapeMember> members = [];
        bool isOpen = false;
        foreach ((ISymbol member, ITypeSymbol of) in JsonMembers.Of(type))
        {
            if (JsonAttributes.Find(member, "JsonExtensionDataAttribute") is not null)
                isOpen = true;
            else
                members.Add(new ShapeMember(naming.NameOf(member), JsonAttributes.HasOwnForm(member) ? Shape.Unknown : Of(of, level + 1)));
        }
        return isOpen ? members.Aggregate(Shape.Of(IntrinsicKinds.Object), (shape, member) => shape.With(member.Name, member.Shape)) : Shape.Object(members);
    }

    private static INamedTypeSymbol? Implemented(ITypeSymbol type, string definition) =>
        type.AllInterfaces.Concat(type is INamedTypeSymbol named ? [named] : []).FirstOrDefault(candidate => candidate.OriginalDefinition.ToDisplayString() == definition);
}
