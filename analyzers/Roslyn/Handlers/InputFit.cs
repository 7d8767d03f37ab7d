using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Rules;
using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>Compares what a Task gives its handler with the type that the handler takes.</summary>
internal sealed class InputFit(JsonNaming naming)
{
    private readonly TypeShapes _types = new(naming);

    /// <summary>Why JSON of the shape does not become the type, as a sentence without its end; null where it may.</summary>
    public string? Problem(ITypeSymbol type, Shape given) => Problem(type, given, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), isWhole: true);

    private string? Problem(ITypeSymbol type, Shape given, string name, bool isWhole)
    {
        Shape taken = _types.Of(type);
        // Numbers are read from text too (JsonSerializerOptions.Web), and null is read as no object.
        IntrinsicKinds kinds = taken.Kinds
            | ((taken.Kinds & IntrinsicKinds.Number) != 0 ? IntrinsicKinds.String : IntrinsicKinds.None)
            | (type.IsReferenceType ? IntrinsicKinds.Null : IntrinsicKinds.None);
        if (given.Kinds == IntrinsicKinds.None)
            return null;
        if ((given.Kinds & kinds) == IntrinsicKinds.None)
            return $"gives {ShapeText.Of(given)} where '{name}' is read from {ShapeText.Of(taken)}";
        if (TypeShapes.ItemOf(type) is { } item)
            return given.Item is null ? null : Problem(item, given.Item, name + "[]", isWhole: false);
        // Without members of its own the type has a form that is not known here.
        if (taken.Members.Count == 0 || given.Kinds != IntrinsicKinds.Object)
            return null;
        ITypeSymbol whole = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return JsonMembers.Of(whole).Select(member => MemberProblem(member.Member, member.Type, given, name, isWhole)).FirstOrDefault(problem => problem is not null);
    }

    private string? MemberProblem(ISymbol member, ITypeSymbol type, Shape given, string owner, bool isWhole)
    {
        string name = naming.NameOf(member);
        string place = isWhole ? $"{member.ContainingType.Name}.{member.Name}" : $"{owner}.{member.Name}";
        if (given.Members.FirstOrDefault(candidate => HandlerData.IsSameName(candidate.Name, name)) is { } found)
            return JsonAttributes.HasOwnForm(member) ? null : Problem(type, found.Shape.Present(), place, isWhole: false);
        if (!given.IsClosed || !JsonMembers.IsNeeded(member, type) || JsonAttributes.Find(member, "JsonExtensionDataAttribute") is not null)
            return null;
        string[] names = [.. given.Members.Select(candidate => candidate.Name)];
        string has = names.Length == 0 ? "nothing" : string.Join(", ", names.Take(6).Select(candidate => $"'{candidate}'"));
        return $"gives no '{name}' for '{place}', only {has}{NearMiss.Hint(name, names)}";
    }
}
