using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Compiled.Generator.Pipeline;

/// <summary>Writes how a class is made from a service provider: a plain constructor call, so that nothing needs reflection.</summary>
internal static class HandlerConstruction
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceProvider";

    /// <summary>An expression over <c>provider</c>, or null where no code outside can make the class.</summary>
    /// <remarks>
    /// The public constructor with the most parameters is taken, or an internal one where none is public. A parameter with a default value gets
    /// its service where there is one; a text or a number keeps its default.
    /// </remarks>
    public static string? Of(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            return null;
        IMethodSymbol? constructor = type.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
            .Where(candidate => candidate.Parameters.All(parameter => parameter.RefKind == RefKind.None))
            .OrderByDescending(candidate => candidate.DeclaredAccessibility == Accessibility.Public)
            .ThenByDescending(candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        if (constructor is null)
            return null;
        IEnumerable<string> arguments = constructor.Parameters.Where(IsPassed).Select(Argument);
        return $"new {type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}({string.Join(", ", arguments)})";
    }

    private static bool IsPassed(IParameterSymbol parameter) =>
        !parameter.IsParams
        && (!parameter.IsOptional || (parameter.Type.IsReferenceType && parameter.Type.SpecialType != SpecialType.System_String) || Key(parameter) is not null);

    private static string Argument(IParameterSymbol parameter)
    {
        string type = parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string required = parameter.IsOptional ? "" : "Required";
        // A parameter without a default of null may still take null where the user said so; the compiler cannot see it here.
        string call = Key(parameter) is { } key
            ? $"{Services}KeyedServiceExtensions.Get{required}KeyedService<{type}>(provider, {key})"
            : $"{Services}ServiceExtensions.Get{required}Service<{type}>(provider)";
        return $"@{parameter.Name}: {call}!";
    }

    private static string? Key(IParameterSymbol parameter)
    {
        AttributeData? keyed = parameter.GetAttributes().FirstOrDefault(
            attribute => attribute.AttributeClass?.ToDisplayString() == "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute");
        return keyed is { ConstructorArguments.Length: 1 } && !keyed.ConstructorArguments[0].IsNull ? keyed.ConstructorArguments[0].ToCSharpString() : null;
    }
}
