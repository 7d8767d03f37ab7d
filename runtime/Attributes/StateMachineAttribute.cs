namespace Compiled;

/// <summary>
/// Makes a partial class the state machine of a definition: the generator adds the states, the code that runs them and
/// <c>ExecuteAsync</c>; the class's own methods marked <see cref="TaskHandlerAttribute"/> do the work of its tasks.
/// </summary>
/// <remarks>The class is neither static nor generic and derives from nothing else; each type around it is partial too.</remarks>
/// <param name="definitionFile">
/// The definition: a file's name such as <c>Order.asl.json</c>, with as many of its folders as tell it from others
/// (<c>shop/Order.asl.json</c>). Empty means the file with the class's own name: <c>Order</c> and <c>OrderWorkflow</c> mean
/// <c>Order.asl.json</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineAttribute(string definitionFile = "") : Attribute
{
    /// <summary>The definition that the class names; empty for the one with its own name.</summary>
    public string DefinitionFile { get; } = definitionFile;

    /// <summary>
    /// The source-generated <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that knows the handlers' own types; needed
    /// where the project is trimmed or published with NativeAOT.
    /// </summary>
    public Type? JsonContext { get; set; }

    /// <summary>
    /// The type of the input of executions: the class then has a <c>RunAsync</c> that takes it, and paths are checked against it. Where handlers and
    /// <see cref="Output"/> are of plain types too, values stay C# objects from state to state; see the guide, "Types at both ends".
    /// Unless said, <c>JsonValue</c> where there is an <see cref="Output"/>.
    /// </summary>
    public Type? Input { get; set; }

    /// <summary>The type of the output of executions, which that <c>RunAsync</c> gives. Unless said, <c>JsonValue</c> where there is an <see cref="Input"/>.</summary>
    public Type? Output { get; set; }

    /// <summary>How executions run; unless said, what the definition's metadata <c>CompiledType</c> says, and else Standard.</summary>
    public MachineType Type { get; set; }

    /// <summary>The machine's name as executions and their ARNs show it; unless said, the file's name without <c>.asl.json</c>.</summary>
    public string? Name { get; set; }
}
