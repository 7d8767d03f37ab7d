using Compiled.Language.Binding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Generator.Pipeline;

/// <summary>Reads a class marked <c>[StateMachine]</c>.</summary>
internal static class HandlerClassReader
{
    /// <summary>The attribute's full name.</summary>
    public const string AttributeName = "Compiled.StateMachineAttribute";

    private const string WorkflowName = "Compiled.Workflow";

    /// <summary>The attribute on a class, or null.</summary>
    public static AttributeData? AttributeOf(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeName);

    /// <summary>The class as text; handlers that no code can call are left out.</summary>
    public static HandlerClass Read(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken)
    {
        string written = attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string ?? "" : "";
        var conventions = JsonConventions.Of(Named(attribute, "JsonContext") as ITypeSymbol);
        return new HandlerClass(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            new(Containing(type).Select(Header)),
            written,
            JsonContext(attribute),
            type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared),
            DerivesFromOther(type),
            new(Methods(type, conventions, cancellationToken)),
            default)
        {
            Type = Named(attribute, "Type") switch
            {
                // The constants of the runtime's Compiled.MachineType.
                byte and 0 => MachineType.Standard,
                byte => MachineType.Express,
                _ => null,
            },
            MachineName = Named(attribute, "Name") as string,
            ShapeProblem = ShapeProblem(type, cancellationToken) ?? EndProblem(attribute, "Input") ?? EndProblem(attribute, "Output"),
            Construction = Containing(type).Append(type).All(IsVisible) ? HandlerConstruction.Of(type) : null,
            Ends = TypedEndsReader.Read(Named(attribute, "Input") as ITypeSymbol, Named(attribute, "Output") as ITypeSymbol, conventions),
            IgnoresCase = conventions?.IgnoresCase == true,
            QualifiedName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        };
    }

    private static IEnumerable<HandlerMethod> Methods(INamedTypeSymbol type, JsonConventions? conventions, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (AttributeData attribute in HandlerMethodReader.AttributesOf(method))
            {
                HandlerMethod handler = HandlerMethodReader.Read(method, attribute, conventions, out string? problem);
                if (problem is null)
                    yield return handler;
            }
        }
    }

    private static string? JsonContext(AttributeData attribute) =>
        Named(attribute, "JsonContext") is ITypeSymbol context ? context.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private static string? ShapeProblem(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.IsRecord)
            return "it is a record; make it a class";
        if (type.IsStatic)
            return "it is static; a workflow is an object";
        if (type.TypeParameters.Length > 0 || Containing(type).Any(outer => outer.TypeParameters.Length > 0))
            return "it or a type around it has type parameters, and nothing says what they are";
        if (DerivesFromOther(type))
            return $"it derives from '{type.BaseType!.ToDisplayString()}'; its base class is 'Compiled.Workflow'";
        if (type.IsFileLocal || Containing(type).Any(outer => outer.IsFileLocal))
            return "it is local to its file, and the emitted part stands in another";
        if (!IsPartial(type, cancellationToken))
            return "it is not partial; add 'partial'";
        if (Containing(type).FirstOrDefault(outer => !IsPartial(outer, cancellationToken)) is { } closed)
            return $"'{closed.Name}' around it is not partial; add 'partial'";
        return null;
    }

    // A name that means nothing is C#'s own error.
    private static string? EndProblem(AttributeData attribute, string end) =>
        Named(attribute, end) is ITypeSymbol { TypeKind: not TypeKind.Error } type && !TypedEndsReader.IsUsable(type)
            ? $"its {end} is '{type.ToDisplayString()}', of which there are no values that could be JSON"
            : null;

    private static bool DerivesFromOther(INamedTypeSymbol type) =>
        type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } parent && parent.ToDisplayString() != WorkflowName;

    // Emitted parts are partial always, so one part that is not is the user's.
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsVisible(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static IEnumerable<INamedTypeSymbol> Containing(INamedTypeSymbol type)
    {
        Stack<INamedTypeSymbol> outer = new();
        for (INamedTypeSymbol? current = type.ContainingType; current is not null; current = current.ContainingType)
            outer.Push(current);
        return outer;
    }

    private static string Header(INamedTypeSymbol type) => "partial " + (type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct ",
        { IsRecord: true } => "record ",
        { TypeKind: TypeKind.Struct } => "struct ",
        { TypeKind: TypeKind.Interface } => "interface ",
        _ => "class ",
    }) + type.Name;
}
