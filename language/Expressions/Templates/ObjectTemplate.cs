using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>An object in which something is evaluated.</summary>
public sealed class ObjectTemplate : Template
{
    internal ObjectTemplate(IReadOnlyList<TemplateMember> members, JsonNode source)
        : base(source) => Members = members;

    /// <summary>The members in the order of the definition, each name once.</summary>
    public IReadOnlyList<TemplateMember> Members { get; }
}
