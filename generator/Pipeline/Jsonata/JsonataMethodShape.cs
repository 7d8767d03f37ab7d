using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Compiled.Generator.Pipeline;

/// <summary>Why no body can be written for a method marked <c>[Jsonata]</c>, as the end of a sentence.</summary>
internal static class JsonataMethodShape
{
    /// <summary>What is wrong with the method itself and the types around it.</summary>
    public static string? Problem(IMethodSymbol method, MethodDeclarationSyntax? declaration, CancellationToken cancellationToken)
    {
        if (declaration is null || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            return "it is not partial; add 'partial' and leave its body out";
        if (declaration.Body is not null || declaration.ExpressionBody is not null)
            return "it has a body of its own";
        if (!method.IsStatic)
            return "it is not static; add 'static'";
        if (method.IsGenericMethod)
            return "it has type parameters, and nothing says what they are";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return "it returns a reference";
        if (Containing(method).FirstOrDefault(type => type.IsFileLocal) is { } local)
            return $"'{local.Name}' around it is local to its file, and the emitted part stands in another";
        if (Containing(method).FirstOrDefault(type => !IsPartial(type, cancellationToken)) is { } closed)
            return $"'{closed.Name}' around it is not partial; add 'partial'";
        return method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } reference
            ? $"its parameter '{reference.Name}' is passed by reference" : null;
    }

    /// <summary>What is wrong with its parameters and its result.</summary>
    public static string? Problem(IMethodSymbol method, IReadOnlyList<JsonataParameter> parameters, JsonataResult result, string? context)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Role is JsonataRole.Input or JsonataRole.Variable
                && TypeProblem(method.Parameters[i].Type, parameters[i].Kind, context) is { } problem)
                return $"its parameter '{parameters[i].Name}' is of type '{method.Parameters[i].Type.ToDisplayString()}', {problem}";
        }

        if (parameters.Count(parameter => parameter.Role == JsonataRole.Evaluation) > 1)
            return "it takes two evaluations";
        int outputs = parameters.Count(parameter => parameter.Role == JsonataRole.Output);
        if (outputs > 1)
            return "it takes two buffers to write to";
        if (result.Kind == JsonataKind.None)
            return outputs == 0 ? "it returns nothing; let it return the result, or take an 'IBufferWriter<byte>' to write it to" : null;
        if (outputs == 1)
            return "it returns the result and takes a buffer to write it to; let it return nothing";
        if (result.Kind == JsonataKind.Span)
            return "it returns 'ReadOnlySpan<byte>', which nothing would own; let it return 'byte[]', or take an 'IBufferWriter<byte>'";
        return TypeProblem(method.ReturnType, result.Kind, context) is { } found ? $"it returns '{method.ReturnType.ToDisplayString()}', {found}" : null;
    }

    /// <summary>The types around the method, outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containing(IMethodSymbol method)
    {
        Stack<INamedTypeSymbol> outer = new();
        for (INamedTypeSymbol? current = method.ContainingType; current is not null; current = current.ContainingType)
            outer.Push(current);
        return outer;
    }

    private static string? TypeProblem(ITypeSymbol type, JsonataKind kind, string? context)
    {
        if (kind is not (JsonataKind.Typed or JsonataKind.TypedStruct))
            return null;
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Delegate || type.IsRefLikeType)
            return "which has no form in JSON";
        if (type.TypeKind == TypeKind.TypeParameter)
            return "and nothing says what that is";
        return context is null ? "which needs a source-generated context; set JsonContext" : null;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
