namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>procedure(a, ?)</c>: a function of the arguments left open.</summary>
public sealed class PartialNode : JsonataNode
{
    internal PartialNode(JsonataNode procedure, IReadOnlyList<JsonataNode?> arguments)
    {
        Procedure = procedure;
        Arguments = arguments;
    }

    /// <summary>The function.</summary>
    public JsonataNode Procedure { get; }

    /// <summary>The arguments; null for each <c>?</c>.</summary>
    public IReadOnlyList<JsonataNode?> Arguments { get; }

    /// <summary>The variable that is applied, without its <c>$</c>; null where something else is.</summary>
    public string? Name => Procedure is VariableNode variable ? variable.Name : null;
}
