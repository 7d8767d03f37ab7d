using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>A value, with all that is inside it, in which nothing is evaluated.</summary>
public sealed class LiteralTemplate : Template
{
    internal LiteralTemplate(JsonNode source)
        : base(source)
    {
    }
}
