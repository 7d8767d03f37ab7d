using Compiled.Values;

namespace Compiled.History;

/// <summary>The variables that a state assigned, as an object, beside a ...StateExited event.</summary>
internal sealed class AssignedVariables(JsonValue variables)
{
    public JsonValue Variables { get; } = variables;
}
