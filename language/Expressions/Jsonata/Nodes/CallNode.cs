namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>procedure(arguments)</c>.</summary>
public sealed class CallNode : JsonataNode
{
    internal CallNode(JsonataNode procedure, IReadOnlyList<JsonataNode> arguments)
    {
        Procedure = procedure;
        Arguments = arguments;
    }

    /// <summary>What is called.</summary>
    public JsonataNode Procedure { get; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<JsonataNode> Arguments { get; }

    /// <summary>The variable that is called, without its <c>$</c>; null where something else is.</summary>
    public string? Name => Procedure is VariableNode variable ? variable.Name : null;

    /// <summary>
    /// Whether the call is the last thing that a lambda does, so that it must not deepen the stack. JSONata's evaluator then takes the call's value
    /// as it is: its <see cref="JsonataNode.Group"/> and <see cref="JsonataNode.KeepArray"/> do nothing.
    /// </summary>
    public bool IsTailCall { get; internal set; }
}
