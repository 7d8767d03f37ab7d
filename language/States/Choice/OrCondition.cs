using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Holds when one part holds; tried left to right, up to the first that does.</summary>
public sealed class OrCondition : Condition
{
    internal OrCondition(IReadOnlyList<Condition> parts, JsonNode source)
        : base(source) => Parts = parts;

    /// <summary>The parts in the order of the text; never empty.</summary>
    public IReadOnlyList<Condition> Parts { get; }
}
