using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Holds when all parts hold; tried left to right, up to the first that does not.</summary>
public sealed class AndCondition : Condition
{
    internal AndCondition(IReadOnlyList<Condition> parts, JsonNode source)
        : base(source) => Parts = parts;

    /// <summary>The parts in the order of the text; never empty.</summary>
    public IReadOnlyList<Condition> Parts { get; }
}
