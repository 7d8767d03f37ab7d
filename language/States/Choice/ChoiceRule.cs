using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>One item of <c>Choices</c>. FEATURES L-231, L-233.</summary>
public sealed class ChoiceRule
{
    internal ChoiceRule(Condition condition, ObjectNode source)
    {
        Condition = condition;
        Source = source;
    }

    /// <summary>What must hold.</summary>
    public Condition Condition { get; }

    /// <summary>Where the flow goes on when it holds.</summary>
    public State Next { get; internal set; } = null!;

    /// <summary>The variables set when it holds, in place of the state's own.</summary>
    public Assignment? Assign { get; internal set; }

    /// <summary>The output when it holds; null means the state's input. JSONata only.</summary>
    public Template? Output { get; internal set; }

    /// <summary>The author's comment.</summary>
    public string? Comment { get; internal set; }

    /// <summary>The rule as written.</summary>
    public ObjectNode Source { get; }
}
