using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>A value that is made while a state runs: of <c>Parameters</c>, <c>ResultSelector</c>, <c>Assign</c> and the like.</summary>
public abstract class Template
{
    private protected Template(JsonNode source) => Source = source;

    /// <summary>The value in the definition.</summary>
    public JsonNode Source { get; }
}
