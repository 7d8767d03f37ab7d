namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>condition ? then : else</c>.</summary>
public sealed class ConditionNode : JsonataNode
{
    internal ConditionNode(JsonataNode condition, JsonataNode then, JsonataNode? @else)
    {
        Condition = condition;
        Then = then;
        Else = @else;
    }

    /// <summary>What decides, by its truth.</summary>
    public JsonataNode Condition { get; }

    /// <summary>The value when it holds.</summary>
    public JsonataNode Then { get; }

    /// <summary>The value when it does not; null where it is not written, which is undefined.</summary>
    public JsonataNode? Else { get; }
}
