using Compiled.Language.Binding;

namespace Compiled.Generator.Pipeline;

/// <summary>A class that a machine is emitted into: its names, its definition and the user's part.</summary>
/// <param name="File">The definition; null when a <c>[StateMachine]</c> class names one that the project lacks.</param>
/// <param name="Handlers">The user's part; null when the class is made from the file alone.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="ClassName">The name.</param>
/// <param name="Accessibility">The accessibility as C# writes it.</param>
/// <param name="QualifiedName">The name in code, with <c>global::</c>.</param>
/// <param name="HintName">The name of the emitted file.</param>
internal sealed record MachineClass(
    DefinitionFile? File,
    HandlerClass? Handlers,
    string Namespace,
    string ClassName,
    string Accessibility,
    string QualifiedName,
    string HintName)
{
    /// <summary>How executions run.</summary>
    public MachineType Type => Handlers?.Type ?? File?.Type ?? MachineType.Standard;

    /// <summary>The machine's name.</summary>
    public string MachineName => Handlers?.MachineName ?? File?.Name ?? ClassName;

    /// <summary>Whether an earlier machine has the same class; nothing is emitted for this one.</summary>
    public bool IsNameTaken { get; init; }

    /// <summary>The exceptions with <c>[AslError]</c>, for a class without a part of the user's, whose tasks may throw them.</summary>
    public EquatableArray<ErrorType> Errors { get; init; }
}
