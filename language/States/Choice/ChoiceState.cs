using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Choice state. FEATURES A10.</summary>
public sealed class ChoiceState : State
{
    internal ChoiceState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Choice;

    /// <summary>The rules, tried in this order; never empty.</summary>
    public IReadOnlyList<ChoiceRule> Rules { get; internal set; } = [];

    /// <summary>Where the flow goes on when no rule holds; null raises States.NoChoiceMatched.</summary>
    public State? Default { get; internal set; }
}
