using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Generator.Pipeline;

/// <summary>Reads a method marked <c>[Jsonata]</c>.</summary>
internal static class JsonataMethodReader
{
    /// <summary>The attribute's full name.</summary>
    public const string AttributeName = "Compiled.JsonataAttribute";

    // A type as both parts of a partial method must write it: with a question mark where the user wrote one.
    private static readonly SymbolDisplayFormat s_declared = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_header = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The attribute on a method, or null.</summary>
    public static AttributeData? AttributeOf(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeName);

    /// <summary>The method as text; null with a problem, the end of a sentence, where no body can be written.</summary>
    public static JsonataMethod? Read(IMethodSymbol method, AttributeData attribute, CancellationToken cancellationToken, out string? problem)
    {
        MethodDeclarationSyntax? declaration = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<MethodDeclarationSyntax>().FirstOrDefault();
        string? context = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "JsonContext").Value.Value is ITypeSymbol type
            ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;
        problem = JsonataMethodShape.Problem(method, declaration, cancellationToken);
        JsonataParameter[] parameters = [.. method.Parameters.Select(parameter => Parameter(parameter, method))];
        JsonataResult result = Result(method);
        problem ??= JsonataMethodShape.Problem(method, parameters, result, context);
        if (problem is not null || attribute.ConstructorArguments.FirstOrDefault().Value is not string expression)
            return null;
        INamedTypeSymbol[] around = [.. JsonataMethodShape.Containing(method)];
        return new JsonataMethod(
            method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(),
            new(around.Select(Header)),
            new(around.Select(outer => outer.Name)),
            string.Join(" ", declaration!.Modifiers.Select(modifier => modifier.Text)),
            declaration.Identifier.Text,
            expression,
            new(parameters),
            result)
        {
            JsonContext = context,
        };
    }

    private static JsonataParameter Parameter(IParameterSymbol parameter, IMethodSymbol method)
    {
        JsonataRole role = parameter.Type switch
        {
            { Name: "Evaluation" } when parameter.Type.ToDisplayString() == "Compiled.Jsonata.Evaluation" => JsonataRole.Evaluation,
            { Name: "IBufferWriter" } when NameOf(parameter.Type) == "global::System.Buffers.IBufferWriter<byte>" => JsonataRole.Output,
            _ => SymbolEqualityComparer.Default.Equals(method.Parameters[0], parameter) ? JsonataRole.Input : JsonataRole.Variable,
        };
        string name = SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name;
        return new JsonataParameter(parameter.Name, $"{parameter.Type.ToDisplayString(s_declared)} {name}", NameOf(parameter.Type), role, KindOf(Underlying(parameter.Type)));
    }

    private static JsonataResult Result(IMethodSymbol method)
    {
        ITypeSymbol type = method.ReturnType;
        bool acceptsNull = type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : !SymbolEqualityComparer.Default.Equals(Underlying(type), type);
        return new JsonataResult(type.ToDisplayString(s_declared), NameOf(type), KindOf(Underlying(type)), acceptsNull);
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static JsonataKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => JsonataKind.Text,
        SpecialType.System_Boolean => JsonataKind.Boolean,
        SpecialType.System_Double => JsonataKind.Double,
        SpecialType.System_Int64 => JsonataKind.Int64,
        SpecialType.System_Int32 => JsonataKind.Int32,
        SpecialType.System_Void => JsonataKind.None,
        _ => NameOf(type) switch
        {
            "global::Compiled.Values.JsonValue" => JsonataKind.JsonValue,
            "global::System.Text.Json.JsonElement" => JsonataKind.JsonElement,
            "global::System.Text.Json.Nodes.JsonNode" => JsonataKind.JsonNode,
            "global::System.ReadOnlySpan<byte>" => JsonataKind.Span,
            "global::System.ReadOnlyMemory<byte>" => JsonataKind.Memory,
            "byte[]" => JsonataKind.Bytes,
            _ => type.IsValueType ? JsonataKind.TypedStruct : JsonataKind.Typed,
        },
    };

    private static string NameOf(ITypeSymbol type) => Underlying(type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string Header(INamedTypeSymbol type) => "partial " + (type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct ",
        { IsRecord: true } => "record ",
        { TypeKind: TypeKind.Struct } => "struct ",
        { TypeKind: TypeKind.Interface } => "interface ",
        _ => "class ",
    }) + type.ToDisplayString(s_header);
}
