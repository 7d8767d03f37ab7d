using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>What a choice rule, or a part of one, demands of its input.</summary>
public abstract class Condition
{
    private protected Condition(JsonNode source) => Source = source;

    /// <summary>The rule object it stands in; for JSONata the value of <c>Condition</c>.</summary>
    public JsonNode Source { get; }
}
