using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Holds when its part does not.</summary>
public sealed class NotCondition : Condition
{
    internal NotCondition(Condition inner, JsonNode source)
        : base(source) => Inner = inner;

    /// <summary>The condition that is turned round.</summary>
    public Condition Inner { get; }
}
