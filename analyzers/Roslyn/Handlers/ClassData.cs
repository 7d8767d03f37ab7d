using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Rules;
using Microsoft.CodeAnalysis;

namespace Compiled.Analyzers;

/// <summary>The handlers of a class with their symbols, and what the data of a machine looks like between them. Lives as long as one analysis.</summary>
internal sealed class ClassData
{
    private readonly TypeShapes _types;
    private readonly Lazy<HandlerData> _data;

    public ClassData(INamedTypeSymbol type, AttributeData attribute, Machine machine)
    {
        Machine = machine;
        Naming = JsonNaming.Of(attribute);
        _types = new TypeShapes(Naming);
        Handlers =
        [
            .. from method in type.GetMembers().OfType<IMethodSymbol>()
               from mark in HandlerMethodReader.AttributesOf(method)
               select (HandlerMethodReader.Read(method, mark, null, out _), method),
        ];
        Methods = [.. Handlers.Select(pair => pair.Method)];
        _data = new(() => new HandlerData(machine, ResultOf, TypeOf(attribute, "Input") is { } input ? _types.Of(input) : null));
        Output = TypeOf(attribute, "Output");
    }

    /// <summary>The machine.</summary>
    public Machine Machine { get; }

    /// <summary>The type of the output; null where the attribute says none.</summary>
    public ITypeSymbol? Output { get; }

    /// <summary>How JSON names members.</summary>
    public JsonNaming Naming { get; }

    /// <summary>Each handler with its method, once for each attribute.</summary>
    public IReadOnlyList<(HandlerMethod Method, IMethodSymbol Symbol)> Handlers { get; }

    /// <summary>The handlers as text.</summary>
    public IReadOnlyList<HandlerMethod> Methods { get; }

    /// <summary>The data of the machine.</summary>
    public HandlerData Data => _data.Value;

    /// <summary>What the handler of a Task is given: the function's payload where it is the function that <c>lambda:invoke</c> names.</summary>
    public Shape? GivenTo(TaskState task, HandlerMethod method) =>
        Data.GivenTo(task) is { } given ? HandlerMatcher.IsInvokedFunction(task, method) ? given.Member("Payload") : given : null;

    // What is named is an object: that it may be null is no reason to expect it.
    private static ITypeSymbol? TypeOf(AttributeData attribute, string name) =>
        (attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as ITypeSymbol)?.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private Shape? ResultOf(TaskState task)
    {
        if (HandlerMatcher.Match(task, Methods) is not { } method || Handlers.FirstOrDefault(pair => ReferenceEquals(pair.Method, method)) is not { Symbol: { } symbol })
            return null;
        // The result of a task that waits for its token comes with the token, not from the handler.
        if (method.ResultKind != ValueKind.Typed || task.Arn.Pattern == IntegrationPattern.WaitForTaskToken)
            return null;
        Shape result = ResultTypeOf(symbol, method.Return) is { } type ? _types.Of(type) : Shape.Of(IntrinsicKinds.Null);
        // AWS wraps what a function gives; what else the wrapping has is not supposed.
        return HandlerMatcher.IsInvokedFunction(task, method) ? Shape.Of(IntrinsicKinds.Object).With("Payload", result) : result;
    }

    private static ITypeSymbol? ResultTypeOf(IMethodSymbol method, HandlerReturn returns) => returns switch
    {
        HandlerReturn.Value => method.ReturnType,
        HandlerReturn.TaskOfValue or HandlerReturn.ValueTaskOfValue => ((INamedTypeSymbol)method.ReturnType).TypeArguments[0],
        _ => null,
    };
}
