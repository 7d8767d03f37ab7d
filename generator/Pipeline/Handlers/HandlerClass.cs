using Compiled.Language.Binding;

namespace Compiled.Generator.Pipeline;

/// <summary>
/// A class marked <c>[StateMachine]</c>, as text. Where it stands in its file is left out on purpose: a line typed above it must not
/// change the value.
/// </summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Accessibility">Its accessibility as C# writes it, such as <c>public</c>.</param>
/// <param name="ContainingTypes">Headers of the types around it, such as <c>partial class Outer</c>, outermost first.</param>
/// <param name="DefinitionFile">The definition it names; empty when its own name says it.</param>
/// <param name="JsonContext">The source-generated serializer context, with <c>global::</c>, or null.</param>
/// <param name="HasConstructor">Whether the user wrote a constructor.</param>
/// <param name="DerivesFromOther">Whether it derives from a class that is not a workflow.</param>
/// <param name="Methods">The handlers that can be called, in the order of the text.</param>
/// <param name="Errors">The exception types that carry an error name.</param>
public sealed record HandlerClass(
    string Namespace,
    string Name,
    string Accessibility,
    EquatableArray<string> ContainingTypes,
    string DefinitionFile,
    string? JsonContext,
    bool HasConstructor,
    bool DerivesFromOther,
    EquatableArray<HandlerMethod> Methods,
    EquatableArray<ErrorType> Errors)
{
    /// <summary>How executions run, where the attribute says so.</summary>
    public MachineType? Type { get; init; }

    /// <summary>The machine's name, where the attribute says it.</summary>
    public string? MachineName { get; init; }

    /// <summary>Why nothing can be added to the class, as the end of a sentence; null when it is a plain partial class.</summary>
    public string? ShapeProblem { get; init; }

    /// <summary>An expression over <c>provider</c>, an IServiceProvider, that makes the object; null where no code outside the class can.</summary>
    public string? Construction { get; init; }

    /// <summary>The types of input and output, where the attribute says them.</summary>
    public TypedEnds? Ends { get; init; }

    /// <summary>Whether names in JSON that differ from a property's only in case are that property's too.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The name in code, with <c>global::</c>; type parameters of containing types are not part of it.</summary>
    public string QualifiedName { get; init; } = "";
}
