namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>%</c>: the item that a step before started from.</summary>
public sealed class ParentNode : JsonataNode
{
    internal ParentNode(AncestorSlot slot) => Slot = slot;

    /// <summary>The place where that item is kept; the step with the same label fills it.</summary>
    public AncestorSlot Slot { get; }
}
