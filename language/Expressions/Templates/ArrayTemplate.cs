using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>An array in which something is evaluated.</summary>
public sealed class ArrayTemplate : Template
{
    internal ArrayTemplate(IReadOnlyList<Template> items, JsonNode source)
        : base(source) => Items = items;

    /// <summary>The items in order.</summary>
    public IReadOnlyList<Template> Items { get; }
}
