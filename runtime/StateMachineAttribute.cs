namespace Compiled;

/// <summary>Makes a partial class the state machine of a definition file: <c>[StateMachine("Order.asl.json")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StateMachineAttribute(string file) : Attribute
{
    /// <summary>The definition's file name, or the end of its path.</summary>
    public string File { get; } = file;

    /// <summary>Standard or Express; Standard unless said.</summary>
    public MachineType Type { get; init; }

    /// <summary>The machine's name; the class name without <c>Workflow</c> unless said.</summary>
    public string? Name { get; init; }
}
