using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Rules;

/// <summary>A JSONata expression of a state.</summary>
internal sealed class ExpressionUse(State state, JsonataText text, string field)
{
    /// <summary>The state; an expression of its rules and catchers is its own.</summary>
    public State State { get; } = state;

    /// <summary>The expression.</summary>
    public JsonataText Text { get; } = text;

    /// <summary>The field that leads to it.</summary>
    public string Field { get; } = field;
}
