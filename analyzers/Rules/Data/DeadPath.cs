using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A path that leads nowhere.</summary>
internal sealed class DeadPath(Fault fault, Shape before, string? name)
{
    /// <summary>The fault, on the step that does not exist.</summary>
    public Fault Fault { get; } = fault;

    /// <summary>What that step is taken from.</summary>
    public Shape Before { get; } = before;

    /// <summary>The name that it asks for; null for an index.</summary>
    public string? Name { get; } = name;
}
