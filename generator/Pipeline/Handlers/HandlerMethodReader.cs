using Microsoft.CodeAnalysis;

namespace Compiled.Generator.Pipeline;

/// <summary>Reads a method marked <c>[TaskHandler]</c>.</summary>
internal static class HandlerMethodReader
{
    /// <summary>The attribute's full name.</summary>
    public const string AttributeName = "Compiled.TaskHandlerAttribute";

    /// <summary>The attributes on a method: one for each thing that it handles.</summary>
    public static IEnumerable<AttributeData> AttributesOf(IMethodSymbol method) =>
        method.GetAttributes().Where(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeName);

    /// <summary>The method as text. With a problem, the end of a sentence, no code can call it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="attribute">One of its attributes.</param>
    /// <param name="conventions">The rules by which its types are read and written; null where they are not known.</param>
    /// <param name="problem">Null, or why nothing can call it.</param>
    public static HandlerMethod Read(IMethodSymbol method, AttributeData attribute, JsonConventions? conventions, out string? problem)
    {
        string written = attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string ?? "" : "";
        problem = ShapeProblem(method);
        HandlerParameter? input = null;
        PlainType? plainInput = null;
        string order = "";
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            char role = RoleOf(parameter.Type);
            if (order.IndexOf(role) >= 0)
                problem ??= RepeatedProblem(role);
            order += role;
            if (role == 'i')
            {
                input = new HandlerParameter(NameOf(parameter.Type), KindOf(parameter.Type));
                plainInput = input.Kind == ValueKind.Typed ? PlainTypeReader.Read(parameter.Type, conventions) : null;
            }
        }

        HandlerReturn returns = ReturnOf(method.ReturnType, out ITypeSymbol? result);
        if (result is not null)
            problem ??= ValueProblem(result, "returns");
        return new HandlerMethod(
            method.Name,
            written.Length > 0 ? written : WithoutAsync(method.Name),
            written.Length > 0,
            input,
            order.IndexOf('c') >= 0,
            order.IndexOf('t') >= 0,
            returns,
            result is null ? null : NameOf(result),
            result is null ? ValueKind.Typed : KindOf(result))
        {
            ParameterOrder = order,
            IsIdempotent = attribute.NamedArguments.Any(static argument => argument is { Key: "Idempotent", Value.Value: true }),
            PlainInput = plainInput,
            PlainResult = result is not null && KindOf(result) == ValueKind.Typed ? PlainTypeReader.Read(result, conventions) : null,
        };
    }

    private static string? ShapeProblem(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
            return "it has type parameters, and nothing says what they are";
        if (method.IsAbstract || method.PartialDefinitionPart is { } || method is { IsPartialDefinition: true, PartialImplementationPart: null })
            return "it has no body of its own";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return "it returns a reference";
        if (method is { IsAsync: true, ReturnsVoid: true })
            return "it is 'async void', so nobody can wait for it; let it return 'Task'";
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
                return $"its parameter '{parameter.Name}' is passed by reference";
            if (ValueProblem(parameter.Type, $"its parameter '{parameter.Name}' takes") is { } problem)
                return problem;
        }

        return null;
    }

    private static string? ValueProblem(ITypeSymbol type, string what)
    {
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || type.IsRefLikeType)
            return $"{(what == "returns" ? "it returns" : what)} '{type.ToDisplayString()}', which cannot be kept while a task runs";
        if (type.TypeKind is TypeKind.Delegate || type.OriginalDefinition.ToDisplayString() == "System.Collections.Generic.IAsyncEnumerable<T>")
            return $"{(what == "returns" ? "it returns" : what)} '{type.ToDisplayString()}', which has no form in JSON";
        return null;
    }

    private static string RepeatedProblem(char role) => role switch
    {
        'c' => "it takes the task's context twice",
        't' => "it takes a cancellation token twice",
        _ => "it takes two inputs; a task has one, so use a type that holds both",
    };

    private static char RoleOf(ITypeSymbol type) => type.Name switch
    {
        "TaskContext" when IsOurs(type) => 'c',
        "CancellationToken" when type.ToDisplayString() == "System.Threading.CancellationToken" => 't',
        _ => 'i',
    };

    private static HandlerReturn ReturnOf(ITypeSymbol type, out ITypeSymbol? result)
    {
        result = null;
        if (type.SpecialType == SpecialType.System_Void)
            return HandlerReturn.Void;
        ITypeSymbol? argument = type is INamedTypeSymbol { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null;
        switch (type.OriginalDefinition.ToDisplayString())
        {
            case "System.Threading.Tasks.Task":
                return HandlerReturn.Task;
            case "System.Threading.Tasks.ValueTask":
                return HandlerReturn.ValueTask;
            case "System.Threading.Tasks.Task<TResult>":
                result = argument;
                return HandlerReturn.TaskOfValue;
            case "System.Threading.Tasks.ValueTask<TResult>":
                result = argument;
                return HandlerReturn.ValueTaskOfValue;
            default:
                result = type;
                return HandlerReturn.Value;
        }
    }

    private static ValueKind KindOf(ITypeSymbol type) => type.Name switch
    {
        "JsonValue" when IsOurs(type) => ValueKind.JsonValue,
        "JsonElement" when NameOf(type) == "global::System.Text.Json.JsonElement" => ValueKind.JsonElement,
        "JsonNode" when NameOf(type) == "global::System.Text.Json.Nodes.JsonNode" => ValueKind.JsonNode,
        "ReadOnlyMemory" when NameOf(type) == "global::System.ReadOnlyMemory<byte>" => ValueKind.Bytes,
        _ => ValueKind.Typed,
    };

    // Types of the runtime, in whichever of its namespaces they stand.
    private static bool IsOurs(ITypeSymbol type)
    {
        string space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return space == "Compiled" || space.StartsWith("Compiled.", StringComparison.Ordinal);
    }

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string WithoutAsync(string name) =>
        name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
}
